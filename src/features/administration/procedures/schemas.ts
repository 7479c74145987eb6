import { z } from "zod";
import {
  procedureCodeSchema,
  procedureMinistrySchema,
  procedureNameSchema,
} from "@/server/procedure-file";

export const addProcedureSchema = z.object({
  code: procedureCodeSchema,
  name: procedureNameSchema,
  ministry: procedureMinistrySchema,
});
export type AddProcedureInput = z.output<typeof addProcedureSchema>;

export const renameProcedureSchema = addProcedureSchema;

export const listProcedureSchema = z.object({
  code: procedureCodeSchema,
  /** What the page offered: off the list, or back on it. */
  active: z.enum(["oui", "non"]).transform((value) => value === "oui"),
});
export type ListProcedureInput = z.output<typeof listProcedureSchema>;

const MAX_FILE = 500_000;

export const importProceduresSchema = z.object({
  content: z
    .string()
    .refine((value) => value.trim() !== "", {
      message: "Choisissez un fichier CSV, ou collez son contenu.",
    })
    .refine((value) => value.length <= MAX_FILE, {
      message: "Ce fichier est trop grand pour une liste de démarches. Partagez-le.",
    }),
  /** Takes off the list the procedures the file does not hold. */
  replace: z.literal("oui").optional(),
});
export type ImportProceduresInput = z.output<typeof importProceduresSchema>;
