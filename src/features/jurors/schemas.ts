import { z } from "zod";
import type { Day } from "@/domain/calendar";
import { LINK_NATURES } from "@/domain/rights/conflicts";
import { name, text } from "@/domain/text";
import { THEME_CODES } from "@/domain/themes/types";
import { type LinkPart, linkPath, MOST_LINKS } from "./link-fields";

/** What enters the pool of a jury and the declarations of its members, one schema per command. */

const theme = z.enum(THEME_CODES);
const membership = z.uuid({ error: "Rechargez la page, puis recommencez." });
/** Most skills of a member, and the longest one. */
const MOST_SKILLS = 12;
const SKILL_LENGTH = 60;

/** Skills as typed, separated by commas or lines: each once. */
const skills = text(MOST_SKILLS * (SKILL_LENGTH + 2))
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[,;\n]/)
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    ),
  ])
  .refine((all) => all.length <= MOST_SKILLS, {
    error: `Donnez ${MOST_SKILLS} compétences au plus\u00A0: gardez les plus utiles.`,
  })
  .refine((all) => all.every((each) => each.length <= SKILL_LENGTH), {
    error: `Une compétence tient en ${SKILL_LENGTH} caractères, par exemple «\u00A0systèmes d’information géographique\u00A0». Séparez-les par des virgules.`,
  });

/** How many dossiers at once; empty for no limit. */
const capacity = z
  .string()
  .trim()
  .refine((typed) => typed === "" || (/^\d{1,3}$/.test(typed) && +typed >= 1 && +typed <= 500), {
    error: "Écrivez un nombre de dossiers de 1 à 500, ou laissez vide.",
  })
  .transform((typed) => (typed === "" ? null : Number(typed)));

const reason = (example: string) =>
  text(1000).refine((typed) => typed !== "", {
    error: `Dites pourquoi. Exemple\u00A0: ${example}.`,
  });

export const inviteJurorsSchema = z.object({
  theme,
  jurors: z.array(z.uuid()).min(1, { error: "Cochez au moins une personne." }).max(50),
});
export type InviteJurorsInput = z.output<typeof inviteJurorsSchema>;

export const acceptSeatSchema = z.object({ membership, skills, capacity });
export type AcceptSeatInput = z.output<typeof acceptSeatSchema>;

export const declineSeatSchema = z.object({
  membership,
  reason: reason("je quitte mon ministère en mars"),
});
export type DeclineSeatInput = z.output<typeof declineSeatSchema>;

export const changeMemberSchema = z.object({ theme, membership, skills, capacity });
export type ChangeMemberInput = z.output<typeof changeMemberSchema>;

export const endMandateSchema = z.object({
  theme,
  membership,
  reason: reason("le jury est renouvelé chaque année"),
});
export type EndMandateInput = z.output<typeof endMandateSchema>;

const ROW = /^(nature|name|endedOn|detail)\.(\d{1,2})$/;

const day = z
  .string()
  .refine(
    (typed) =>
      typed === "" || (/^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed))),
    {
      error: "Choisissez le jour où le lien a pris fin, ou laissez vide s’il dure.",
    },
  )
  .transform((typed) => (typed === "" ? null : (typed as Day)));

export interface TypedLink {
  nature: (typeof LINK_NATURES)[number];
  name: string;
  endedOn: Day | null;
  detail: string;
}

/** Rows of links in what was posted, those with something typed in them. */
function filledRows(posted: Readonly<Record<string, unknown>>): number[] {
  const rows = Object.entries(posted).flatMap(([key, value]) => {
    const match = ROW.exec(key);
    return match && typeof value === "string" && value.trim() !== "" ? [Number(match[2])] : [];
  });
  return [...new Set(rows)].filter((row) => row < MOST_LINKS).sort((a, b) => a - b);
}

const LINK_FIELDS: Record<LinkPart, z.ZodType> = {
  nature: z.enum(LINK_NATURES, { error: "Choisissez la nature du lien." }),
  name: name(200).refine((typed) => typed !== "", {
    error:
      "Nommez l’organisation ou la personne. Exemple\u00A0: Office français de la biodiversité.",
  }),
  endedOn: day,
  detail: text(1000),
};

/** A declaration as posted: nothing to declare, said in so many words, or links, one per row of the form. */
export function declarationSchema(posted: Readonly<Record<string, unknown>>) {
  const filled = new Set(filledRows(posted));
  const rows = Object.keys(posted).flatMap((key): [string, z.ZodType][] => {
    const [, part, row] = ROW.exec(key) ?? [];
    if (!part) return [];
    // A row left blank is no link: nothing is asked of it.
    return [[key, filled.has(Number(row)) ? LINK_FIELDS[part as LinkPart] : z.string()]];
  });
  return z
    .object({
      statement: z.enum(["none", "links"], {
        error: "Dites si vous avez des liens à déclarer.",
      }),
      sincere: z.literal("oui", { error: "Cochez cette case pour signer votre déclaration." }),
      ...Object.fromEntries(rows),
    })
    .superRefine(({ statement }, context) => {
      if (statement === "links" && filled.size === 0) {
        context.addIssue({
          code: "custom",
          path: ["statement"],
          message:
            "Décrivez au moins un lien, ou choisissez «\u00A0Je n’ai rien à déclarer\u00A0».",
        });
      }
      if (statement === "none" && filled.size > 0) {
        context.addIssue({
          code: "custom",
          path: ["statement"],
          message:
            "Des liens sont écrits plus bas\u00A0: effacez-les, ou choisissez de les déclarer.",
        });
      }
    });
}

/** The links of a declaration that was checked, in the order of the form. */
export function declaredLinks(input: Readonly<Record<string, unknown>>): TypedLink[] {
  return filledRows(input).flatMap((row): TypedLink[] => {
    const nature = LINK_NATURES.find((known) => known === input[linkPath("nature", row)]);
    if (!nature) return [];
    const typed = (part: LinkPart) => String(input[linkPath(part, row)] ?? "");
    const endedOn = typed("endedOn") === "" ? null : (typed("endedOn") as Day);
    return [{ nature, name: typed("name"), endedOn, detail: typed("detail") }];
  });
}
