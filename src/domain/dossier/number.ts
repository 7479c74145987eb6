import { z } from "zod";

/** `2021-000421`. Anything else is an address nobody has. */
export const dossierNumber = z
  .string()
  .regex(/^\d{4}-\d{6,9}$/, { error: "Ce numéro de dossier n’existe pas." });
