import { blankSite, type TypedSite, typedSitesSchema } from "@/domain/dossier/sites";
import { notFound } from "@/domain/errors";
import type { OpenDossier } from "./open-dossier";

export interface OpenSite {
  /** From 1; 0 for a site that is not in the list yet. */
  rank: number;
  site: TypedSite;
  /** The step of the sites. */
  step: { key: string; title: string };
}

/**
 * The site of a draft at an address: `nouveau` or its rank. The rank after the last one is a new site: what is missing
 * leads there. Throws `not-found` for another rank, and where the theme has no sites.
 */
export function openSite({ state }: OpenDossier, address: string): OpenSite {
  const step = state.form.steps.find(({ kind }) => kind === "sites");
  const sites = typedSitesSchema.safeParse(state.answers.sites?.value);
  if (!step || !sites.success) throw notFound();
  const next = sites.data.length + 1;
  const rank = address === "nouveau" ? next : /^[1-9]\d{0,2}$/.test(address) ? Number(address) : 0;
  if (rank === next) return { rank: 0, site: blankSite(), step };
  const site = sites.data[rank - 1];
  if (!site) throw notFound();
  return { rank, site, step };
}
