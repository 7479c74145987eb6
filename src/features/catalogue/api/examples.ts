import type { ThemeCode } from "@/domain/themes/types";

/** A call shown in the description of the interface. The tests make each one and hold its answer against this. */
export interface Example {
  key: string;
  summary: string;
  theme: ThemeCode;
  request: object;
  status: 200 | 400;
  answer: object;
}

const CAPPED =
  "Financé à 100\u00A0% jusqu’à 48\u202F000,00\u00A0€\u202F; les 12\u202F000,00\u00A0€ restants sont à votre charge.";
const LOW_SHARE =
  "La part des services déconcentrés est de 45\u00A0%\u202F; ITN3 demande au moins 50\u00A0%.";
const RATE = "75\u00A0% de la base de 300\u202F000,00\u00A0€.";

/** Instants are given, so that the answers do not depend on the day they are read. */
const FILED_AT = "2021-01-20T10:00:00+01:00";

const line = (amount: string) => ({ amount, nature: "T3", year: 2021, category: "development" });

export const EXAMPLES: readonly Example[] = [
  {
    key: "eligible",
    summary: "A grant lowered by the threshold of ITN6",
    theme: "ITN6",
    request: {
      carrier: { kind: "central-administration" },
      filedAt: FILED_AT,
      expenses: [{ ...line("60000.00"), provider: { seatInFrance: true, innovative: true } }],
      answers: { impactAnalysis: true, resultsWithinMonths: 3 },
    },
    status: 200,
    answer: {
      theme: "ITN6",
      themeVersion: 1,
      verdict: "eligible",
      total: "60000.00",
      base: "60000.00",
      grant: "48000.00",
      remaining: "12000.00",
      effectiveRate: "0.8000",
      call: { kind: "guichet", label: "Guichet ITN6" },
      round: null,
      findings: [
        {
          code: "GRANT_CAPPED",
          severity: "information",
          message: CAPPED,
          source: "Livret l.366",
          interpretation: false,
        },
      ],
      explanation: [
        {
          rule: "full-funding-threshold",
          label: CAPPED,
          amount: "48000.00",
          source: "Livret l.366",
        },
      ],
    },
  },
  {
    key: "ineligible",
    summary: "A share below what ITN3 demands; the amounts are computed all the same",
    theme: "ITN3",
    request: {
      carrier: { kind: "deconcentrated-service" },
      filedAt: FILED_AT,
      expenses: [line("300000.00")],
      answers: { deconcentratedShare: "0.45", centralAdministrationInvolved: true },
    },
    status: 200,
    answer: {
      theme: "ITN3",
      themeVersion: 1,
      verdict: "ineligible",
      total: "300000.00",
      base: "300000.00",
      grant: "225000.00",
      remaining: "75000.00",
      effectiveRate: "0.7500",
      call: { kind: "aap", label: "Appel à projets ITN3" },
      round: null,
      findings: [
        {
          code: "DECONCENTRATED_SHARE_LOW",
          severity: "blocking",
          message: LOW_SHARE,
          source: "Livret l.174",
          interpretation: false,
        },
      ],
      explanation: [{ rule: "rate", label: RATE, amount: "225000.00", source: "Livret l.173" }],
    },
  },
  {
    key: "invalid",
    summary: "An amount without its two digits, and a key that does not exist",
    theme: "ITN3",
    request: {
      carrier: { kind: "deconcentrated-service" },
      expenses: [line("300000")],
      population: 12,
    },
    status: 400,
    answer: {
      error: {
        code: "INVALID_INPUT",
        fields: [
          {
            path: "expenses.0.amount",
            message:
              'Le montant doit être une chaîne en euros avec deux décimales, positive. Exemple\u00A0: "12500.50".',
          },
          { path: "population", message: "Cette clé n’est pas prévue. Retirez-la." },
        ],
      },
    },
  },
];
