import { formatDay, formatInstant, formatMonth } from "@/domain/calendar";
import type { CallWindow } from "@/domain/funding/calls";
import { filingDay, juryMonth } from "@/domain/funding/rounds";
import { CARRIERS, capSentences, rateSentence, sizeSentences } from "@/domain/funding/theme-words";
import { enumerate } from "@/domain/funding/wording";
import { type Cents, formatEuros } from "@/domain/money";
import type { CarrierKind, Theme } from "@/domain/themes/types";
import { type VisaRule, visaRule } from "./visa";

/** One line of « ce qui change »: what was, what would be. */
export interface ComparedLine {
  key: string;
  label: string;
  before: string;
  after: string;
  /** Place of the new rule in the texts. */
  source: string | null;
}

export interface ComparedSide {
  theme: Theme;
  callLabel: string;
  /** Null where no rule is published. */
  amounts: { total: Cents; base: Cents; grant: Cents } | null;
}

export interface Comparison {
  from: ComparedSide;
  to: ComparedSide & { call: CallWindow };
  carrier: CarrierKind;
  now: Date;
}

/** What changes for a dossier that goes from one theme to another; the lines that say the same on both sides are kept. */
export function comparedLines({ from, to, carrier, now }: Comparison): ComparedLine[] {
  const line = (
    key: string,
    label: string,
    say: (side: ComparedSide) => string,
    source: string | null = null,
  ): ComparedLine => ({ key, label, before: say(from), after: say(to), source });
  const { theme } = to;
  const money = (pick: "total" | "base" | "grant") => (side: ComparedSide) =>
    side.amounts ? formatEuros(side.amounts[pick]) : "Non calculée";
  return [
    line("theme", "Thème", (side) => `${side.theme.code}\u00A0: ${side.theme.title}`),
    line(
      "owner",
      "Porteur du thème",
      ({ theme: { owner } }) => [owner.administration, owner.unit].filter(Boolean).join(", "),
      theme.owner.source,
    ),
    line(
      "rate",
      "Part financée",
      (side) => rateSentence(side.theme),
      theme.funding?.sources.rate ?? null,
    ),
    line("caps", "Plafonds", (side) => capSentences(side.theme).join("\u202F; ") || "Aucun"),
    line(
      "size",
      "Taille attendue",
      (side) => sizeSentences(side.theme).join("\u202F; "),
      theme.size?.source ?? null,
    ),
    line(
      "carriers",
      "Porteurs admis",
      (side) => enumerate(side.theme.carriers.map((kind) => CARRIERS[kind])),
      theme.carriersSource,
    ),
    line(
      "visa",
      "DNUM du ministère",
      (side) => visaWords(visaRule(side.theme.code, carrier)),
      visaRule(theme.code, carrier)?.source ?? null,
    ),
    line("selection", "Examen", (side) => selectionWords(side.theme)),
    line("total", "Coût total, TTC", money("total")),
    line("base", "Base de calcul, TTC", money("base")),
    line("grant", "Subvention calculée", money("grant")),
    {
      ...line("call", "Ouverture", ({ callLabel }) => callLabel),
      after: [to.callLabel, closingWords(to.call), roundWords(to.call, now)]
        .filter(Boolean)
        .join("\u202F; "),
    },
  ];
}

const VISA_WORDS: Readonly<Record<VisaRule["requirement"], string>> = {
  information: "Informée avant le dépôt",
  "joint-filing": "Présente le dossier avec le porteur",
};

/** What the text asks of the DNUM, in a few words. */
function visaWords(rule: VisaRule | null): string {
  return rule ? VISA_WORDS[rule.requirement] : "Rien n’est demandé";
}

const HEARINGS = { none: "", optional: ", entretien possible", required: ", après une audition" };

function selectionWords({ selection }: Theme): string {
  const how = selection.scored ? "Noté par un jury" : "Examiné par le porteur du thème";
  return `${how}${HEARINGS[selection.hearing]}`;
}

function closingWords({ closesAt }: CallWindow): string {
  return closesAt ? `close le ${formatInstant(closesAt)}` : "sans date de fin";
}

/** The jury it falls into, where there is one each month (Livret l.693): that of the day its carrier confirms. */
function roundWords({ monthlyRounds }: CallWindow, now: Date): string {
  if (!monthlyRounds) return "";
  const month = juryMonth(now);
  return `jury de ${formatMonth(month)} si le porteur confirme au plus tard le ${formatDay(filingDay(month))}`;
}
