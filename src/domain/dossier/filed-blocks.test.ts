import { expect, test } from "vitest";
import { euros } from "@/domain/money";
import { formByTheme } from "@/domain/themes/forms";
import { THEME_LIST } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import { filedBlocks } from "./filed-blocks";

const AMOUNTS = {
  total: euros(400_000),
  computedGrant: euros(300_000),
  requestedGrant: euros(250_000),
};
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

test.each(
  THEME_LIST.filter(({ code }) => formByTheme(code)).map((theme) => [theme.code, theme] as const),
)(
  "%s: every step, every answer typed in full and every line of the plan are in the document",
  (code, theme) => {
    const form = formByTheme(code);
    if (!form) throw new Error(`${code} has no form`);
    const { lines } = SAMPLES[code];
    const answers: Record<string, unknown> = { ...SAMPLES[code].answers };
    const text = JSON.stringify(
      filedBlocks({
        theme,
        form,
        answers,
        lines,
        coFinancers: [{ name: "La région", amount: "10 000", certainty: "acquired" }].map(
          ({ name, amount, certainty }) => ({ name, typedAmount: amount, certainty }),
        ),
        amounts: AMOUNTS,
        commitments: theme.commitments.map(({ key }) => key),
        coCarriers: ["Une direction"],
        files: [{ field: "documents", name: "devis.pdf", size: 84_000, status: "analysed" }],
      }),
    );
    for (const { title } of form.steps) expect(text).toContain(inJson(title));
    for (const { fields } of form.steps) {
      for (const field of fields) {
        const value = answers[field];
        if (typeof value === "string" && value.length > 40) expect(text).toContain(inJson(value));
      }
    }
    for (const { label } of lines) expect(text).toContain(inJson(label));
    expect(text).toContain("devis.pdf");
    expect(text).not.toMatch(/undefined|\[object/);
  },
);
