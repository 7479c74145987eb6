"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode, RefObject } from "react";
import type { FieldError } from "@/domain/errors";
import { AppLink } from "@/ui/app-link";
import { SaveSentence, saveAnnouncement } from "@/ui/autosave/save-state";
import type { StepAutosave } from "@/ui/autosave/use-autosave";
import { ErrorSummary } from "@/ui/error-summary";
import { SaveBar } from "@/ui/save-bar";
import { SubmitButton } from "@/ui/submit-button";
import { useEarlyInput } from "@/ui/use-early-input";

/** What every step's form knows of its place. */
export interface StepPlace {
  number: string;
  theme: string;
  step: string;
  /** Who the page was made for. */
  agentId: string;
  /** Names the copy kept on this device. */
  storeKey: string;
  previousHref: string | null;
  nextHref: string;
  /** False for who only reads. */
  writable: boolean;
}

export interface StepFrameFormProps {
  place: StepPlace;
  form: RefObject<HTMLFormElement | null>;
  /** The Server Action, for a page without script. */
  action: (form: FormData) => void;
  autosave: StepAutosave;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
  /** What is wrong in what was saved, asked once everything is. Going on needs none. */
  check: () => readonly FieldError[];
  onChecked: (errors: readonly FieldError[]) => void;
  errors: readonly FieldError[];
  message?: string | undefined;
  /** Said to screen readers before the state of the saving. */
  announcement?: string;
  children: ReactNode;
}

/** The form around a step: saved by its button without script, by the autosave with it. */
export function StepFrameForm(props: StepFrameFormProps) {
  const { place, form, autosave, errors, children } = props;
  const router = useRouter();
  useEarlyInput(form);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    // A button of a list does its own work; « Entrée » in a cell only saves.
    const goesOn = submitter?.getAttribute("name") !== "do";
    if (!(await autosave.flush()) || !goesOn) return;
    const wrong = props.check();
    props.onChecked(wrong);
    if (wrong.length === 0) router.push(place.nextHref);
  };
  return (
    <form
      ref={form}
      action={props.action}
      onSubmit={(event) => void onSubmit(event)}
      onInput={props.onInput}
      noValidate
    >
      <input type="hidden" name="number" value={place.number} />
      <input type="hidden" name="theme" value={place.theme} />
      <input type="hidden" name="step" value={place.step} />
      <ErrorSummary errors={errors} message={props.message} />
      {place.writable ? (
        children
      ) : (
        <fieldset className="guichet-step-fieldset" disabled>
          {children}
        </fieldset>
      )}
      <SaveBar
        state={<SaveSentence state={autosave.state} />}
        announcement={[props.announcement, saveAnnouncement(autosave.state)]
          .filter(Boolean)
          .join(" ")}
      >
        {place.previousHref && (
          // On a phone the menu of the steps leads there, and the bar leaves room to type.
          <AppLink
            className="fr-btn fr-btn--secondary fr-hidden fr-unhidden-md"
            href={place.previousHref}
          >
            Précédent
          </AppLink>
        )}
        {place.writable ? (
          <SubmitButton waiting="Enregistrement en cours">Enregistrer et continuer</SubmitButton>
        ) : (
          <AppLink className="fr-btn" href={place.nextHref}>
            Étape suivante
          </AppLink>
        )}
      </SaveBar>
    </form>
  );
}

/** The sentence on which answers are needed, and when. */
export function NeededSentence() {
  return (
    <p className="fr-hint-text fr-mb-3w">
      Sauf mention «{"\u00A0"}(optionnel){"\u00A0"}», chaque réponse est nécessaire au dépôt. Vous
      pouvez en laisser pour plus tard.
    </p>
  );
}
