import { formatDate, formatTime } from "@/domain/calendar";
import { routes } from "@/routes";
import { FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextComparison } from "@/ui/text-comparison";
import type { FieldHistory } from "../queries/answer-history";
import { RestoreForm } from "./restore-form";

/** Two versions of one answer compared, and the way to put one back. */
export function FieldHistoryView({ history }: { history: FieldHistory }) {
  const { number, field, versions, before, after, baseRevision } = history;
  const options = versions.map(({ revision, author, at }) => ({
    value: String(revision),
    label: `Version ${revision}, ${author}, ${formatDate(at)} à ${formatTime(at)}`,
  }));
  const newest = versions[0]?.revision ?? 0;
  const shown = before ? [before, after] : [after];
  return (
    <>
      {before ? (
        <FormFrame
          action={routes.fieldHistory(number, field)}
          method="get"
          requiredSentence={false}
        >
          <SelectField
            name="de"
            label="Comparer"
            options={options}
            emptyLabel={null}
            defaultValue={String(before.revision)}
          />
          <SelectField
            name="a"
            label="Avec"
            options={options}
            emptyLabel={null}
            defaultValue={String(after.revision)}
          />
          <SubmitButton waiting="Un instant" priority="secondary">
            Comparer
          </SubmitButton>
        </FormFrame>
      ) : (
        <p>Cette réponse n’a qu’une version, la version {after.revision}.</p>
      )}
      <h2 className="fr-h4 fr-mt-4w">
        {before
          ? `De la version ${before.revision} à la version ${after.revision}`
          : `Version ${after.revision}`}
      </h2>
      {before ? (
        <TextComparison before={before.text} after={after.text} />
      ) : (
        <p className="guichet-diff">{after.text || "Réponse effacée."}</p>
      )}
      {baseRevision !== null &&
        shown
          .filter(({ revision }) => revision !== newest)
          .map(({ revision }) => (
            <RestoreForm
              key={revision}
              number={number}
              field={field}
              revision={revision}
              baseRevision={baseRevision}
            />
          ))}
    </>
  );
}
