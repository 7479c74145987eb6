import { z } from "zod";
import type { Day } from "@/domain/calendar";
import {
  DOSSIER_KINDS,
  MOVEMENT_WORDS,
  UNIT_KINDS,
  UNIT_NATURES,
} from "@/domain/credits/movements";
import { dossierNumber } from "@/domain/dossier/number";
import { cents, parseEuros } from "@/domain/money";
import { name, text } from "@/domain/text";
import { FUND_OWNERS } from "@/domain/themes/types";

/** An amount that a form may leave out: zero then. */
const amount = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = typed.trim() === "" ? cents(0) : parseEuros(typed);
    if (read !== null) return read;
    context.addIssue({
      code: "custom",
      message: "Le montant doit être un nombre en euros. Exemple\u00A0: 12\u202F500,50.",
    });
    return z.NEVER;
  });

const reason = text(500).refine((typed) => typed.length >= 5, {
  message:
    "Dites pourquoi en une phrase\u00A0: elle est gardée au journal. Exemple\u00A0: convention signée le 12 janvier.",
});

/** The accounting day of a movement. */
export const accountingDay = z
  .string()
  .refine(isDay, "Écrivez une date qui existe, par exemple 20/01/2021.")
  .transform((typed) => typed as Day);

function isDay(typed: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(typed)) return false;
  const date = new Date(`${typed}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed);
}

const reference = name(40).default("");

const movement = z.object({
  /** Made with the form, so that the same one sent twice proposes once. */
  key: z.uuid(),
  ae: amount,
  cp: amount,
  reference,
  onDay: accountingDay,
  reason,
});

type Typed = { ae: number; cp: number; reference: string };

/** What the schema of a field cannot say: one amount at least, the number that the accounting asks. */
function complete(kind: keyof typeof MOVEMENT_WORDS, typed: Typed, context: z.RefinementCtx): void {
  const { moves, reference: asked } = MOVEMENT_WORDS[kind];
  if (moves.every((each) => typed[each] === 0)) {
    const path = [moves[0] ?? "ae"];
    context.addIssue({ code: "custom", path, message: "Écrivez un montant supérieur à zéro." });
  }
  for (const each of ["ae", "cp"] as const) {
    if (moves.includes(each) || typed[each] === 0) continue;
    context.addIssue({ code: "custom", path: [each], message: "Ce mouvement n’a pas ce montant." });
  }
  if (asked !== null && typed.reference === "") {
    const message = "Écrivez le numéro donné par la comptabilité.";
    context.addIssue({ code: "custom", path: ["reference"], message });
  }
}

export const unitMovementSchema = movement
  .extend({ unit: z.uuid(), movement: z.enum(UNIT_KINDS) })
  .superRefine((typed, context) => complete(typed.movement, typed, context));
export type UnitMovementInput = z.output<typeof unitMovementSchema>;

export const dossierMovementSchema = movement
  .extend({ number: dossierNumber, movement: z.enum(DOSSIER_KINDS) })
  .superRefine((typed, context) => complete(typed.movement, typed, context));
export type DossierMovementInput = z.output<typeof dossierMovementSchema>;

export const proposalSchema = z.object({ proposal: z.uuid() });
export type ProposalInput = z.output<typeof proposalSchema>;

export const refusalSchema = proposalSchema.extend({ answer: reason });
export type RefusalInput = z.output<typeof refusalSchema>;

/** A unit is called in the accounting by a code of capitals and digits. */
export const unitCode = z
  .string()
  .transform((typed) => typed.trim().toUpperCase())
  .refine((typed) => /^[A-Z0-9][A-Z0-9-]{2,19}$/.test(typed), {
    message:
      "Le code compte de 3 à 20 lettres sans accent, chiffres ou tirets. Exemple\u00A0: 0363-DNUM-INT.",
  });

export const createUnitSchema = z.object({
  code: unitCode,
  label: name(120).refine((typed) => typed.length >= 5, {
    message: "Nommez l’unité en clair. Exemple\u00A0: UO France Relance, ministère de l’Intérieur.",
  }),
  bop: z.enum(FUND_OWNERS, "Choisissez un BOP."),
  nature: z.enum(UNIT_NATURES, "Choisissez la nature de l’unité."),
  ministryId: z.uuid("Choisissez le ministère dans la liste."),
});
export type CreateUnitInput = z.output<typeof createUnitSchema>;

export const extractSchema = z.object({ extract: z.uuid() });
export type ExtractInput = z.output<typeof extractSchema>;
