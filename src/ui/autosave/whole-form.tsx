"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef } from "react";
import type { FieldError } from "@/domain/errors";
import { type FormState, formErrors, formMessage } from "@/domain/form-state";
import { ErrorSummary } from "@/ui/error-summary";
import { SaveBar } from "@/ui/save-bar";
import { SubmitButton } from "@/ui/submit-button";
import { useEarlyInput } from "@/ui/use-early-input";
import { type FormAction, useFormAction } from "@/ui/use-form-action";
import { SaveSentence, saveAnnouncement } from "./save-state";
import { TwoVersions } from "./two-versions";
import { useAutosave } from "./use-autosave";
import { WHOLE, wholeTo } from "./whole-sender";

interface WholeFormProps<Typed extends object> {
  /** What is written: « ce compte rendu », « cette fiche », « cet avis ». */
  of: string;
  /** Saves it without script. */
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  save: {
    url: string;
    /** Whose page it is: somebody else signed in meanwhile saves nothing under another name. */
    agentId: string;
    /** The revision the page was drawn from. */
    revision: number;
    /** Names what waits on this device when the portal does not answer. */
    storeKey: string;
  };
  /** What the form holds, as typed; `changed` is the field just typed in. */
  read: (form: HTMLFormElement, changed?: EventTarget) => Typed;
  /** Puts back what waited on this device. */
  fill: (form: HTMLFormElement, typed: Typed) => void;
  /** Told at each change, for what the page shows of it. */
  onTyped?: (typed: Typed) => void;
  /** The page that shows it again before it is handed in, and the button that leads there. */
  review: { href: string; label: string };
  children: (posted: FormState, errors: readonly FieldError[]) => ReactNode;
}

/**
 * What one person writes as a whole, saved as it is typed and handed in by a separate recap. Open in two tabs, both texts
 * are kept until one is chosen. Works without script.
 */
export function WholeForm<Typed extends object>(props: WholeFormProps<Typed>) {
  const { of, hidden, save, read, fill, onTyped, review } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(props.action);
  const { url, agentId, revision, storeKey } = save;
  const autosave = useAutosave({
    send: wholeTo<Typed>({ url, agentId }),
    storeKey,
    revisions: { [WHOLE]: revision },
    onRestore: (kept) => {
      const typed = kept[WHOLE] as Typed;
      if (form.current) fill(form.current, typed);
      onTyped?.(typed);
    },
  });

  useEarlyInput(form);

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const typed = read(event.currentTarget, event.target);
    onTyped?.(typed);
    autosave.edit(WHOLE, typed);
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const goesOn = submitter instanceof HTMLButtonElement && submitter.value === "review";
    if ((await autosave.flush()) && goesOn) router.push(review.href);
  };
  const errors = formErrors(posted);
  return (
    <form
      ref={form}
      action={action}
      onInput={onInput}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      <ErrorSummary errors={errors} message={formMessage(posted)} before="enregistrer" />
      <TwoVersions
        of={of}
        conflict={autosave.state.conflicts[WHOLE]}
        keepMine={() => form.current && autosave.resolve(WHOLE, read(form.current))}
        takeOther={() => {
          autosave.takeSaved(WHOLE);
          window.location.reload();
        }}
      />
      {Object.entries({ ...hidden, baseRevision: String(revision) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children(posted, errors)}
      <SaveBar
        state={<SaveSentence state={autosave.state} />}
        announcement={saveAnnouncement(autosave.state)}
      >
        <SubmitButton
          waiting="Enregistrement en cours"
          priority="secondary"
          name="next"
          value="save"
        >
          Enregistrer
        </SubmitButton>
        <SubmitButton waiting="Enregistrement en cours" name="next" value="review">
          {review.label}
        </SubmitButton>
      </SaveBar>
    </form>
  );
}

/** Writes in the fields of a form, by name: radios, lines and texts alike. */
export function putIn(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (
      field instanceof RadioNodeList ||
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement
    ) {
      field.value = value;
    }
  }
}
