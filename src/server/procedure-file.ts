import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { plainWords, separatorOf } from "@/domain/dossier/pasted-table";
import { name } from "@/domain/text";
import { PROCEDURE_CODE, type Procedure } from "@/domain/themes/itn1/procedures";

/** What one has to correct in a file, by its line, from 1. */
export interface LineError {
  line: number;
  message: string;
}

const MAX_PROCEDURES = 2_000;

export const procedureCodeSchema = name(20).refine((value) => PROCEDURE_CODE.test(value), {
  message:
    "Le code compte 20 caractères au plus, dont un chiffre au moins\u00A0: lettres sans accent, chiffres, points et tirets. Exemple\u00A0: D104.",
});

/** Brackets hold the code of an answer: a name has none. */
export const procedureNameSchema = name(200).refine(
  (value) => value.length >= 5 && !/[[\]]/.test(value),
  {
    message:
      "Le nom compte de 5 à 200 caractères, sans crochets. Exemple\u00A0: Demander une aide au logement.",
  },
);

export const procedureMinistrySchema = name(200).refine((value) => value.length >= 5, {
  message: "Écrivez le ministère en charge de la démarche. Exemple\u00A0: Ministère de la Justice.",
});

const row = z.tuple([procedureCodeSchema, procedureNameSchema, procedureMinistrySchema]);

/**
 * The procedures of a CSV file: code, name, ministry, with or without headings, lines beginning by `#` left out. Either
 * every line reads, or none is given: errors say which lines, and codes and names are there once each.
 */
export function readProcedureFile(content: string): {
  procedures: Procedure[];
  errors: LineError[];
} {
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lines: Line[] = [];
  try {
    parse(text, {
      comment: "#",
      comment_no_infix: true,
      delimiter: separatorOf(text.replace(/^#.*$/gm, "")),
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    return {
      procedures: [],
      errors: [
        { line, message: "Un guillemet ouvert n’est pas refermé. Corrigez-le ou retirez-le." },
      ],
    };
  }
  if (plainWords(lines[0]?.cells[0] ?? "") === "code") lines.shift();
  return checked(lines);
}

interface Line {
  line: number;
  cells: readonly string[];
}

function checked(lines: readonly Line[]) {
  const procedures: Procedure[] = [];
  const errors: LineError[] = [];
  if (lines.length === 0) {
    errors.push({ line: 1, message: "Le fichier ne contient aucune démarche." });
  }
  if (lines.length > MAX_PROCEDURES) {
    const limit = MAX_PROCEDURES.toLocaleString("fr-FR");
    errors.push({ line: 1, message: `Le fichier dépasse ${limit} démarches. Partagez-le.` });
    return { procedures, errors };
  }
  const seen = new Map<string, number>();
  for (const { line, cells } of lines) {
    const parsed = row.safeParse([cells[0] ?? "", cells[1] ?? "", cells[2] ?? ""]);
    if (!parsed.success) {
      errors.push({
        line,
        message: parsed.error.issues[0]?.message ?? "Cette ligne est à revoir.",
      });
      continue;
    }
    const [code, title, ministry] = parsed.data;
    const twin = seen.get(`code ${code.toLowerCase()}`) ?? seen.get(`nom ${plainWords(title)}`);
    if (twin !== undefined) {
      errors.push({ line, message: `Ce code ou ce nom est déjà à la ligne ${twin}.` });
      continue;
    }
    seen.set(`code ${code.toLowerCase()}`, line);
    seen.set(`nom ${plainWords(title)}`, line);
    procedures.push({ code, name: title, ministry });
  }
  return { procedures: errors.length > 0 ? [] : procedures, errors };
}
