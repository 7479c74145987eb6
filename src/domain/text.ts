import { z } from "zod";

/** Control characters other than tab and line feed, which PostgreSQL or a reader cannot hold. */
const CONTROL = /[^\P{Cc}\t\n]/u;
/** Characters that reverse the reading order: forbidden in names, where they disguise what is written. */
const BIDI = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const toLineFeeds = (value: string) => value.replace(/\r\n?/g, "\n");

/**
 * The one schema through which text enters: NFC, well-formed, without NUL or control characters, bounded.
 * `max` counts UTF-16 units after normalisation.
 */
export function text(max: number) {
  return z
    .string()
    .transform((value) => toLineFeeds(value))
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), {
      message:
        "Ce texte contient un caractère invisible que le portail ne peut pas garder. Saisissez-le à nouveau.",
    })
    .transform((value) => value.normalize("NFC").trim())
    .refine((value) => value.length <= max, {
      message: `Ce texte dépasse ${max.toLocaleString("fr-FR")} caractères. Raccourcissez-le.`,
    });
}

/** A name on one line: as `text`, without line feeds nor direction marks. */
export function name(max: number) {
  return text(max).refine((value) => !BIDI.test(value) && !value.includes("\n"), {
    message: "Ce nom doit tenir sur une ligne et ne contenir que des caractères ordinaires.",
  });
}
