import {
  type CriterionScore,
  justificationPath,
  SCORE_VALUES,
  SCORE_WORDS,
  type ScoreValue,
  valuePath,
} from "@/domain/evaluation/scores";
import { type FormState, formErrors, typedValue } from "@/domain/form-state";
import type { Criterion } from "@/domain/themes/types";
import { errorOf } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { TextareaField } from "@/ui/textarea-field";

/** The scale, with what each value means on this criterion where the theme says it; the common words stand above. */
const optionsOf = ({ anchors }: Criterion) =>
  SCORE_VALUES.map((value: ScoreValue) => ({
    value: String(value),
    label: `${value}\u00A0: ${SCORE_WORDS[value].toLowerCase()}`,
    ...(anchors && { hint: anchors[value] }),
  }));

/** One criterion: its definition, a value from 0 to 5 in words, and why. */
export function CriterionFields(props: {
  criterion: Criterion;
  score: CriterionScore | undefined;
  posted: FormState;
}) {
  const { criterion, score, posted } = props;
  const { key, name, definition, weight, source } = criterion;
  const errors = formErrors(posted);
  const given = score?.value ?? null;
  return (
    <div className="fr-mb-4w">
      <RadioField
        name={valuePath(key)}
        label={<strong>{name}</strong>}
        hint={`${definition} Poids\u00A0: ${weight}. ${source}.`}
        options={optionsOf(criterion)}
        defaultValue={typedValue(posted, valuePath(key), given === null ? "" : String(given))}
        error={errorOf(errors, valuePath(key))}
      />
      <TextareaField
        name={justificationPath(key)}
        label={
          <>
            Justification<span className="fr-sr-only"> du critère {name}</span>
          </>
        }
        rows={3}
        maxLength={4000}
        defaultValue={typedValue(posted, justificationPath(key), score?.justification ?? "")}
        error={errorOf(errors, justificationPath(key))}
      />
    </div>
  );
}
