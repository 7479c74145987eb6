import { z } from "zod";
import type { SimulationResponse } from "@/domain/funding/response";
import {
  BLOCKING_CODES,
  INCOMPLETE_CODES,
  NOT_COMPUTABLE_CODES,
  NOT_OPEN_CODES,
  NOTICE_CODES,
  REDIRECT_CODES,
  VERDICTS,
} from "@/domain/funding/types";
import { DECIMAL_STRING } from "@/domain/money";
import { CARRIER_KINDS, EXPENSE_CATEGORIES, THEME_CODES } from "@/domain/themes/types";

/** The answers of the public interface, for its description; the tests hold them against real answers. */

const amount = z.string().regex(DECIMAL_STRING);
const rate = z.string().regex(/^[01]\.\d{4}$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const themeCode = z.enum(THEME_CODES);
const callKind = z.enum(["guichet", "aap"]);
const source = z.string().meta({ description: "Place in the founding texts." });

const findingCode = z
  .enum([
    ...BLOCKING_CODES,
    ...INCOMPLETE_CODES,
    ...NOT_OPEN_CODES,
    ...REDIRECT_CODES,
    ...NOT_COMPUTABLE_CODES,
    ...NOTICE_CODES,
  ])
  .meta({
    description: [
      `ineligible: ${BLOCKING_CODES.join(", ")}.`,
      `incomplete: ${INCOMPLETE_CODES.join(", ")}.`,
      `not-open: ${NOT_OPEN_CODES.join(", ")}.`,
      `redirect: ${REDIRECT_CODES.join(", ")}.`,
      `not-computable: ${NOT_COMPUTABLE_CODES.join(", ")}.`,
      `Never changes the verdict: ${NOTICE_CODES.join(", ")}.`,
    ].join("\n"),
  });

const finding = z.strictObject({
  code: findingCode,
  severity: z.enum(["blocking", "incomplete", "warning", "information"]),
  message: z.string().meta({ description: "A French sentence." }),
  source,
  interpretation: z
    .boolean()
    .meta({ description: "True when it rests on a reading retained where the texts are silent." }),
  theme: themeCode.optional().meta({ description: "The theme to go to, with OTHER_THEME." }),
});

/** The answer of a simulation. */
export const simulationAnswer = z.strictObject({
  theme: themeCode,
  themeVersion: z.int(),
  verdict: z.enum(VERDICTS).meta({
    description: `The first that applies of: ${VERDICTS.join(", ")}. Every finding is listed.`,
  }),
  total: amount.nullable(),
  base: amount.nullable(),
  grant: amount.nullable(),
  remaining: amount.nullable(),
  effectiveRate: rate.nullable().meta({ description: "Grant over total; null as the amounts." }),
  call: z.strictObject({ kind: callKind, label: z.string() }).nullable(),
  round: z
    .strictObject({ juryMonth: month })
    .nullable()
    .meta({ description: "The jury a filing falls into (SNAP2A, SNAP2B)." }),
  findings: z.array(finding).readonly(),
  explanation: z
    .array(z.strictObject({ rule: z.string(), label: z.string(), amount, source }))
    .readonly(),
}) satisfies z.ZodType<SimulationResponse>;

const fieldError = z.strictObject({
  path: z.string().meta({ description: "`expenses.0.amount`; empty for the whole." }),
  message: z.string().meta({ description: "A French sentence." }),
});

/** Status 400. */
export const invalidInput = z.strictObject({
  error: z.strictObject({ code: z.literal("INVALID_INPUT"), fields: z.array(fieldError) }),
});

/** The other refusals. */
export const refusal = (code: string) =>
  z.strictObject({ error: z.strictObject({ code: z.literal(code), message: z.string() }) });

const bound = z
  .strictObject({ amount, inclusive: z.boolean() })
  .nullable()
  .meta({ description: "`inclusive: false` is « plus de » or « moins de »." });

const call = z.strictObject({
  key: z.string(),
  kind: callKind,
  label: z.string(),
  state: z.enum(["to-come", "open", "closing-soon", "closed"]),
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable().meta({ description: "Null: no closing date." }),
  announced: z
    .string()
    .nullable()
    .meta({ description: "What is known while no day is set, such as « T2 2021 »." }),
  monthlyRounds: z.boolean(),
});

const summary = {
  code: themeCode,
  version: z.int(),
  volet: z.enum(["ITN", "SNAP"]),
  title: z.string(),
  tagline: z.string(),
  owner: z.enum(["DINUM", "DITP"]).nullable(),
  envelope: amount.nullable(),
  carriers: z.array(z.enum(CARRIER_KINDS)),
  rate: rate.nullable().meta({ description: "Null where no rule of funding is published (ITN7)." }),
  size: z
    .strictObject({ min: bound, max: bound, readOn: z.enum(["total", "T3"]) })
    .nullable()
    .meta({ description: "Expected cost of a project; null where the texts leave it undefined." }),
  calls: z.array(call),
  page: z.url(),
};

/** A theme in the list. */
export const themeSummary = z.strictObject(summary);
/** The list of themes. */
export const themeList = z.strictObject({ themes: z.array(themeSummary) });

const fact = z.strictObject({
  text: z.string(),
  source,
  reading: z.string().optional().meta({ description: "The reading retained by the portal." }),
});

/** A theme, with the rules of its grant and what its texts say. */
export const themeDetail = z.strictObject({
  ...summary,
  funding: z
    .strictObject({
      rate,
      staffCost: z.enum(["not-accepted", "valued", "counterpart"]),
      years: z.array(z.int()).nullable(),
      categories: z.array(z.enum(EXPENSE_CATEGORIES)).nullable(),
      excludedCategories: z.array(z.enum(EXPENSE_CATEGORIES)),
      excludesNonEuropeanLicences: z.boolean(),
      fullFundingUpTo: amount.nullable(),
      capPerDossier: amount.nullable(),
      capPerProject: amount.nullable(),
    })
    .nullable(),
  answers: z
    .array(z.string())
    .meta({ description: "Keys of `answers` that a simulation of this theme reads." }),
  fundingRules: z.array(fact),
  eligibilityRules: z.array(fact),
  funded: z.array(fact),
  excluded: z.array(fact),
  criteria: z.array(z.strictObject({ key: z.string(), name: z.string(), source })),
  commitments: z.array(fact),
  silences: z.array(fact),
});
