import { MOVEMENT_WORDS, type MovementKind } from "@/domain/credits/movements";
import type { JsonObject } from "@/domain/evidence/canonical";
import {
  because,
  counted,
  euros,
  type Fact,
  lowerFirst,
  nameOf,
  numberOf,
  textOf,
  type Vocabulary,
} from "./facts";

function kindOf(fact: Fact): string {
  const words = MOVEMENT_WORDS[textOf(fact) as MovementKind] as { label: string } | undefined;
  return words ? lowerFirst(words.label) : "mouvement";
}

/** «\u00A0: 12 500,00 € d’AE, 10 000,00 € de CP, pièce 4500012. » */
function amounts({ ae, cp, reference }: JsonObject): string {
  const words = [
    numberOf(ae) === 0 ? "" : `${euros(ae)} d’AE`,
    numberOf(cp) === 0 ? "" : `${euros(cp)} de CP`,
    textOf(reference) ? `pièce ${textOf(reference)}` : "",
  ].filter(Boolean);
  return words.length > 0 ? `\u00A0: ${words.join(", ")}` : "";
}

/** What is done to a dossier's credits. */
export const CREDIT_WORDS = {
  "propose-credits": {
    sentence: (facts) =>
      `Mouvement de crédits proposé, ${kindOf(facts.kind)}${amounts(facts)}.${because(facts.reason)}`,
  },
  "confirm-credits": {
    sentence: (facts, names) =>
      `Mouvement de crédits confirmé, ${kindOf(facts.kind)}${amounts(facts)}. Proposé par ${nameOf(facts.proposedById, names)}.`,
  },
  "refuse-credits": {
    sentence: ({ kind, reason }) =>
      `Mouvement de crédits refusé, ${kindOf(kind)}.${because(reason)}`,
  },
  "withdraw-credits": {
    sentence: ({ kind }) => `Mouvement de crédits retiré par son auteur, ${kindOf(kind)}.`,
  },
  "enter-credits": {
    sentence: (facts) =>
      `Extrait comptable${amounts(facts)}. ${counted(numberOf(facts.lines), "écriture enregistrée")}`,
  },
} satisfies Vocabulary;
