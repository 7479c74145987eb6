import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { FormFrame } from "@/ui/form-frame";
import { KeysetPagination } from "@/ui/pagination";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import type { AnswerHistory, Revision } from "../queries/answer-history";

/** Who changed which answer when, by pages, and by answer or person. */
export function AnswerHistoryView({ page, isFirst }: { page: AnswerHistory; isFirst: boolean }) {
  const { number, field, person, fields, people, revisions, nextCursor } = page;
  const query = (after: string | null) => {
    const parameters = new URLSearchParams();
    if (field) parameters.set("champ", field);
    if (person) parameters.set("personne", person);
    if (after) parameters.set("apres", after);
    return routes.answerHistory(number, parameters);
  };
  return (
    <>
      <p className="fr-text--lead">
        Chaque version de chaque réponse est gardée, avec son auteur. Ouvrez-en une pour la comparer
        à une autre, ou la remettre en place.
      </p>
      <FormFrame action={routes.answerHistory(number)} method="get" requiredSentence={false}>
        <SelectField
          name="champ"
          label="Question"
          options={fields}
          emptyLabel="Toutes les questions"
          defaultValue={field ?? ""}
        />
        <SelectField
          name="personne"
          label="Personne"
          options={people}
          emptyLabel="Toute l’équipe"
          defaultValue={person ?? ""}
        />
        <SubmitButton waiting="Un instant" priority="secondary">
          Filtrer
        </SubmitButton>
      </FormFrame>
      {revisions.length === 0 ? (
        <EmptyState
          action={{ label: "Voir tout l’historique", href: routes.answerHistory(number) }}
        >
          Aucune version ne répond à ces filtres.
        </EmptyState>
      ) : (
        <DataTable
          id="versions"
          caption="Versions des réponses, la plus récente d’abord"
          columns={columns(number)}
          rows={revisions}
          rowKey={(row) => `${row.field}.${row.revision}`}
        />
      )}
      <KeysetPagination
        label="Pages de l’historique"
        previousHref={isFirst ? null : query(null)}
        nextHref={nextCursor && query(nextCursor)}
      />
    </>
  );
}

const columns = (number: string): readonly Column<Revision>[] => [
  {
    key: "label",
    header: "Question",
    rowHeader: true,
    cell: ({ field, label, revision }) => (
      <AppLink href={routes.fieldHistory(number, field, `a=${revision}`)}>
        {label}
        <span className="fr-sr-only">, version {revision}</span>
      </AppLink>
    ),
  },
  { key: "revision", header: "Version", numeric: true, cell: ({ revision }) => revision },
  { key: "author", header: "Auteur", cell: ({ author }) => author },
  { key: "at", header: "Date", cell: ({ at }) => <InstantTime instant={at} /> },
  { key: "excerpt", header: "Contenu", cell: ({ excerpt }) => excerpt },
];
