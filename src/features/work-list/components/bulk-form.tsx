"use client";

import { LABEL_LENGTH } from "@/domain/dossier/label";
import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { bulkAction, resumeBulkAction } from "../actions";
import { BULK_WORDS, type BulkAct, dossiersWords, NOBODY } from "../bulk";
import type { BulkSelection, SelectedDossier } from "../queries/bulk";

interface Props {
  act: BulkAct;
  selection: BulkSelection;
  /** Made with the form: sent twice, it is done once. */
  formKey: string;
  /** The list the selection comes from. */
  list: string;
}

/** What the act asks, then the act itself on every dossier named above it; for the admissibility, on each one ticked. */
export function BulkForm({ act, selection, formKey, list }: Props) {
  const { dossiers, instructors, labels } = selection;
  const count = dossiersWords(dossiers.length);
  return (
    <ActionForm
      action={bulkAction}
      hidden={{ key: formKey, act, list, ...(act === "admit" && { value: "" }) }}
      before={BULK_WORDS[act].before}
      requiredSentence={false}
    >
      {(field) => (
        <>
          {act !== "admit" &&
            dossiers.map(({ number }) => (
              <input key={number} type="hidden" name="dossiers" value={number} />
            ))}
          {act === "assign" && (
            <SelectField
              {...field("value")}
              label="Confier l’instruction à"
              hint="Chaque dossier n’est confié qu’à une personne qui instruit son thème, sans lien avec lui."
              options={[
                ...instructors,
                { value: NOBODY, label: "Personne : laisser sans instructeur" },
              ]}
            />
          )}
          {act === "add-label" && (
            <>
              <TextField
                {...field("value")}
                label="Étiquette à ajouter"
                hint={"Le porteur ne lit pas les étiquettes. Exemple\u00A0: à relire"}
                native={{
                  maxLength: LABEL_LENGTH,
                  list: "etiquettes-connues",
                  autoComplete: "off",
                }}
              />
              <datalist id="etiquettes-connues">
                {labels.map((label) => (
                  <option key={label} value={label} />
                ))}
              </datalist>
            </>
          )}
          {act === "remove-label" && (
            <SelectField
              {...field("value")}
              label="Étiquette à retirer"
              options={[...new Set(dossiers.flatMap((dossier) => dossier.labels))]
                .sort((one, other) => one.localeCompare(other, "fr"))
                .map((label) => ({ value: label, label }))}
            />
          )}
          {act === "admit" && (
            <CheckboxGroupField
              {...field.many("dossiers")}
              label="Dossiers que vous avez lus, complets et assez détaillés pour être examinés"
              hint="Chaque dossier coché est déclaré recevable, toutes les conditions de son thème conformes."
              options={dossiers.filter(({ isFiled }) => isFiled).map(toRead)}
            />
          )}
          <SubmitButton waiting="Enregistrement en cours">
            {act === "admit"
              ? "Déclarer recevables les dossiers cochés"
              : `${BULK_WORDS[act].label} (${count})`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

const toRead = ({ number, title, themeCode }: SelectedDossier) => ({
  value: number,
  label: `${number} – ${title} (${themeCode})`,
  hint: (
    <AppLink href={routes.admissibility(number)}>
      Relire la vérification du dossier {number}
    </AppLink>
  ),
});

/** Goes on with an act that was cut: what is done stays as it is. */
export function ResumeBulkForm({ id, list }: { id: string; list: string }) {
  return (
    <ActionForm action={resumeBulkAction} hidden={{ id, list }} requiredSentence={false}>
      <SubmitButton waiting="Reprise en cours">Reprendre les dossiers qui restent</SubmitButton>
    </ActionForm>
  );
}
