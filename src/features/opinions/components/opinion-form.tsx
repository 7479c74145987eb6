"use client";

import { OPINION_CHOICES, OPINION_WORDS, type OpinionChoice } from "@/domain/dossier/opinion";
import { typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { putIn, WholeForm } from "@/ui/autosave/whole-form";
import { errorOf } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { TextareaField } from "@/ui/textarea-field";
import { saveForm } from "../actions";

interface TypedOpinion {
  choice: OpinionChoice | null;
  text: string;
}

const OPTIONS = OPINION_CHOICES.map((value) => ({ value, label: OPINION_WORDS[value].label }));

/** The expert's own opinion: saved as it is written, handed in by a separate recap. Works without script. */
export function OpinionForm(
  props: TypedOpinion & { id: string; agentId: string; revision: number },
) {
  const { id, agentId, revision } = props;
  return (
    <WholeForm<TypedOpinion>
      of="cet avis"
      action={saveForm}
      hidden={{ opinion: id }}
      save={{ url: routes.saveOpinion(id), agentId, revision, storeKey: `avis:${agentId}:${id}` }}
      read={readForm}
      fill={(form, { choice, text }) => putIn(form, { text, ...(choice && { choice }) })}
      review={{ href: routes.opinionHandIn(id), label: "Relire et remettre mon avis" }}
    >
      {(posted, errors) => (
        <>
          <RadioField
            name="choice"
            label="Sens de votre avis"
            options={OPTIONS}
            defaultValue={typedValue(posted, "choice", props.choice ?? "")}
            error={errorOf(errors, "choice")}
          />
          <TextareaField
            name="text"
            label="Votre avis"
            hint="Répondez à la question. Dites ce qui fonde votre avis et ce que vous n’avez pas pu vérifier."
            rows={12}
            maxLength={20_000}
            defaultValue={typedValue(posted, "text", props.text)}
            error={errorOf(errors, "text")}
          />
        </>
      )}
    </WholeForm>
  );
}

function readForm(form: HTMLFormElement): TypedOpinion {
  const data = new FormData(form);
  return {
    choice: OPINION_CHOICES.find((known) => known === data.get("choice")) ?? null,
    text: String(data.get("text") ?? ""),
  };
}
