import { z } from "zod";
import { label } from "@/domain/dossier/label";
import { dossierNumber } from "@/domain/dossier/number";
import { listQuery } from "@/domain/saved-view-input";
import { BULK_ACTS, type BulkAct, NOBODY } from "./bulk";
import { MOST_SELECTED } from "./limits";

/** What enters the room of the work list, one schema per command. */

export const assignSchema = z.object({
  number: dossierNumber,
  /** Empty: nobody. */
  assignee: z.union([z.literal(""), z.uuid({ error: "Choisissez une personne de la liste." })]),
});
export type AssignInput = z.output<typeof assignSchema>;

export const labelSchema = z.object({ number: dossierNumber, label });
export type LabelInput = z.output<typeof labelSchema>;

/** What each act on several dossiers asks besides them. */
const VALUES = {
  // Nobody is chosen as such: a list left as it was empties no dossier of its instructor.
  assign: z
    .union([z.literal(NOBODY), z.uuid({ error: "Choisissez à qui confier ces dossiers." })])
    .transform((value) => (value === NOBODY ? "" : value)),
  "add-label": label,
  "remove-label": label,
  admit: z.literal(""),
} as const satisfies Record<BulkAct, z.ZodType<string>>;

/** One act on the dossiers of a selection; its key is made with the form. */
export function bulkSchema({ act }: Readonly<Record<string, unknown>>) {
  const known = BULK_ACTS.find((each) => each === act) ?? "assign";
  return z.object({
    key: z.uuid({ error: "Rechargez la page, puis recommencez." }),
    act: z.enum(BULK_ACTS),
    dossiers: z
      .array(dossierNumber)
      .min(1, { error: "Cochez au moins un dossier." })
      .max(MOST_SELECTED),
    value: VALUES[known],
    /** The list the selection comes from, to go back to. */
    list: listQuery,
  });
}
export type BulkInput = z.output<ReturnType<typeof bulkSchema>>;

export const resumeBulkSchema = z.object({ id: z.uuid(), list: listQuery });
