"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  type PlanColumn,
  type TypedLine,
  typedLineSchema,
  typedPlanSchema,
} from "@/domain/dossier/funding-plan";
import type { FormState } from "@/domain/form-state";
import type { StepAutosave } from "@/ui/autosave/use-autosave";
import { fieldId } from "@/ui/field";
import { editPlan } from "../list-edits";
import { nested } from "../nested-values";

/** A line on screen, with an identity of its own: its fields stay when the lines above change. */
export interface ShownLine {
  id: number;
  line: TypedLine;
}

interface Removed {
  line: TypedLine;
  index: number;
}

const CELL = /^plan\.(\d+)\.([A-Za-z]+)$/;

/** The lines a post without script gave back, else those saved. */
function firstLines(saved: readonly TypedLine[], posted: FormState): readonly TypedLine[] {
  if (posted.status !== "invalid" && posted.status !== "refused") return saved;
  const typed = typedPlanSchema.safeParse(nested(posted.values, "plan"));
  return typed.success ? typed.data : saved;
}

/** The line a post without script has just removed. */
export function removedLine(posted: FormState): TypedLine | null {
  if (posted.status !== "done" || !posted.values) return null;
  const typed = typedLineSchema.safeParse(nested(posted.values, "removed"));
  return typed.success ? typed.data : null;
}

/** The lines of the plan as they change on screen. `save` is told the whole plan at each change. */
export function usePlan(options: {
  saved: readonly TypedLine[];
  posted: FormState;
  year: number;
  save: (lines: readonly TypedLine[]) => void;
}) {
  const next = useRef(0);
  const show = (lines: readonly TypedLine[]): ShownLine[] =>
    lines.map((line) => {
      next.current += 1;
      return { id: next.current, line };
    });
  const [lines, setLines] = useState(() => show(firstLines(options.saved, options.posted)));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [focus, setFocus] = useState<string | null>(null);

  useEffect(() => {
    if (focus === null) return;
    document.getElementById(focus)?.focus();
    setFocus(null);
  }, [focus]);

  const change = (shown: ShownLine[]) => {
    setLines(shown);
    options.save(shown.map(({ line }) => line));
  };

  /** A cell was typed in: true when the event was one of the plan's. */
  const onInput = (event: FormEvent<HTMLFormElement>): boolean => {
    const input = event.target as HTMLInputElement;
    const cell = CELL.exec(input.name);
    if (!cell) return false;
    const index = Number(cell[1]);
    const column = cell[2] as PlanColumn;
    const value = input.type === "checkbox" ? input.checked : input.value;
    change(
      lines.map((shown, at) =>
        at === index
          ? { ...shown, line: typedLineSchema.parse({ ...shown.line, [column]: value }) }
          : shown,
      ),
    );
    return true;
  };

  /** A button of the plan. Lines keep their identity; the focus goes where the person goes on. */
  const press = (button: string) => {
    const edit = editPlan(
      lines.map(({ line }) => line),
      button,
      options.year,
    );
    const known = new Map(lines.map((shown) => [shown.line, shown]));
    change(edit.lines.map((line) => known.get(line) ?? show([line])[0]).filter((line) => !!line));
    const index = lines.findIndex(({ line }) => line === edit.removed);
    setRemoved(edit.removed && { line: edit.removed, index });
    if (edit.focus !== null) setFocus(fieldId(`plan.${edit.focus}.label`));
    else if (edit.removed) {
      setFocus(index < edit.lines.length ? `remove-${index}` : "ajouter-une-depense");
    }
  };

  /** Puts the line just removed back in its place. */
  const restore = () => {
    if (!removed) return;
    change(lines.toSpliced(removed.index, 0, ...show([removed.line])));
    setRemoved(null);
    setFocus(fieldId(`plan.${removed.index}.label`));
  };

  /** Shows other lines: a copy of this device, another person's plan. Saves nothing. */
  const replace = (others: readonly TypedLine[]) => setLines(show(others));

  return { lines, removed, onInput, press, restore, replace };
}

/** A plan that came from a copy or from the portal; null when it is not one. */
export function asPlan(value: unknown): TypedLine[] | null {
  const typed = typedPlanSchema.safeParse(value);
  return typed.success ? typed.data : null;
}

/** Saves the plan under its one name. */
export function planSaver(autosave: { current: StepAutosave | null }) {
  return (lines: readonly TypedLine[]) => autosave.current?.edit("plan", lines);
}
