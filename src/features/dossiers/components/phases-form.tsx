"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { MAX_PHASES, parsePhases, type TypedPhase } from "@/domain/dossier/phases";
import type { FieldError } from "@/domain/errors";
import { type FormState, formErrors, formMessage } from "@/domain/form-state";
import { type Cents, formatEuros, ZERO } from "@/domain/money";
import { ConflictPanel } from "@/ui/autosave/conflict-panel";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { fieldId } from "@/ui/field";
import { useFormAction } from "@/ui/use-form-action";
import { saveStepAction } from "../actions";
import { answersTo } from "../autosave/send";
import { editPhases } from "../list-edits";
import { nested } from "../nested-values";
import { revisionName } from "../posted-step-names";
import { ListButton, PhaseFields } from "./phase-fields";
import { asPhasesOrNone, PhasesInWords } from "./phases-in-words";
import { Questions } from "./questions";
import type { StepFormProps } from "./step-form";
import { NeededSentence, StepFrameForm } from "./step-frame-form";
import { useStepAnswers } from "./use-step-answers";

export interface PhasesFormProps extends StepFormProps {
  phases: unknown;
  /** The total the phases share; null while the plan has errors. */
  planTotal: Cents | null;
}

const PHASES = "phases";

const isSame = (one: TypedPhase, other: TypedPhase) =>
  JSON.stringify(one) === JSON.stringify(other);

const first = (saved: unknown, posted: FormState): TypedPhase[] =>
  posted.status === "invalid" || posted.status === "refused"
    ? asPhasesOrNone(nested(posted.values, PHASES))
    : asPhasesOrNone(saved);

/** The phases of the project, each with its milestone and its indicators (Livret l.812, l.822). */
export function PhasesForm(props: PhasesFormProps) {
  const { place, questions, values, revisions, problems, planTotal } = props;
  const [posted, action] = useFormAction(saveStepAction);
  const form = useRef<HTMLFormElement>(null);
  const [found, setFound] = useState<readonly FieldError[]>([]);
  // Fields are uncontrolled: another generation makes them anew after a button or another's version.
  const [shown, setShown] = useState(() => ({ phases: first(props.phases, posted), age: 0 }));
  const [focus, setFocus] = useState<string | null>(null);
  const answers = useStepAnswers({ form, questions, values, posted });
  const replace = (phases: TypedPhase[]) => setShown(({ age }) => ({ phases, age: age + 1 }));
  const autosave = useAutosave({
    send: answersTo({ url: props.saveUrl, agentId: place.agentId }),
    storeKey: place.storeKey,
    revisions,
    problems,
    onRestore: ({ [PHASES]: kept, ...others }) => {
      answers.give(others);
      if (kept !== undefined) replace(asPhasesOrNone(kept));
    },
  });
  useEffect(() => {
    if (focus === null) return;
    document.getElementById(fieldId(focus))?.focus();
    setFocus(null);
  }, [focus]);

  const typed = (): TypedPhase[] =>
    form.current
      ? asPhasesOrNone(nested(Object.fromEntries(new FormData(form.current)), PHASES))
      : shown.phases;
  const press = (button: string) => {
    const edit = editPhases(typed(), button);
    replace(edit.phases);
    autosave.edit(PHASES, edit.phases);
    setFocus(edit.focus);
  };
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const name = (event.target as HTMLInputElement).name;
    if (name.startsWith(`${PHASES}.`)) autosave.edit(PHASES, typed());
    else answers.onInput(event, autosave);
  };
  const errors = found.length > 0 ? found : formErrors(posted);
  const conflict = autosave.state.conflicts[PHASES];
  const theirs = asPhasesOrNone(conflict?.value);
  // Theirs, then those of mine that are not the same: nothing either wrote is left out.
  const unite = () => {
    const mine = typed().filter((one) => !theirs.some((other) => isSame(one, other)));
    replace([...theirs, ...mine]);
    autosave.resolve(PHASES, [...theirs, ...mine]);
  };
  const fits = theirs.length + shown.phases.length <= MAX_PHASES;
  const rows = shown.phases.map((phase, index) => ({ id: `${shown.age}.${index}`, index, phase }));

  return (
    <StepFrameForm
      place={place}
      form={form}
      action={action}
      autosave={autosave}
      onInput={onInput}
      check={() => (typed().length === 0 ? [] : parsePhases(typed(), null).errors)}
      onChecked={setFound}
      errors={errors}
      message={formMessage(posted)}
    >
      <button type="submit" name="do" value="save" className="fr-btn guichet-without-script">
        Enregistrer
      </button>
      <NeededSentence />
      <p>
        La phase suivante est financée une fois le jalon de la précédente atteint.{" "}
        {planTotal !== null &&
          planTotal > ZERO &&
          `Les phases se partagent exactement le total du plan de financement\u00A0: ${formatEuros(planTotal)}.`}
      </p>
      <input type="hidden" name={revisionName(PHASES)} defaultValue={revisions[PHASES] ?? 0} />
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          subject="les phases"
          saved={<PhasesInWords phases={theirs} />}
          onMine={() => autosave.resolve(PHASES, typed())}
          onTheirs={() => {
            autosave.takeSaved(PHASES);
            replace(theirs);
          }}
          onBoth={fits ? unite : undefined}
        />
      )}
      {rows.map(({ id, index, phase }) => (
        <PhaseFields
          key={id}
          index={index}
          phase={phase}
          errors={errors}
          writable={place.writable}
          onButton={press}
        />
      ))}
      {place.writable && (
        <ul className="fr-btns-group fr-btns-group--inline">
          <ListButton button="add-phase" onButton={press}>
            Ajouter une phase
          </ListButton>
        </ul>
      )}
      <Questions
        questions={questions}
        answers={answers}
        autosave={autosave}
        revisions={revisions}
        errors={errors}
        writable={place.writable}
      />
    </StepFrameForm>
  );
}
