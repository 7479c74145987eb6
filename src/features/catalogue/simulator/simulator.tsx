"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { FieldError } from "@/domain/errors";
import type { PublicCall } from "@/features/catalogue/public-calls";
import { ExpenseLine } from "@/features/catalogue/simulator/expense-line";
import { FIELDS, lineField, MAX_LINES } from "@/features/catalogue/simulator/field-names";
import type { LiveSimulation } from "@/features/catalogue/simulator/live";
import { ProjectFields } from "@/features/catalogue/simulator/project-fields";
import type { SimulatorSetup } from "@/features/catalogue/simulator/setup";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { useEarlyInput } from "@/ui/use-early-input";

export interface SimulatorProps {
  setup: SimulatorSetup;
  calls: readonly PublicCall[];
  /** The portal's clock less the machine's, in milliseconds, when the page was made. */
  clockOffset: number;
  /** Numbers of the lines shown at first. */
  lines: readonly number[];
  /** What the address says, by field. */
  values?: Readonly<Record<string, string>>;
  errors?: readonly FieldError[];
  /** On the page of a result: it is read before the fields. */
  resultFirst?: boolean;
  /** The result computed with the page, if one was asked. */
  children?: ReactNode;
}

const NOTHING_TYPED = "Saisissez le montant d’une dépense.";

/** Time without typing before the page computes, then before it speaks. */
const COMPUTE_AFTER_MS = 250;
const SPEAK_AFTER_MS = 1000;

/**
 * The simulator's form: a plain GET form that the server answers, and that the browser computes while one types, with
 * the same rules, loaded at the first key.
 */
export function Simulator(props: SimulatorProps) {
  const { setup, values = {} } = props;
  const form = useRef<HTMLFormElement>(null);
  const [lines, setLines] = useState(props.lines);
  const [toFocus, setToFocus] = useState<string | null>(null);
  const { live, errors, spoken, compute, showErrors } = useLiveSimulation(props, form);
  useEarlyInput(form);

  useEffect(() => {
    if (toFocus === null) return;
    document.getElementById(toFocus)?.focus();
    setToFocus(null);
    compute();
  }, [toFocus, compute]);

  const nextLine = Math.max(-1, ...lines) + 1;
  const add = (event: FormEvent) => {
    event.preventDefault();
    setLines([...lines, nextLine]);
    setToFocus(fieldId(lineField(nextLine, "amount")));
  };
  const remove = (line: number) => {
    const place = lines.indexOf(line);
    const left = lines.filter((each) => each !== line);
    const near = left[Math.min(place, left.length - 1)];
    setLines(left);
    if (near !== undefined) setToFocus(fieldId(lineField(near, "amount")));
  };

  const result = (
    <section className="catalogue-result" aria-labelledby="simulation-resultat">
      <h3 id="simulation-resultat" className="fr-h5">
        Résultat
      </h3>
      {live ? (live.panel ?? <p>{NOTHING_TYPED}</p>) : (props.children ?? <p>{NOTHING_TYPED}</p>)}
    </section>
  );
  return (
    <form
      ref={form}
      action={routes.simulator(setup.slug)}
      method="get"
      noValidate
      onInput={compute}
      onBlur={showErrors}
    >
      {/* The button that the Enter key presses: browsers take the first of the form. */}
      <button type="submit" className="fr-sr-only" tabIndex={-1} aria-hidden="true">
        Calculer
      </button>
      <div className="catalogue-simulator">
        {props.resultFirst && result}
        <div className="catalogue-simulator__fields">
          {lines.map((line, index) => (
            <ExpenseLine
              key={line}
              setup={setup}
              line={line}
              place={index + 1}
              values={values}
              errors={errors}
              removable={lines.length > 1}
              onRemove={remove}
            />
          ))}
          {lines.length < MAX_LINES && (
            <button
              type="submit"
              className="fr-btn fr-btn--tertiary fr-btn--icon-left fr-icon-add-line fr-mb-3w"
              name={FIELDS.add}
              value="1"
              formAction={`${routes.simulator(setup.slug)}#${fieldId(lineField(nextLine, "amount"))}`}
              onClick={add}
            >
              Ajouter une dépense
            </button>
          )}
          <ProjectFields setup={setup} values={values} errors={errors} />
          <button type="submit" className="fr-btn fr-btn--secondary fr-mb-1w">
            Calculer
          </button>
          <p className="fr-hint-text">
            «{"\u00A0"}Calculer{"\u00A0"}» ouvre une page dont l’adresse garde vos réponses, pour la
            partager. Rien n’est enregistré.
          </p>
        </div>
        {!props.resultFirst && result}
      </div>
      <p role="status" className="fr-sr-only">
        {spoken}
      </p>
    </form>
  );
}

/** Computes while one types: the last request wins; the grant is spoken once typing rests. */
function useLiveSimulation(props: SimulatorProps, form: React.RefObject<HTMLFormElement | null>) {
  const [live, setLive] = useState<LiveSimulation | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>(props.errors ?? []);
  const [spoken, setSpoken] = useState("");
  const latest = useRef(props);
  latest.current = props;
  const timers = useRef<{ compute?: number; speak?: number; turn: number }>({ turn: 0 });

  const [actions] = useState(() => {
    const computeNow = async () => {
      const { setup, calls, clockOffset } = latest.current;
      if (!form.current) return null;
      const turn = ++timers.current.turn;
      const params = paramsOf(form.current);
      const { simulateLive } = await import("@/features/catalogue/simulator/live");
      const simulated = await simulateLive({
        theme: setup.code,
        questions: setup.questions,
        calls,
        now: new Date(Date.now() + clockOffset),
        params,
      });
      if (turn !== timers.current.turn) return null;
      setLive(simulated);
      window.clearTimeout(timers.current.speak);
      timers.current.speak = window.setTimeout(
        () => setSpoken(simulated.announcement),
        SPEAK_AFTER_MS,
      );
      return simulated;
    };
    return {
      compute: () => {
        window.clearTimeout(timers.current.compute);
        timers.current.compute = window.setTimeout(async () => {
          const simulated = await computeNow();
          if (!simulated) return;
          // While typing an error may go away; a new one waits until the field is left.
          const wrong = new Set(simulated.errors.map(({ path }) => path));
          setErrors((shown) => shown.filter(({ path }) => wrong.has(path)));
        }, COMPUTE_AFTER_MS);
      },
      showErrors: async () => {
        const simulated = await computeNow();
        if (simulated) setErrors(simulated.errors);
      },
    };
  });
  return { live, errors, spoken, ...actions };
}

function paramsOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") params.append(name, value);
  }
  return params;
}
