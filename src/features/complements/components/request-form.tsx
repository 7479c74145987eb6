"use client";

import type { Day } from "@/domain/calendar";
import { MOST_ITEMS } from "@/domain/dossier/complements";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { FieldGroup } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { requestComplementAction } from "../actions";
import { MAX_MESSAGE, MAX_QUESTION, questionName, targetName } from "../schemas";

export interface RequestFormProps {
  number: string;
  targets: readonly { value: string; label: string }[];
  /** The first and the last day that may be given. */
  days: { first: Day; last: Day };
  /** Both, in words. */
  daysHint: string;
}

/** Points shown at once; the others wait in their own place, open without script too. */
const SHOWN = 3;
const POSITIONS = Array.from({ length: MOST_ITEMS }, (_, index) => index + 1);

/** Asks the carrier to complete its dossier: numbered points, a last day, a message. */
export function RequestForm({ number, targets, days, daysHint }: RequestFormProps) {
  return (
    <ActionForm
      action={requestComplementAction}
      hidden={{ number }}
      before="envoyer la demande"
      requiredSentence={false}
    >
      {(field) => (
        <>
          {POSITIONS.slice(0, SHOWN).map((position) => (
            <PointFields key={position} {...{ position, field, targets }} />
          ))}
          <details
            className="guichet-details fr-mb-4w"
            open={POSITIONS.slice(SHOWN).some((position) => isFilled(field, position))}
          >
            <summary>Demander plus de {SHOWN} points</summary>
            {POSITIONS.slice(SHOWN).map((position) => (
              <PointFields key={position} {...{ position, field, targets }} />
            ))}
          </details>
          <TextField
            {...field("dueOn")}
            label="Répondre au plus tard le"
            hint={daysHint}
            native={{ type: "date", min: days.first, max: days.last }}
          />
          <TextareaField
            {...field("message")}
            label="Message au porteur"
            hint="Lu au-dessus des points. Dites à quoi servent ces compléments."
            optional
            rows={4}
            maxLength={MAX_MESSAGE}
          />
          <SubmitButton waiting="Envoi en cours">Demander des compléments</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** A point that came back with something typed, or wrong: it is shown. */
function isFilled(field: FieldOf, position: number): boolean {
  return [targetName(position), questionName(position)].some((name) => {
    const { defaultValue, error } = field(name);
    return defaultValue !== "" || error !== undefined;
  });
}

function PointFields(props: {
  position: number;
  field: FieldOf;
  targets: RequestFormProps["targets"];
}) {
  const { position, field, targets } = props;
  const optional = position > 1;
  return (
    <FieldGroup legend={`Point ${position}`}>
      <SelectField
        {...field(targetName(position))}
        label="Réponse ou étape à compléter"
        hint={optional ? undefined : "Le porteur pourra la changer, et rien d’autre."}
        options={targets}
        optional={optional}
      />
      <TextareaField
        {...field(questionName(position))}
        label="Ce que vous demandez"
        optional={optional}
        rows={3}
        maxLength={MAX_QUESTION}
      />
    </FieldGroup>
  );
}
