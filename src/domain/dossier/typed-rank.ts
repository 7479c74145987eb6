import { z } from "zod";
import { LAST_RANK, UNRANKED } from "./ministry-rank";

const SENTENCE = `Le rang est un nombre entier de 1 à ${LAST_RANK}, ou rien. Exemple\u00A0: 3.`;

/** A rank as typed; an empty field takes the rank away. */
export const typedRank = z
  .string()
  .trim()
  .regex(/^(?:[1-9]\d{0,2})?$/, { error: SENTENCE })
  .transform((text) => (text === "" ? UNRANKED : Number(text)));
