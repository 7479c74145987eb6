import { z } from "zod";

/** Control characters other than tab and line feed, which PostgreSQL or a reader cannot hold. */
const CONTROL = /[^\P{Cc}\t\n]/u;
/** Characters that reverse the reading order: forbidden in names, where they disguise what is written. */
const BIDI = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const toLineFeeds = (value: string) => value.replace(/\r\n?/g, "\n");

/** `3 000 caractères`, never cut at the end of a line. */
export const limit = (max: number) => `${max.toLocaleString("fr-FR")}\u00A0caractères`;

/**
 * The one schema through which text enters: NFC, well-formed, without NUL or control characters, bounded.
 * `max` counts UTF-16 units after normalisation; `tooLong` says whose text is longer, among several.
 */
export function text(max: number, tooLong = `Ce texte dépasse ${limit(max)}. Raccourcissez-le.`) {
  return z
    .string()
    .transform((value) => toLineFeeds(value))
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), {
      message:
        "Ce texte contient un caractère invisible que le portail ne peut pas garder. Saisissez-le à nouveau.",
    })
    .transform((value) => value.normalize("NFC").trim())
    .refine((value) => value.length <= max, {
      message: tooLong,
    });
}

/** A name on one line: as `text`, without line feeds nor direction marks. */
export function name(max: number, tooLong?: string) {
  return text(max, tooLong).refine((value) => !BIDI.test(value) && !value.includes("\n"), {
    message: "Ce nom doit tenir sur une ligne et ne contenir que des caractères ordinaires.",
  });
}

/** `de Claire Tanguy`, `d’Aïcha Morel`: elided before a vowel or an h. */
export function of(name: string): string {
  const first = name.normalize("NFD").charAt(0);
  return /[aeiouyh]/i.test(first) ? `d’${name}` : `de ${name}`;
}
