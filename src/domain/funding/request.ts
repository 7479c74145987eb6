import { z } from "zod";
import type { FieldError } from "@/domain/errors";
import type { SimulationInput } from "@/domain/funding/types";
import { type Cents, DECIMAL_STRING, parseDecimalString } from "@/domain/money";
import { CARRIER_KINDS, EXPENSE_CATEGORIES } from "@/domain/themes/types";

/** Largest number of lines (contract of the simulation). */
export const MAX_EXPENSES = 5_000;
/** The largest sum of a list of amounts, as of one amount: 9 999 999 999 999,99 €, an exact integer of cents. */
const MAX_SUM = 999_999_999_999_999;
/** Instants outside these years are typing errors, and calendars lose their meaning. */
const YEARS = { first: 2000, last: 2099 };

/** What the description of the interface says of an amount. */
const AMOUNT = {
  description: "Amount in euros, all taxes included, with two digits.",
  pattern: DECIMAL_STRING.source,
};

const amount = z
  .string()
  .meta(AMOUNT)
  .transform((text, context): Cents => {
    const parsed = parseDecimalString(text);
    if (parsed !== null) return parsed;
    context.addIssue({
      code: "custom",
      message:
        'Le montant doit être une chaîne en euros avec deux décimales, positive. Exemple\u00A0: "12500.50".',
    });
    return z.NEVER;
  });

/** A list of amounts whose sum stays exact. */
const withinSum = (amounts: readonly Cents[]) =>
  amounts.reduce((total, one) => total + one, 0) <= MAX_SUM;
const TOO_LARGE =
  "La somme des montants dépasse 9\u202F999\u202F999\u202F999\u202F999,99\u00A0€. Vérifiez-les.";

const SHARE = /^([01])(?:\.(\d{1,4}))?$/;

/** A share between 0 and 1 with up to four decimals, as ten-thousandths. */
const share = z
  .string()
  .meta({
    description: "Share between 0 and 1, with up to four decimals.",
    pattern: SHARE.source,
  })
  .transform((text, context): number => {
    const match = SHARE.exec(text);
    const parsed = match
      ? Number(match[1]) * 10_000 + Number((match[2] ?? "").padEnd(4, "0"))
      : Number.NaN;
    if (parsed <= 10_000) return parsed;
    context.addIssue({
      code: "custom",
      message:
        'La part doit être une chaîne entre 0 et 1, avec quatre décimales au plus. Exemple\u00A0: "0.625".',
    });
    return z.NEVER;
  });

const months = z.int().min(0);

const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine(
    (date) => date.getUTCFullYear() >= YEARS.first && date.getUTCFullYear() <= YEARS.last,
    `La date de dépôt doit être comprise entre ${YEARS.first} et ${YEARS.last}.`,
  );

const expense = z.strictObject({
  amount,
  nature: z.enum(["T2", "T3"]),
  year: z.int().min(2020).max(2035),
  category: z.enum(EXPENSE_CATEGORIES),
  nonEuropeanLicence: z.boolean().default(false),
  provider: z.strictObject({ seatInFrance: z.boolean(), innovative: z.boolean() }).optional(),
});

const answers = z.strictObject({
  procedureInObservatoire: z.boolean().optional(),
  inChargeOfProcedure: z.boolean().optional(),
  deconcentratedShare: share.optional(),
  centralAdministrationInvolved: z.boolean().optional(),
  impactAnalysis: z.boolean().optional(),
  resultsWithinMonths: months.optional(),
  frenchCompanyInvolved: z.boolean().optional(),
  onlySystemRebuild: z.boolean().optional(),
  dnumInformed: z.boolean().optional(),
  filedWithDnum: z.boolean().optional(),
  riePartnerNetworkSince: z.iso.date().optional(),
  implementationWithinMonths: months.optional(),
  hosting: z.enum(["cercle-1", "secnumcloud", "other"]).optional(),
  indicatorCadence: z.enum(["month", "quarter", "year"]).optional(),
  tradeSpecificDomain: z.boolean().optional(),
  retrainingToDigitalJobs: z.boolean().optional(),
});

/** The JSON of the public simulation. Objects are strict: an unknown key is refused, at the root too. */
export const simulationRequest = z.strictObject({
  carrier: z.strictObject({ kind: z.enum(CARRIER_KINDS) }),
  call: z.enum(["guichet", "aap"]).optional(),
  filedAt: instant.optional(),
  requestedGrant: amount.optional(),
  priorGrants: z.array(amount).refine(withinSum, TOO_LARGE).default([]),
  phaseOfLargerProject: z.boolean().default(false),
  projectTotal: amount.optional(),
  expenses: z
    .array(expense)
    .max(MAX_EXPENSES)
    .refine((lines) => withinSum(lines.map((line) => line.amount)), TOO_LARGE),
  answers: answers.default({}),
});

type Issue = z.core.$ZodRawIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "une chaîne de caractères",
  number: "un nombre",
  int: "un nombre entier",
  boolean: "vrai ou faux (true ou false)",
  array: "une liste",
  object: "un objet",
};

/** What is wrong with a value, in French: why, and what is expected. */
function tell(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "Cette valeur est obligatoire."
        : `Cette valeur doit être ${TYPES[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `Cette valeur doit être l’une de celles-ci\u00A0: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return issue.format === "date"
        ? 'Cette date doit être au format AAAA-MM-JJ. Exemple\u00A0: "2020-12-01".'
        : 'Cet instant doit être au format ISO 8601 avec un fuseau. Exemple\u00A0: "2021-01-20T10:00:00+01:00".';
    case "too_big":
      return issue.origin === "array"
        ? `Cette liste accepte ${issue.maximum} éléments au plus.`
        : `Cette valeur doit être au plus ${issue.maximum}.`;
    case "too_small":
      return `Cette valeur doit être au moins ${issue.minimum}.`;
    case "unrecognized_keys":
      return "Cette clé n’est pas prévue. Retirez-la.";
    default:
      return undefined;
  }
}

export type ParsedRequest =
  | { success: true; input: SimulationInput }
  | { success: false; fields: FieldError[] };

/**
 * The input of a simulation from the JSON of the API, or the wrong fields, each with its path (`expenses.0.amount`) and
 * a French sentence. `now` is the filing instant when the request gives none.
 */
export function parseSimulationRequest(json: unknown, now: Date): ParsedRequest {
  const parsed = simulationRequest.safeParse(json, { error: tell });
  if (parsed.success) {
    const { filedAt = now, ...request } = parsed.data;
    return { success: true, input: { ...request, filedAt } };
  }
  const fields = parsed.error.issues.flatMap((issue) => {
    // An unknown key is told at its own path, not at its parent's.
    const paths =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path];
    return paths.map((path) => ({ path: path.join("."), message: issue.message }));
  });
  return { success: false, fields };
}
