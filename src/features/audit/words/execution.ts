import { CHANGE_LABELS, type ChangeKind } from "@/domain/execution/changes";
import { formatQuantity, PROOF_LABELS, type ProofLevel } from "@/domain/execution/gains";
import {
  amountOf,
  because,
  counted,
  dayOf,
  euros,
  type Fact,
  listOf,
  lowerFirst,
  numberOf,
  objectOf,
  textOf,
  type Vocabulary,
} from "./facts";

const kindOf = (fact: Fact) => {
  const known = CHANGE_LABELS[textOf(fact) as ChangeKind] as string | undefined;
  return known ? lowerFirst(known) : textOf(fact);
};
const quantityOf = (fact: Fact) =>
  /^\d{1,18}$/.test(textOf(fact)) ? formatQuantity(BigInt(textOf(fact))) : "valeur inconnue";
const levelOf = (fact: Fact) => {
  const known = PROOF_LABELS[textOf(fact) as ProofLevel] as { label: string } | undefined;
  return known ? lowerFirst(known.label) : textOf(fact);
};

/** What happens to a project after its award. */
export const EXECUTION_WORDS: Vocabulary = {
  "start-execution": {
    sentence: ({ startsOn, endsOn, grant, phases }) => {
      const cut = numberOf(phases) > 0 ? `, ${numberOf(phases)} phase(s)` : "";
      return `Suivi du projet ouvert, du ${dayOf(startsOn)} au ${dayOf(endsOn)}${amountOf(grant)}${cut}.`;
    },
  },
  "propose-crossing": {
    sentence: ({ position, attempt, measures }) => {
      const again = numberOf(attempt) > 1 ? ` pour la ${numberOf(attempt)}e fois` : "";
      return `Jalon de la phase ${numberOf(position)} proposé${again}. ${counted(listOf(measures).length, "indicateur mesuré")}`;
    },
  },
  "release-phase": {
    sentence: ({ position, funded }) => {
      const next = objectOf(funded);
      const money = next.position
        ? ` Phase ${numberOf(next.position)} débloquée${amountOf(next.grant)}.`
        : "";
      return `Jalon de la phase ${numberOf(position)} accepté.${money}`;
    },
  },
  "withhold-phase": {
    sentence: ({ position, reason }) =>
      `Jalon de la phase ${numberOf(position)} non accepté.${because(reason)}`,
  },
  "request-change": {
    sentence: ({ request, kind, reason }) =>
      `Demande de modification n°\u00A0${numberOf(request)}\u00A0: ${kindOf(kind)}.${because(reason)}`,
  },
  "withdraw-change": {
    sentence: ({ request }) => `Demande de modification n°\u00A0${numberOf(request)} retirée.`,
  },
  "answer-change": {
    sentence: ({ request, outcome, version, answer }) => {
      const made = numberOf(version) > 0 ? `, référence version ${numberOf(version)}` : "";
      const said = outcome === "accepted" ? `acceptée${made}` : "refusée";
      return `Demande de modification n°\u00A0${numberOf(request)} ${said}.${because(answer)}`;
    },
  },
  "promise-gain": {
    sentence: ({ label, unit, promised }) =>
      `Gain promis\u00A0: ${textOf(label)}, ${quantityOf(promised)}\u00A0${textOf(unit)}.`,
  },
  "prove-gain": {
    sentence: ({ proven, level, provenOn }) =>
      `Gain constaté le ${dayOf(provenOn)}\u00A0: ${quantityOf(proven)}, niveau «\u00A0${levelOf(level)}\u00A0».`,
  },
  "ask-closing": {
    sentence: ({ unused }) =>
      `Clôture du projet demandée, évaluation finale remise. Non utilisé\u00A0: ${euros(unused)}.`,
  },
  "close-execution": {
    sentence: ({ released }) =>
      numberOf(released) > 0
        ? `Projet clos. Restitué à l’enveloppe\u00A0: ${euros(released)}.`
        : "Projet clos.",
  },
};
