import "server-only";
import { targetLabel } from "@/domain/dossier/editing";
import { formByTheme } from "@/domain/themes/forms";
import type { ThemeCode } from "@/domain/themes/types";

/** What a decision expects of a new presentation, in order. */
interface ExpectationRow {
  position: number;
  body: string;
  target: string | null;
}

/** The same, each with the words of what it is about; null for the whole dossier. */
export function listedExpectations(themeCode: ThemeCode, rows: readonly ExpectationRow[]) {
  const form = formByTheme(themeCode);
  return rows.map(({ position, body, target }) => ({
    position,
    body,
    about: target === null || !form ? null : targetLabel(form, target),
  }));
}
