import { THEMES } from "@/domain/themes/index";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import { BULK_WORDS, type BulkAct, dossiersWords } from "../bulk";
import { filterQuery } from "../filters";
import type { BulkLine, BulkOutcome, BulkSelection, SelectedDossier } from "../queries/bulk";
import { filtersOf } from "../queries/list";
import { BulkForm, ResumeBulkForm } from "./bulk-form";

/** The address of the list a selection comes from: only what the list can read. */
const backTo = (list: string) => routes.instruction(filterQuery(filtersOf(list)));

interface Props {
  act: BulkAct;
  selection: BulkSelection;
  formKey: string;
  list: string;
}

/** The dossiers ticked, named, with the act: nothing is done before this page is sent. */
export function BulkView({ act, selection, formKey, list }: Props) {
  const { dossiers } = selection;
  const back = { label: "Revenir à la liste", href: backTo(list) };
  if (dossiers.length === 0) {
    return (
      <EmptyState action={back}>
        Aucun dossier n’est coché. Cochez des dossiers dans la liste, puis choisissez une action.
      </EmptyState>
    );
  }
  const nothing = nothingToDo(act, dossiers);
  return (
    <>
      <p className="fr-text--lead">
        {dossiersWords(dossiers.length)} {dossiers.length > 1 ? "choisis" : "choisi"}. Chacun est
        traité à part{"\u00A0"}: ce qui est impossible pour l’un n’arrête pas les autres.
      </p>
      <DataTable
        id="choisis"
        caption="Dossiers choisis"
        columns={SELECTED}
        rows={dossiers}
        rowKey={({ number }) => number}
      />
      {nothing ? (
        <EmptyState action={back}>{nothing}</EmptyState>
      ) : (
        <>
          {act === "admit" && <Conditions dossiers={dossiers} />}
          <BulkForm act={act} selection={selection} formKey={formKey} list={list} />
          <p className="fr-mt-3w">
            <AppLink href={back.href}>Revenir à la liste sans rien changer</AppLink>
          </p>
        </>
      )}
    </>
  );
}

/** Why the act has nothing to work on; null when it has. */
function nothingToDo(act: BulkAct, dossiers: readonly SelectedDossier[]): string | null {
  if (act === "remove-label" && dossiers.every(({ labels }) => labels.length === 0)) {
    return "Aucun de ces dossiers ne porte d’étiquette.";
  }
  if (act === "admit" && !dossiers.some(({ isFiled }) => isFiled)) {
    return "Aucun de ces dossiers n’attend sa vérification.";
  }
  return null;
}

const SELECTED: readonly Column<SelectedDossier>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title }) => (
      <AppLink href={routes.instructionDossier(number)}>
        {number} – {title}
      </AppLink>
    ),
  },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  {
    key: "assignee",
    header: "Instructeur",
    cell: ({ assignee }) => assignee ?? "Sans instructeur",
  },
  {
    key: "labels",
    header: "Étiquettes",
    cell: ({ labels }) => (labels.length === 0 ? "Aucune" : labels.join(", ")),
  },
];

/** What is declared met with each dossier: the conditions of its theme, as the texts put them. */
function Conditions({ dossiers }: { dossiers: readonly SelectedDossier[] }) {
  const filed = dossiers.filter(({ isFiled }) => isFiled);
  const others = dossiers.length - filed.length;
  return (
    <>
      {others > 0 && (
        <Message severity="info" small>
          {dossiersWords(others)} {others > 1 ? "n’attendent" : "n’attend"} plus de vérification
          {"\u00A0"}: {others > 1 ? "ils restent" : "il reste"} en l’état.
        </Message>
      )}
      <p>
        Un dossier sur lequel les règles laissent un autre point à trancher reste en l’état
        {"\u00A0"}: sa vérification se fait à part.
      </p>
      {[...new Set(filed.map(({ themeCode }) => themeCode))].map((code) => (
        <details className="guichet-details" key={code}>
          <summary>Conditions du thème {code}</summary>
          <ul>
            {THEMES[code].eligibilityFacts.map(({ text, source }) => (
              <li key={text}>
                {text} <span className="guichet-source">({source})</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

const OUTCOMES: Readonly<
  Record<BulkLine["outcome"], { label: string; severity: "success" | "warning" | "info" }>
> = {
  done: { label: "Fait", severity: "success" },
  refused: { label: "Sans effet", severity: "warning" },
  pending: { label: "Pas encore fait", severity: "info" },
};

const LINES: readonly Column<BulkLine>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title }) => (
      <AppLink href={routes.instructionDossier(number)}>
        {number} – {title}
      </AppLink>
    ),
  },
  {
    key: "outcome",
    header: "Résultat",
    cell: ({ outcome }) => <StatusBadge small {...OUTCOMES[outcome]} />,
  },
  { key: "reason", header: "Raison", cell: ({ reason }) => reason || "Sans objet" },
];

/** What became of each dossier; the address can be opened again. */
export function BulkOutcomeView({ outcome, list }: { outcome: BulkOutcome; list: string }) {
  const { id, act, value, lines } = outcome;
  const count = (kind: BulkLine["outcome"]) => lines.filter((line) => line.outcome === kind).length;
  const [done, refused, pending] = [count("done"), count("refused"), count("pending")];
  const left = refused + pending;
  return (
    <>
      <Message
        severity={left === 0 ? "success" : "warning"}
        title={`${left === 0 ? "Succès" : "Attention"}\u00A0: ${dossiersWords(done)} sur ${lines.length} ${done > 1 ? "traités" : "traité"}`}
      >
        <p>
          {BULK_WORDS[act].label}
          {act === "assign" && `\u00A0: ${value || "personne"}`}
          {act !== "assign" && value && `\u00A0: «\u00A0${value}\u00A0»`}.{" "}
          {refused > 0 && `${dossiersWords(refused)} sans effet\u00A0: la raison est à côté. `}
          {pending > 0 && `${dossiersWords(pending)} à reprendre.`}
        </p>
      </Message>
      <DataTable
        id="resultat"
        caption="Résultat pour chaque dossier"
        columns={LINES}
        rows={lines}
        rowKey={({ number }) => number}
      />
      {pending > 0 && <ResumeBulkForm id={id} list={list} />}
      <p className="fr-mt-3w">
        <AppLink href={backTo(list)} className="fr-btn fr-btn--secondary">
          Revenir à la liste
        </AppLink>
      </p>
    </>
  );
}
