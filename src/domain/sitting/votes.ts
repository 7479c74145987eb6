/** What a voter may say. */
export const CHOICES = ["in-favour", "against", "abstained"] as const;
export type Choice = (typeof CHOICES)[number];

export const CHOICE_WORDS: Record<Choice, string> = {
  "in-favour": "Pour",
  against: "Contre",
  abstained: "Abstention",
};

export interface Counts {
  inFavour: number;
  against: number;
  abstained: number;
}

/** With fewer voters in the room, the result of a secret vote tells who said what. */
export const SECRET_MINIMUM = 3;

export type VoteResult = "adopted" | "rejected" | "tied" | "nobody";

/** The majority of the ballots that say yes or no: an abstention weighs on neither side. */
export function voteResult({ inFavour, against }: Counts): VoteResult {
  if (inFavour + against === 0) return "nobody";
  if (inFavour === against) return "tied";
  return inFavour > against ? "adopted" : "rejected";
}

const RESULT_WORDS: Record<VoteResult, string> = {
  adopted: "Adopté",
  rejected: "Rejeté",
  tied: "Partage égal des voix",
  nobody: "Aucune voix exprimée",
};

/** `Adopté : 3 pour, 1 contre, 1 abstention.` */
export function resultSentence(counts: Counts): string {
  const { inFavour, against, abstained } = counts;
  const result = RESULT_WORDS[voteResult(counts)];
  const abstentions = `${abstained} abstention${abstained > 1 ? "s" : ""}`;
  return `${result}\u00A0: ${inFavour} pour, ${against} contre, ${abstentions}.`;
}

/** Why a vote cannot open now, in French; null when it can. */
export function openingObstacle(input: {
  quorumReached: boolean;
  votersPresent: number;
  secret: boolean;
  anotherIsOpen: boolean;
}): string | null {
  const { quorumReached, votersPresent, secret, anotherIsOpen } = input;
  if (anotherIsOpen) return "Un vote est déjà ouvert\u00A0: closez-le avant d’en ouvrir un autre.";
  if (!quorumReached) return "Le quorum n’est pas atteint\u00A0: aucun vote ne peut s’ouvrir.";
  if (secret && votersPresent < SECRET_MINIMUM) {
    return `Un vote secret demande au moins ${SECRET_MINIMUM} votants dans la salle\u00A0: à moins, son résultat dirait qui a voté quoi.`;
  }
  return null;
}

/** Why a vote cannot be closed with a result, in French; null when it can. It can always be closed without one. */
export function closingObstacle(input: {
  secret: boolean;
  /** Who gave a ballot. */
  given: ReadonlySet<string>;
  /** Who has a voice on the item now, in the room or not. */
  voters: readonly { agentId: string }[];
  quorumReached: boolean;
}): string | null {
  const { secret, given, voters, quorumReached } = input;
  const entitled = new Set(voters.map(({ agentId }) => agentId));
  if ([...given].some((agentId) => !entitled.has(agentId))) {
    return "Une personne qui a voté n’a plus de voix sur ce point\u00A0: annulez ce vote, puis ouvrez-en un autre.";
  }
  if (!quorumReached) {
    return "Le quorum n’est plus atteint\u00A0: attendez qu’il le soit, ou annulez ce vote.";
  }
  if (secret && given.size < SECRET_MINIMUM) {
    return `Un vote secret se clôt avec au moins ${SECRET_MINIMUM} bulletins\u00A0: à moins, son résultat dirait qui a voté quoi.`;
  }
  return null;
}
