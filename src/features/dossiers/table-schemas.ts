import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { typedSiteSchema } from "@/domain/dossier/sites";

/** Longest text pasted: five hundred rows of the widest table. */
export const MAX_PASTED = 400_000;

const revision = z.coerce.number().int().min(0).max(1_000_000);

/** A table on its way into a list of the draft. `check` only reads it. */
export const importTableSchema = z.object({
  number: dossierNumber,
  list: z.enum(["depenses", "sites"]),
  /** The revision of the list the page was made from: a list replaced is the one that was seen. */
  revision,
  table: z.string().max(MAX_PASTED, {
    error: "Ce tableau est trop long. Collez-le en plusieurs fois.",
  }),
  file: z.instanceof(File).optional(),
  do: z.enum(["check", "add", "replace"]),
});
export type ImportTableInput = z.output<typeof importTableSchema>;

/** A site of the form, and the one it was made from: empty for a new one. */
export const saveSiteSchema = z.object({
  number: dossierNumber,
  rank: z.coerce.number().int().min(0).max(500),
  seen: z.string().max(10_000),
  /** `keep` saves what is wrong too: nothing typed is refused a place in a draft. */
  do: z.enum(["save", "keep", "remove"]),
  ...typedSiteSchema.shape,
});
export type SaveSiteInput = z.output<typeof saveSiteSchema>;
