import { formatDate, formatTime } from "@/domain/calendar";
import { routes } from "@/routes";
import { FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import type { FieldHistory } from "../queries/answer-history";
import { textDiff } from "../text-diff";
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
        <Comparison before={before.text} after={after.text} />
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

/** The words that changed, marked for the eye and said for the ear. */
function Comparison({ before, after }: { before: string; after: string }) {
  if (before === after) return <p>Les deux versions sont identiques.</p>;
  let place = 0;
  return (
    <p className="guichet-diff">
      {textDiff(before, after).map(({ kind, text }) => {
        place += 1;
        if (kind === "same") return <span key={place}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={place}>
            <span className="guichet-diff__word">{kind === "added" ? "ajouté" : "supprimé"}</span>{" "}
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
