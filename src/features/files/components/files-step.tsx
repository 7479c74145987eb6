import "../files.css";
import {
  ACCEPTED_SENTENCE,
  formatSize,
  MAX_DOSSIER_SIZE,
  MAX_FILE_SIZE,
} from "@/domain/dossier/files";
import type { Actor } from "@/domain/rights/actor";
import { fileSlots } from "@/domain/themes/file-slots";
import type { ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { orUnavailable } from "@/server/unavailable";
import { AppLink } from "@/ui/app-link";
import { Message } from "@/ui/message";
import { SaveBar } from "@/ui/save-bar";
import { readDraftFiles } from "../queries/draft-files";
import { FilesForm } from "./files-form";

export interface FilesStepProps {
  actor: Actor;
  number: string;
  form: Pick<ThemeForm, "theme" | "steps">;
  /** Index of the step in the form. */
  index: number;
  writable: boolean;
}

/** The step of a dossier where documents are joined: what may be joined first, then each question with its files. */
export async function FilesStep({ actor, number, form, index, writable }: FilesStepProps) {
  const joined = await orUnavailable(() => readDraftFiles(actor, number));
  const previous = form.steps[index - 1];
  const next = form.steps[index + 1];
  return (
    <>
      <p>
        Joindre un document n’est jamais obligatoire. Formats acceptés{"\u00A0"}:{" "}
        {ACCEPTED_SENTENCE}.
      </p>
      <ul>
        <li>
          {formatSize(MAX_FILE_SIZE)} au plus par fichier, {formatSize(MAX_DOSSIER_SIZE)} pour tout
          le dossier. Il reste {formatSize(Math.max(0, joined.room))}.
        </li>
        <li>
          Chaque fichier passe par un antivirus. Tant qu’il est «{"\u00A0"}En analyse{"\u00A0"}»,
          seule la personne qui l’a joint peut l’ouvrir. Vous pouvez déposer le dossier sans
          attendre.
        </li>
      </ul>
      {!joined.scanned && (
        <Message severity="info" title="Information : l’antivirus n’est pas branché" as="h3">
          Ce portail fonctionne sans antivirus pour le moment. Les fichiers joints restent «
          {"\u00A0"}En analyse{"\u00A0"}» et seule la personne qui les a joints peut les ouvrir.
        </Message>
      )}
      <FilesForm
        number={number}
        slots={fileSlots(form)}
        initial={joined.files}
        writable={writable}
      />
      <SaveBar state="Chaque fichier est enregistré dès la fin de son envoi.">
        {previous && (
          <AppLink
            className="fr-btn fr-btn--secondary fr-hidden fr-unhidden-md"
            href={routes.step(number, previous.key)}
          >
            Précédent
          </AppLink>
        )}
        <AppLink
          className="fr-btn"
          href={next ? routes.step(number, next.key) : routes.missing(number)}
        >
          Étape suivante
        </AppLink>
      </SaveBar>
    </>
  );
}
