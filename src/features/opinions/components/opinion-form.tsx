"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { OPINION_CHOICES, OPINION_WORDS, type OpinionChoice } from "@/domain/dossier/opinion";
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { ReviewBar } from "@/ui/autosave/review-bar";
import { TwoVersions } from "@/ui/autosave/two-versions";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { WHOLE, wholeTo } from "@/ui/autosave/whole-sender";
import { ErrorSummary } from "@/ui/error-summary";
import { errorOf } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { TextareaField } from "@/ui/textarea-field";
import { useFormAction } from "@/ui/use-form-action";
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
  const { id, revision } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(saveForm);
  const autosave = useAutosave({
    send: wholeTo<TypedOpinion>({ url: routes.saveOpinion(id), agentId: props.agentId }),
    storeKey: `avis:${props.agentId}:${id}`,
    revisions: { [WHOLE]: revision },
    onRestore: (kept) => {
      if (form.current) fill(form.current, kept[WHOLE] as TypedOpinion);
    },
  });
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const goesOn = submitter instanceof HTMLButtonElement && submitter.value === "review";
    if ((await autosave.flush()) && goesOn) router.push(routes.opinionHandIn(id));
  };
  const errors = formErrors(posted);
  return (
    <form
      ref={form}
      action={action}
      onInput={() => form.current && autosave.edit(WHOLE, readForm(form.current))}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      <ErrorSummary errors={errors} message={formMessage(posted)} before="enregistrer" />
      <TwoVersions
        of="cet avis"
        conflict={autosave.state.conflicts[WHOLE]}
        keepMine={() => form.current && autosave.resolve(WHOLE, readForm(form.current))}
        takeOther={() => {
          autosave.takeSaved(WHOLE);
          window.location.reload();
        }}
      />
      <input type="hidden" name="opinion" value={id} />
      <input type="hidden" name="baseRevision" value={revision} />
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
      <ReviewBar state={autosave.state} label="Relire et remettre mon avis" />
    </form>
  );
}

function readForm(form: HTMLFormElement): TypedOpinion {
  const data = new FormData(form);
  return {
    choice: OPINION_CHOICES.find((known) => known === data.get("choice")) ?? null,
    text: String(data.get("text") ?? ""),
  };
}

/** Puts back what waited on this device. */
function fill(form: HTMLFormElement, { choice, text }: TypedOpinion): void {
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement) field.value = value;
  };
  set("text", text);
  if (choice) set("choice", choice);
}
