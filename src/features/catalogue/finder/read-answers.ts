import { CARRIED } from "@/domain/dossier/carried-answers";
import type { FieldError } from "@/domain/errors";
import { CARRIERS, capitalised } from "@/domain/funding/theme-words";
import { CARRIER_KIND_LABELS } from "@/domain/funding/wording";
import { type Cents, parseEuros, ZERO } from "@/domain/money";
import { parseWhole } from "@/domain/themes/field-kinds";
import { CARRIER_KINDS, type CarrierKind } from "@/domain/themes/types";
import { ANY_SUBJECT, SUBJECTS, type Subject } from "@/features/catalogue/finder/subjects";
import { slugOf } from "@/features/catalogue/words";

/** The names of the six questions in the address. */
export const QUESTIONS = {
  subject: "sujet",
  carrier: "porteur",
  ...CARRIED,
  dnumInformed: "dnum",
} as const;

export interface FinderAnswers {
  /** Null: every theme is compared. */
  subject: Subject | null;
  carrier: CarrierKind;
  /** The whole cost, staff included. */
  total: Cents;
  staff: Cents;
  resultsWithinMonths?: number;
  dnumInformed?: boolean;
}

export interface ReadAnswers {
  /** Null when an answer is missing or cannot be read. */
  answers: FinderAnswers | null;
  /** None for the address without an answer: nothing was asked yet. */
  errors: readonly FieldError[];
}

/** The kinds of carrier by their place in the address. */
export const CARRIER_CHOICES = CARRIER_KINDS.map((kind) => ({
  kind,
  value: slugOf(CARRIERS[kind]),
  label: capitalised(CARRIER_KIND_LABELS[kind]),
}));

const MAX_MONTHS = 120;

/** `Service déconcentré de l’État`. */
export function carrierLabel(kind: CarrierKind): string {
  return CARRIER_CHOICES.find((choice) => choice.kind === kind)?.label ?? "";
}

/** Reads the address of the finder. What cannot be read is told beside its question. */
export function readAnswers(params: URLSearchParams): ReadAnswers {
  const errors: FieldError[] = [];
  const typed = (name: string) => (params.get(name) ?? "").trim();
  const wrong = (path: string, message: string) => {
    errors.push({ path, message });
    return undefined;
  };

  const asked = Object.values(QUESTIONS).some((name) => params.has(name));
  const subject = SUBJECTS.find(({ value }) => value === typed(QUESTIONS.subject)) ?? null;
  const known = subject !== null || typed(QUESTIONS.subject) === ANY_SUBJECT.value;
  if (!known) {
    wrong(
      QUESTIONS.subject,
      `Dites ce que vous voulez faire. Si vous hésitez, choisissez «\u00A0${ANY_SUBJECT.label}\u00A0».`,
    );
  }
  const carrier =
    CARRIER_CHOICES.find(({ value }) => value === typed(QUESTIONS.carrier))?.kind ??
    wrong(QUESTIONS.carrier, "Dites qui porte le projet\u00A0: choisissez une réponse.");
  const total =
    positive(typed(QUESTIONS.total)) ??
    wrong(
      QUESTIONS.total,
      "Le coût total doit être un montant en euros, plus grand que zéro. Exemple\u00A0: 240\u202F000.",
    );
  const staff =
    (typed(QUESTIONS.staff) === "" ? ZERO : parseEuros(typed(QUESTIONS.staff))) ??
    wrong(
      QUESTIONS.staff,
      "La part des agents doit être un montant en euros. Exemple\u00A0: 30\u202F000.",
    );
  if (total !== undefined && staff !== undefined && staff > total) {
    wrong(
      QUESTIONS.staff,
      "La part des agents dépasse le coût total, qui la comprend. Vérifiez les deux montants.",
    );
  }
  const months = optionalMonths(typed(QUESTIONS.resultsWithinMonths));
  if (months === null) {
    wrong(
      QUESTIONS.resultsWithinMonths,
      `Le délai doit être un nombre entier de mois, de 0 à ${MAX_MONTHS}. Exemple\u00A0: 9.`,
    );
  }
  const dnum = typed(QUESTIONS.dnumInformed);
  if (errors.length > 0 || !carrier || total === undefined || staff === undefined) {
    return { answers: null, errors: asked ? errors : [] };
  }
  return {
    answers: {
      subject,
      carrier,
      total,
      staff,
      ...(months == null ? {} : { resultsWithinMonths: months }),
      ...(dnum === "oui" || dnum === "non" ? { dnumInformed: dnum === "oui" } : {}),
    },
    errors: [],
  };
}

function positive(text: string): Cents | undefined {
  const read = parseEuros(text);
  return read === null || read === ZERO ? undefined : read;
}

/** Undefined when nothing is typed, null when it is no number of months. */
function optionalMonths(text: string): number | null | undefined {
  if (text === "") return undefined;
  const months = parseWhole(text);
  return months !== null && months <= MAX_MONTHS ? months : null;
}
