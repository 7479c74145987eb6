import { limit } from "@/domain/text";
import { metaOf } from "@/domain/themes/field-kinds";
import type { FieldMeta, ThemeForm } from "@/domain/themes/types";
import { SourceNote } from "@/features/catalogue/components/facts";

const EXPECTED: Readonly<Record<FieldMeta["widget"], string>> = {
  text: "une ligne",
  textarea: "un texte",
  number: "un nombre entier",
  percentage: "un pourcentage",
  amount: "un montant en euros",
  month: "un mois",
  "yes-no": "oui ou non",
  choice: "une seule réponse",
  choices: "une ou plusieurs réponses",
};

/** « un texte, 3 000 caractères au plus ». */
function expected({ widget, maxLength }: FieldMeta): string {
  const longest = maxLength === undefined ? "" : `, ${limit(maxLength)} au plus`;
  return EXPECTED[widget] + longest;
}

/** Questions of a step as one reads them: the question, its help, what one answers, where the text asks for it. */
export function BlankQuestions({ form, fields }: { form: ThemeForm; fields: readonly string[] }) {
  if (fields.length === 0) return null;
  return (
    <ul className="blank-form__questions">
      {fields.map((field) => {
        const schema = form.fields.shape[field];
        return schema && <BlankQuestion key={field} meta={metaOf(schema)} />;
      })}
    </ul>
  );
}

function BlankQuestion({ meta }: { meta: FieldMeta }) {
  const { label, hint, options = [], optional, source, widget } = meta;
  // « Oui » and « non » are said in the sentence already.
  const listed = widget === "yes-no" ? [] : options;
  return (
    <li>
      <p className="blank-form__question">
        {label} {optional && <span className="blank-form__optional">(optionnel)</span>}
      </p>
      {hint && <p className="fr-hint-text fr-mb-1v">{hint}</p>}
      <p className="fr-text--sm fr-mb-1v">
        Réponse{"\u00A0"}: {expected(meta)}. {source && <SourceNote source={source} />}
      </p>
      {listed.length > 0 && (
        <ul className="fr-text--sm fr-mb-1v">
          {listed.map((option) => (
            <li key={option.value}>{option.label}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
