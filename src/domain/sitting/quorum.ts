/** In what capacity a person sits. */
export const CAPACITIES = ["juror", "chair", "secretary"] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const CAPACITY_WORDS: Record<Capacity, string> = {
  juror: "Membre du jury",
  chair: "Présidence",
  secretary: "Secrétariat",
};

/**
 * The texts say nothing of a jury's quorum. The rule retained is that of the State's consultative commissions (code des
 * relations entre le public et l’administration, R. 133-10): half of the members at least, present.
 */
export const QUORUM_READING =
  "les textes ne fixent pas de quorum. La règle est celle des commissions de l’État\u00A0: la moitié au moins des membres qui ont une voix. Le secrétariat n’a pas de voix. Un membre déporté ou qui s’abstient ne compte pas sur le dossier concerné, et le nombre requis ne baisse pas.";
/** Code des relations entre le public et l’administration. */
export const QUORUM_SOURCE = "CRPA, article R. 133-10";

export interface SittingMember {
  agentId: string;
  capacity: Capacity;
}

/** How a member stands towards one dossier. */
export type Standing =
  /** A juror it is entrusted to, or somebody who examines the theme. */
  | "takes-part"
  /** Recused, imposed by a conflict. */
  | "recused"
  /** Chose to step aside. */
  | "abstained"
  /** A juror to whom it is not entrusted. */
  | "not-entrusted";

/** What somebody who takes no part in an item reads in its place, and nothing else. */
export const APART_WORDS: Record<
  Exclude<Standing, "takes-part">,
  { word: string; sentence: string }
> = {
  recused: {
    word: "Déport",
    sentence: "Déport\u00A0: ce point ne vous est pas présenté, en raison d’un lien d’intérêts.",
  },
  abstained: {
    word: "Abstention",
    sentence: "Abstention\u00A0: vous avez choisi de ne pas prendre part à ce point.",
  },
  "not-entrusted": {
    word: "Sans vous",
    sentence: "Ce point est examiné sans vous\u00A0: le dossier ne vous est pas confié.",
  },
};

/** Jurors and chair have a voice; the secretary keeps the sitting and has none. */
export function hasVoice({ capacity }: Pick<SittingMember, "capacity">): boolean {
  return capacity !== "secretary";
}

/** Half of the voices, rounded up: what is proposed as quorum. At least one. */
export function proposedQuorum(voices: number): number {
  return Math.max(1, Math.ceil(voices / 2));
}

export interface Quorum {
  required: number;
  /** Members with a voice on the item who are in the room. */
  present: number;
  /** Those who could be: all the members with a voice on the item. */
  possible: number;
  reached: boolean;
}

/**
 * The quorum on an item, or of the sitting in general without standings. A member recused from the item, who abstains
 * from it, or to whom it is not entrusted, does not count for it, even in the room; what is required stays the same.
 */
export function quorumOf(input: {
  required: number;
  members: readonly SittingMember[];
  present: ReadonlySet<string> | ReadonlyMap<string, unknown>;
  /** Standing of each member on the item; absent: `takes-part`. */
  standings?: ReadonlyMap<string, Standing>;
}): Quorum {
  const { required, members, present, standings } = input;
  const counted = votersOf(members, standings);
  const there = counted.filter(({ agentId }) => present.has(agentId)).length;
  return { required, present: there, possible: counted.length, reached: there >= required };
}

/** Members who may vote on an item, in the room or not. */
export function votersOf<Member extends SittingMember>(
  members: readonly Member[],
  standings?: ReadonlyMap<string, Standing>,
): Member[] {
  return members.filter(
    (member) =>
      hasVoice(member) && (standings?.get(member.agentId) ?? "takes-part") === "takes-part",
  );
}

const counted = (count: number, word: string) => `${count} ${word}${count > 1 ? "s" : ""}`;

/** The quorum in words: how many, of how many, and what follows. */
export function quorumSentence({ required, present, possible, reached }: Quorum): string {
  const there = `${counted(present, "membre")} présent${present > 1 ? "s" : ""}, ${required} requis`;
  if (reached) return `Quorum atteint\u00A0: ${there}.`;
  if (possible < required) {
    return `Quorum impossible\u00A0: ${counted(possible, "membre")} seulement ${possible > 1 ? "ont" : "a"} une voix sur ce dossier, ${required} requis. Ajournez ce dossier ou complétez le jury.`;
  }
  return `Quorum non atteint\u00A0: ${there}. La délibération est suspendue et aucun vote n’est reçu.`;
}
