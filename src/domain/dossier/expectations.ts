import type { TypedValues } from "@/domain/form-state";
import type { ThemeForm } from "@/domain/themes/types";
import { askedTargets } from "./editing";

/** What a decision « à représenter » expects of the new presentation: one thing, maybe about one place of the form. */
export interface Expected {
  body: string;
  /** A question or a step of the form; null for the whole dossier. */
  target: string | null;
}

/** Expectations of one decision, at most: more is another project. */
export const MOST_EXPECTATIONS = 10;
/** Longest expectation, in characters. */
export const MAX_EXPECTATION = 2_000;

/** The names of an expectation's fields in a form, and of the number of those it shows. */
export const expectationName = (position: number) => `expectation.${position}`;
export const aboutName = (position: number) => `about.${position}`;
export const EXPECTATIONS_COUNT = "expectations";
/** The name of the buttons that change the list. */
export const EXPECTATIONS_BUTTON = "change";

/** What an expectation may be about, in the order of the form: each with a label that names its step. */
export function expectableTargets(
  form: Pick<ThemeForm, "steps" | "fields">,
): { value: string; label: string }[] {
  return askedTargets(form).map(({ target, label, group }) => ({
    value: target,
    label: label.includes(group) ? label : `${group}\u00A0: ${label}`,
  }));
}

interface Row {
  body: string;
  about: string;
}

/** How many expectations a form shows: what it says, within the bounds. */
export function expectationsShown(typed: string): number {
  const count = /^\d{1,2}$/.test(typed) ? Number(typed) : 1;
  return Math.min(Math.max(count, 1), MOST_EXPECTATIONS);
}

const single = (value: string | readonly string[] | undefined): string =>
  typeof value === "string" ? value : (value?.[0] ?? "");

function rowsOf(values: TypedValues): Row[] {
  const count = expectationsShown(single(values[EXPECTATIONS_COUNT]));
  return Array.from({ length: count }, (_, index) => ({
    body: single(values[expectationName(index + 1)]),
    about: single(values[aboutName(index + 1)]),
  }));
}

/** The expectations typed in a form, in order; those left empty aside, with the place each one has in the form. */
export function typedExpectations(values: TypedValues): (Expected & { position: number })[] {
  return rowsOf(values).flatMap(({ body, about }, index) =>
    body.trim() === "" && about === ""
      ? []
      : [{ position: index + 1, body, target: about === "" ? null : about }],
  );
}

/** What a button of the list did: what is typed then, and the sentence said of it. */
export interface EditedExpectations {
  values: TypedValues;
  message: string;
}

/**
 * The form after a button of its list of expectations: `add`, `remove:2`, `up:2`, `down:2`. Null for another button, and
 * for one that can do nothing. Nothing typed is lost but what is removed.
 */
export function editExpectations(values: TypedValues, button: string): EditedExpectations | null {
  const [, verb, place] = /^(add|remove|up|down)(?::(\d{1,2}))?$/.exec(button) ?? [];
  const rows = rowsOf(values);
  if (verb === "add") {
    if (rows.length === MOST_EXPECTATIONS) return null;
    const added = [...rows, { body: "", about: "" }];
    return edited(values, added, `Attente ${added.length} ajoutée.`);
  }
  const from = Number(place) - 1;
  const row = rows[from];
  if (!verb || !row) return null;
  if (verb === "remove") {
    const left = rows.toSpliced(from, 1);
    return edited(
      values,
      left.length > 0 ? left : [{ body: "", about: "" }],
      `Attente ${from + 1} retirée.`,
    );
  }
  const to = verb === "up" ? from - 1 : from + 1;
  if (to < 0 || to >= rows.length) return null;
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, row);
  return edited(values, moved, `Attente ${from + 1} déplacée au rang ${to + 1}.`);
}

function edited(values: TypedValues, rows: readonly Row[], message: string): EditedExpectations {
  const others = Object.entries(values).filter(
    ([name]) => name !== EXPECTATIONS_BUTTON && !/^(?:expectation|about)\.\d+$/.test(name),
  );
  return {
    message,
    values: {
      ...Object.fromEntries(others),
      [EXPECTATIONS_COUNT]: String(rows.length),
      ...Object.fromEntries(
        rows.flatMap(({ body, about }, index) => [
          [expectationName(index + 1), body],
          [aboutName(index + 1), about],
        ]),
      ),
    },
  };
}
