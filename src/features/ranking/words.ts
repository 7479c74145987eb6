import type { Place, Reversible, RowChange } from "@/domain/evaluation/ranked-list";
import type { Position, Situation } from "@/domain/evaluation/waterline";
import { type Cents, cents, formatEuros } from "@/domain/money";

/** What is wanted for a dossier, as one chooses it. */
export const PLACE_OPTIONS: readonly { value: Place; label: string }[] = [
  { value: "ranked", label: "Au classement" },
  { value: "reserve", label: "En réserve" },
  { value: "not-retained", label: "Non retenu" },
];

const PLACE_SENTENCES: Record<Place, string> = {
  ranked: "remis au classement",
  reserve: "mis en réserve",
  "not-retained": "non retenu",
};

/** What a change did, as a clause: « dossier 2021-000421 placé au rang 3, mis en réserve ». */
export function changeWords(change: Reversible): string {
  if (change.kind === "all") {
    return change.scenario === ""
      ? "ordre des notes repris"
      : `scénario «\u00A0${change.scenario}\u00A0» repris`;
  }
  return `dossier ${change.dossier} ${change.parts.map(partWords).join(", ")}`;
}

function partWords(part: RowChange["parts"][number]): string {
  switch (part.kind) {
    case "rank":
      return `placé au rang ${part.to}`;
    case "amount":
      return part.to === null
        ? "remis à sa subvention calculée"
        : `proposé pour ${formatEuros(part.to)}`;
    case "place":
      return PLACE_SENTENCES[part.to];
  }
}

/** A situation inside a sentence. */
const SITUATION_WORDS: Record<Situation, string> = {
  funded: "financé",
  partly: "financé en partie",
  reserve: "en réserve",
  "not-retained": "non retenu",
};

/** « Financé, 400 000,00 € »: a cell of a scenario. */
export function paidWords({
  situation,
  paid,
}: Pick<Position<unknown>, "situation" | "paid">): string {
  const word = SITUATION_WORDS[situation];
  const label = word.charAt(0).toUpperCase() + word.slice(1);
  return paid > 0 ? `${label}, ${formatEuros(paid)}` : label;
}

/** `+ 50 000,00 €`, `− 50 000,00 €`. */
export function signedEuros(amount: number): string {
  const text = formatEuros(cents(Math.abs(amount)));
  return `${amount < 0 ? "\u2212" : "+"}\u00A0${text}`;
}

type Told = Position<{ dossier: string }>;

/** How many other dossiers are named before they are only counted. */
const NAMED = 2;

/**
 * What a screen reader hears after moves: « Dossier [n] : rang 3 sur 28, financé. Dossier [m] : en réserve. Reste
 * 182 400,00 €. » The dossier moved, then those whose situation changed with it.
 */
export function movedSentence(input: {
  before: readonly Told[];
  after: readonly Told[];
  moved: string;
  left: Cents;
}): string {
  const { before, after, moved, left } = input;
  const rank = after.findIndex(({ row }) => row.dossier === moved);
  const own = after[rank];
  const was = new Map(before.map(({ row, situation }) => [row.dossier, situation]));
  const others = after.filter(
    ({ row, situation }) =>
      row.dossier !== moved && was.has(row.dossier) && was.get(row.dossier) !== situation,
  );
  const sentences = [
    own &&
      `Dossier ${moved}\u00A0: rang ${rank + 1} sur ${after.length}, ${SITUATION_WORDS[own.situation]}.`,
    ...(others.length > NAMED
      ? [`${others.length} autres dossiers changent de situation.`]
      : others.map(
          ({ row, situation }) => `Dossier ${row.dossier}\u00A0: ${SITUATION_WORDS[situation]}.`,
        )),
    `Reste ${formatEuros(left)}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
