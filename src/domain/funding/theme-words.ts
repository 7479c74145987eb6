import { enumerate, formatRate } from "@/domain/funding/wording";
import { formatEuros } from "@/domain/money";
import type { CarrierKind, ExpectedSize, SizeBound, Theme } from "@/domain/themes/types";

/** Kinds of carrier as headings and choices, plural. */
export const CARRIERS: Readonly<Record<CarrierKind, string>> = {
  "central-administration": "Administrations centrales",
  "business-directorate": "Directions métier d’administration",
  dnum: "Directions du numérique (DNUM)",
  "deconcentrated-service": "Services déconcentrés de l’État",
  "state-operator": "Opérateurs de l’État",
  "public-laboratory": "Laboratoires publics de recherche",
  "local-authority": "Collectivités territoriales",
};

/** What the fund pays, in a few words: `75 % du coût total`, `100 % jusqu’à 48 000,00 €`. */
export function rateSentence({ funding }: Pick<Theme, "funding">): string {
  if (funding === null) return "Non publiée";
  const rate = formatRate(funding.rate);
  if (funding.fullFundingUpTo !== undefined) {
    return `${rate} jusqu’à ${formatEuros(funding.fullFundingUpTo)}`;
  }
  const base =
    funding.staffCost === "counterpart" ? "des dépenses hors personnel (T3)" : "du coût total";
  return `${rate} ${base}`;
}

/** The caps of the grant, one sentence each. */
export function capSentences({ funding }: Pick<Theme, "funding">): string[] {
  if (funding === null) return [];
  const { capPerDossier, capPerProject } = funding;
  return [
    ...(capPerDossier === undefined ? [] : [`${formatEuros(capPerDossier)} au plus par dossier`]),
    ...(capPerProject === undefined ? [] : [`${formatEuros(capPerProject)} au plus par projet`]),
  ];
}

function range(min: SizeBound | null, max: SizeBound | null): string {
  if (min && max) {
    const from = `${min.inclusive ? "de" : "de plus de"} ${formatEuros(min.amount)}`;
    return `${from} à ${max.inclusive ? "" : "moins de "}${formatEuros(max.amount)}`;
  }
  if (min) return `${min.inclusive ? "à partir de" : "plus de"} ${formatEuros(min.amount)}`;
  if (max) return `${max.inclusive ? "jusqu’à" : "moins de"} ${formatEuros(max.amount)}`;
  return "sans limite";
}

/** `Texte` of `texte`. */
export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The expected cost of a project, TTC: one sentence, or one per kind of call or of carrier. */
export function sizeSentences({ size }: Pick<Theme, "size">): string[] {
  if (size === null) return ["Non définie par les textes"];
  if (size.byCall) {
    const { guichet, aap } = size.byCall;
    return [
      `Guichet\u00A0: ${range(guichet.min, guichet.max)}`,
      `Appel à projets\u00A0: ${range(aap.min, aap.max)}`,
    ];
  }
  const scope = size.readOn === "T3" ? ", hors personnel" : "";
  const sentences = [`${capitalised(range(size.min, size.max))}${scope}`];
  if (size.minFor) sentences.push(ownBound(size.minFor, size.max));
  return sentences;
}

function ownBound(minFor: NonNullable<ExpectedSize["minFor"]>, max: SizeBound | null): string {
  const who = enumerate(minFor.carriers.map((kind) => CARRIERS[kind]));
  return `${who}\u00A0: ${range(minFor.bound, max)}`;
}
