"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  type TypedCoFinancer,
  typedCoFinancerSchema,
  typedCoFinancersSchema,
} from "@/domain/dossier/co-financing";
import {
  type TypedLine,
  typedLineSchema,
  typedPlanSchema,
  withNature,
} from "@/domain/dossier/funding-plan";
import type { FormState } from "@/domain/form-state";
import type { TypedPlan } from "@/server/plan-rows";
import type { StepAutosave } from "@/ui/autosave/use-autosave";
import { fieldId } from "@/ui/field";
import { editCoFinancers, editPlan } from "../list-edits";
import { nested } from "../nested-values";

/** A line on screen, with an identity of its own: its fields stay when the lines above change. */
export interface Shown<Line> {
  id: number;
  line: Line;
}

interface ShownPlan {
  lines: readonly Shown<TypedLine>[];
  coFinancers: readonly Shown<TypedCoFinancer>[];
}

interface Removed {
  line: TypedLine;
  index: number;
}

const CELL = /^(plan|coFinancers)\.(\d+)\.([A-Za-z]+)$/;

/** The plan a post without script gave back, else the one saved. */
function firstPlan(saved: TypedPlan, posted: FormState): TypedPlan {
  if (posted.status !== "invalid" && posted.status !== "refused") return saved;
  const lines = nested(posted.values, "plan");
  const coFinancers = nested(posted.values, "coFinancers");
  return asPlan({ lines, coFinancers: Array.isArray(coFinancers) ? coFinancers : [] }) ?? saved;
}

/** The line a post without script has just removed. */
export function removedLine(posted: FormState): TypedLine | null {
  if (posted.status !== "done" || !posted.values) return null;
  const typed = typedLineSchema.safeParse(nested(posted.values, "removed"));
  return typed.success ? typed.data : null;
}

/** The plan as it changes on screen. `save` is told the whole plan at each change. */
export function usePlan(options: {
  saved: TypedPlan;
  posted: FormState;
  year: number;
  save: (plan: TypedPlan) => void;
}) {
  const next = useRef(0);
  const show = <Line>(lines: readonly Line[]): Shown<Line>[] =>
    lines.map((line) => {
      next.current += 1;
      return { id: next.current, line };
    });
  const showPlan = ({ lines, coFinancers }: TypedPlan): ShownPlan => ({
    lines: show(lines),
    coFinancers: show(coFinancers),
  });
  const [shown, setShown] = useState(() => showPlan(firstPlan(options.saved, options.posted)));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const { lines, coFinancers } = shown;

  useEffect(() => {
    if (focus === null) return;
    document.getElementById(focus)?.focus();
    setFocus(null);
  }, [focus]);

  const change = (changed: Partial<ShownPlan>) => {
    const after = { ...shown, ...changed };
    setShown(after);
    options.save(typed(after));
  };

  /** A cell was typed in: true when the event was one of the plan's. */
  const onInput = (event: FormEvent<HTMLFormElement>): boolean => {
    const input = event.target as HTMLInputElement;
    const [, list, place, column = ""] = CELL.exec(input.name) ?? [];
    if (!list) return false;
    const cell = { [column]: input.type === "checkbox" ? input.checked : input.value };
    const index = Number(place);
    if (list === "plan") {
      const edit = (line: TypedLine) =>
        column === "nature"
          ? withNature(line, input.value)
          : typedLineSchema.parse({ ...line, ...cell });
      change({ lines: edited(lines, index, edit) });
    } else {
      const parse = (line: TypedCoFinancer) => typedCoFinancerSchema.parse({ ...line, ...cell });
      change({ coFinancers: edited(coFinancers, index, parse) });
    }
    return true;
  };

  /** Lines after an edit, those known keeping their identity. */
  const kept = <Line>(before: readonly Shown<Line>[], after: readonly Line[]) => {
    const known = new Map(before.map((one) => [one.line, one]));
    return after.flatMap((line) => known.get(line) ?? show([line]));
  };

  /** A button of the plan. Lines keep their identity; the focus goes where the person goes on. */
  const press = (button: string) => {
    const plan = typed(shown);
    const edit = editPlan(plan.lines, button, options.year);
    const payers = editCoFinancers(plan.coFinancers, button);
    change({ lines: kept(lines, edit.lines), coFinancers: kept(coFinancers, payers.lines) });
    const index = lines.findIndex(({ line }) => line === edit.removed);
    setRemoved(edit.removed && { line: edit.removed, index });
    if (edit.focus !== null) setFocus(fieldId(`plan.${edit.focus}.label`));
    else if (edit.removed) {
      setFocus(index < edit.lines.length ? `remove-${index}` : "ajouter-une-depense");
    } else if (payers.focus) setFocus(fieldId(payers.focus));
    else if (payers.lines.length < coFinancers.length) setFocus("ajouter-un-co-financeur");
  };

  /** Puts the line just removed back in its place. */
  const restore = () => {
    if (!removed) return;
    change({ lines: lines.toSpliced(removed.index, 0, ...show([removed.line])) });
    setRemoved(null);
    setFocus(fieldId(`plan.${removed.index}.label`));
  };

  /** Shows another plan: a copy of this device, another person's. Saves nothing. */
  const replace = (other: TypedPlan) => setShown(showPlan(other));

  return { ...shown, typed: typed(shown), removed, onInput, press, restore, replace };
}

const typed = (shown: ShownPlan): TypedPlan => ({
  lines: shown.lines.map(({ line }) => line),
  coFinancers: shown.coFinancers.map(({ line }) => line),
});

function edited<Line>(
  lines: readonly Shown<Line>[],
  index: number,
  change: (line: Line) => Line,
): Shown<Line>[] {
  return lines.map((one, at) => (at === index ? { ...one, line: change(one.line) } : one));
}

/** A plan that came from a copy or from the portal; null when it is not one. A list alone is its lines. */
export function asPlan(value: unknown): TypedPlan | null {
  const { lines, coFinancers = [] } = (Array.isArray(value) ? { lines: value } : (value ?? {})) as {
    lines?: unknown;
    coFinancers?: unknown;
  };
  const own = typedPlanSchema.safeParse(lines);
  const others = typedCoFinancersSchema.safeParse(coFinancers);
  return own.success && others.success ? { lines: own.data, coFinancers: others.data } : null;
}

/** Saves the plan under its one name. */
export function planSaver(autosave: { current: StepAutosave | null }) {
  return (plan: TypedPlan) => autosave.current?.edit("plan", plan);
}
