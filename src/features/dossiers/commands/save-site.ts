import { MAX_SITES, siteProblems, type TypedSite, typedSiteSchema } from "@/domain/dossier/sites";
import { BusinessError } from "@/domain/errors";
import { canonical } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import type { SaveSiteInput } from "../table-schemas";
import { changedMeanwhile, changeSites } from "./change-sites";

/**
 * Adds, changes or removes one site of a draft. What is wrong is said first; asked to be kept as it is, it is. The site
 * changed is the one the page showed, wherever it stands now. Returns its rank, from 1, for the page to come back to.
 */
export async function saveSite(
  actor: Actor,
  input: SaveSiteInput,
): Promise<{ number: string; rank: number }> {
  const site = siteOf(input);
  const problems = input.do === "save" ? siteProblems(site) : [];
  if (problems.length > 0) {
    const fields = problems.map(([path, sentence]) => ({ path, message: capital(sentence) }));
    throw new BusinessError("invalid-input", "Ce site est à corriger.", fields);
  }
  let rank = input.rank;
  await changeSites(actor, input.number, (saved) => {
    if (input.rank === 0) {
      if (saved.length >= MAX_SITES) throw new BusinessError("invalid-input", FULL);
      rank = saved.length + 1;
      return [...saved, site];
    }
    const index = placeOf(saved, input);
    rank = index + 1;
    return input.do === "remove" ? saved.toSpliced(index, 1) : saved.with(index, site);
  });
  return { number: input.number, rank };
}

const FULL =
  "Ce dossier compte déjà 500 sites. Retirez-en un, ou présentez les autres dans un second dossier.";

const siteOf = (input: SaveSiteInput): TypedSite => {
  const { number: _number, rank: _rank, seen: _seen, do: _do, ...site } = input;
  return typedSiteSchema.parse(site);
};

/** Where the site the page showed is now. Throws `changed-meanwhile` when it is nowhere as it was. */
function placeOf(saved: readonly TypedSite[], { rank, seen }: SaveSiteInput): number {
  const isSeen = (site: TypedSite | undefined) => site !== undefined && canonical(site) === seen;
  if (isSeen(saved[rank - 1])) return rank - 1;
  const index = saved.findIndex(isSeen);
  if (index === -1) throw changedMeanwhile("ce site");
  return index;
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
