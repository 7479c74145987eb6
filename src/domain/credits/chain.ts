import { type Cents, cents } from "@/domain/money";

/** The seven links of the chain, in its order (screens 4.4). */
export const LINKS = [
  "requested",
  "base",
  "granted",
  "allocated",
  "committed",
  "paid",
  "returned",
] as const;
export type Link = (typeof LINKS)[number];

export const LINK_WORDS: Readonly<Record<Link, { label: string; is: string }>> = {
  requested: { label: "Demandé", is: "subventions demandées par les dossiers accordés" },
  base: { label: "Base retenue", is: "dépenses qui entrent dans le calcul" },
  granted: { label: "Accordé", is: "aides accordées et notifiées" },
  allocated: { label: "Délégué", is: "crédits reçus par les dossiers (AE)" },
  committed: { label: "Engagé (AE)", is: "engagements juridiques" },
  paid: { label: "Payé (CP)", is: "demandes de paiement" },
  returned: { label: "Restitué", is: "crédits rendus par les dossiers (AE)" },
};

/** The amount of each link, for a dossier or for many. */
export type ChainAmounts = Readonly<Record<Link, Cents>>;

/** A link with its gap: what has not followed from the link it depends on, and which that is. */
export interface ChainLink {
  link: Link;
  amount: Cents;
  gap: { amount: Cents; words: string } | null;
}

/** Where each gap is read, and what it says. The base and the request are not of the same nature: no gap between them. */
const GAPS: Readonly<Partial<Record<Link, { from: Link; words: string }>>> = {
  granted: { from: "requested", words: "demandés et non accordés" },
  allocated: { from: "granted", words: "accordés et non encore délégués" },
  committed: { from: "allocated", words: "délégués et non engagés" },
  paid: { from: "committed", words: "engagés et non payés" },
};

/** The seven links with their gaps. What was given back is out of what waits to be committed. */
export function chainOf(amounts: ChainAmounts): readonly ChainLink[] {
  return LINKS.map((link) => {
    const gap = GAPS[link];
    if (!gap) return { link, amount: amounts[link], gap: null };
    const returned = gap.from === "allocated" ? amounts.returned : 0;
    const waits = cents(amounts[gap.from] - returned - amounts[link]);
    return { link, amount: amounts[link], gap: { amount: waits, words: gap.words } };
  });
}
