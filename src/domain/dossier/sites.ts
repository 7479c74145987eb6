import { z } from "zod";
import type { FieldError } from "@/domain/errors";
import { text } from "@/domain/text";
import { type Options, parseWhole, YES_NO } from "@/domain/themes/field-kinds";

/** The sites of a SNAP1 project, each with what its connection becomes (Livret l.648, l.656-657, l.662). */
export const MAX_SITES = 500;

export const TECHNOLOGIES = ["fibre", "mobile", "compression", "other"] as const;
export type Technology = (typeof TECHNOLOGIES)[number];
/** Fibre first, 4G or 5G failing that, compression boxes (Livret l.633, l.644, l.648). */
export const TECHNOLOGY_OPTIONS: Options = [
  { value: "fibre", label: "Fibre optique" },
  { value: "mobile", label: "4G ou 5G" },
  { value: "compression", label: "Boîtier de compression" },
  { value: "other", label: "Autre" },
];

export const TERRITORIES = ["rural", "overseas", "other"] as const;
export type Territory = (typeof TERRITORIES)[number];
/** What criterion 2 looks at (Livret l.656). */
export const TERRITORY_OPTIONS: Options = [
  { value: "rural", label: "Rural ou peu dense" },
  { value: "overseas", label: "Outre-mer" },
  { value: "other", label: "Autre territoire" },
];

/** Longest text a cell keeps; what a filing accepts is shorter, so that nothing typed is lost. */
const typed = text(500).prefault("");

export const typedSiteSchema = z.strictObject({
  name: typed,
  address: typed,
  agents: typed,
  before: typed,
  after: typed,
  technology: typed,
  territory: typed,
  shared: typed,
});
/** A site as a person typed it: what the draft keeps under the answer `sites`. */
export type TypedSite = z.output<typeof typedSiteSchema>;
export type SiteColumn = keyof TypedSite;
export const typedSitesSchema = z
  .array(typedSiteSchema)
  .max(MAX_SITES, {
    error: "Un dossier accepte 500 sites au plus. Répartissez les autres dans un second dossier.",
  })
  .prefault([]);

/** The words of a site's columns, once: in the form, in the table and at the head of a spreadsheet. */
export const SITE_LABELS: Readonly<Record<SiteColumn, string>> = {
  name: "Site",
  address: "Adresse",
  agents: "Agents",
  before: "Débit avant (Mbit/s)",
  after: "Débit après (Mbit/s)",
  technology: "Technologie",
  territory: "Territoire",
  shared: "Partagé entre administrations",
};

export interface Site {
  name: string;
  address: string;
  agents: number;
  /** Kilobits per second: exact integers of throughputs typed in Mbit/s with three decimals at most. */
  before: number;
  after: number;
  technology: Technology;
  territory: Territory;
  shared: boolean;
}

export const blankSite = (): TypedSite => typedSiteSchema.parse({});

/** Kilobits per second of a throughput typed in Mbit/s (`8`, `0,512`, `1 000`), up to 100 000; null when it is not one. */
export function parseThroughput(typedNumber: string): number | null {
  const compact = typedNumber.replace(/[\s\u00A0\u202F]/g, "").replace(/mbit\/s$/i, "");
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(compact);
  if (!match) return null;
  const kilobits = Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0"));
  return kilobits <= 100_000_000 ? kilobits : null;
}

const isTechnology = (value: string): value is Technology =>
  TECHNOLOGIES.some((technology) => technology === value);
const isTerritory = (value: string): value is Territory =>
  TERRITORIES.some((territory) => territory === value);

type Problem = [column: SiteColumn, sentence: string];

function throughputProblems({ before, after, technology }: TypedSite): Problem[] {
  const problems: Problem[] = [];
  const from = parseThroughput(before);
  const to = parseThroughput(after);
  if (from === null) {
    problems.push([
      "before",
      "le débit avant doit être un nombre de Mbit/s, 0 sans liaison. Exemple\u00A0: 4.",
    ]);
  }
  if (to === null || to === 0) {
    problems.push([
      "after",
      "le débit après doit être un nombre de Mbit/s, supérieur à zéro. Exemple\u00A0: 100.",
    ]);
  } else if (from !== null && (to < from || (to === from && technology !== "compression"))) {
    // A compression box relieves a line without a higher throughput (Livret l.648).
    problems.push([
      "after",
      technology === "compression"
        ? "le débit après est plus bas que le débit avant. Corrigez l’un des deux."
        : "le débit après ne dépasse pas le débit avant\u00A0: corrigez l’un des deux, ou indiquez un boîtier de compression.",
    ]);
  }
  return problems;
}

/** What is wrong in a site, column by column; each sentence goes on after the place of the site. */
export function siteProblems(site: TypedSite): Problem[] {
  const problems: Problem[] = [];
  const { name, address, agents, technology, territory, shared } = site;
  if (name === "") {
    problems.push(["name", "nommez le site. Exemple\u00A0: sous-préfecture de Dinan."]);
  }
  if (name.length > 120)
    problems.push(["name", "le nom dépasse 120 caractères. Raccourcissez-le."]);
  if (address === "") {
    problems.push(["address", "donnez l’adresse. Exemple\u00A0: 17 rue Michel, 22100 Dinan."]);
  }
  if (address.length > 250) {
    problems.push(["address", "l’adresse dépasse 250 caractères. Raccourcissez-la."]);
  }
  const count = parseWhole(agents);
  if (count === null || count === 0 || count > 100_000) {
    problems.push([
      "agents",
      "le nombre d’agents doit être un nombre entier, à partir de 1. Exemple\u00A0: 35.",
    ]);
  }
  problems.push(...throughputProblems(site));
  if (!isTechnology(technology)) {
    problems.push([
      "technology",
      "choisissez fibre optique, 4G ou 5G, boîtier de compression, ou autre.",
    ]);
  }
  if (!isTerritory(territory)) {
    problems.push(["territory", "choisissez rural ou peu dense, outre-mer, ou autre territoire."]);
  }
  if (!YES_NO.some(({ value }) => value === shared)) {
    problems.push([
      "shared",
      "dites par oui ou non si plusieurs administrations partagent ce raccordement.",
    ]);
  }
  return problems;
}

/** A site without anything wrong; null else. */
export function parseSite(site: TypedSite): Site | null {
  const agents = parseWhole(site.agents);
  const before = parseThroughput(site.before);
  const after = parseThroughput(site.after);
  const { name, address, technology, territory, shared } = site;
  if (siteProblems(site).length > 0 || agents === null || before === null || after === null) {
    return null;
  }
  if (!isTechnology(technology) || !isTerritory(territory)) return null;
  return { name, address, agents, before, after, technology, territory, shared: shared === "oui" };
}

/** The path of a site in the form, for its place on the page: `sites.11.address`. */
export const sitePath = (index: number, column: SiteColumn) => `sites.${index}.${column}`;

function andOthers(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " Une autre erreur suit." : ` ${count} autres erreurs suivent.`;
}

/**
 * The sites that can be read, and what stands in the way of the others: one sentence per site, its first error, so that
 * five hundred wrong rows stay readable.
 */
export function parseSites(sites: readonly TypedSite[]): { sites: Site[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  if (sites.length === 0) {
    errors.push({ path: sitePath(0, "name"), message: "Ajoutez au moins un site au dossier." });
  }
  const parsed = sites.flatMap((site, index) => {
    const problems = siteProblems(site);
    const [first] = problems;
    if (first) {
      const message = `Site ${index + 1}\u00A0: ${first[1]}${andOthers(problems.length - 1)}`;
      errors.push({ path: sitePath(index, first[0]), message });
    }
    return parseSite(site) ?? [];
  });
  return { sites: parsed, errors };
}

export interface SiteTotals {
  sites: number;
  agents: number;
  rural: number;
  overseas: number;
  shared: number;
}

/** What the committee reads first of the sites: how many, for how many agents, and what criteria 2 and 3 count. */
export function siteTotals(sites: readonly Site[]): SiteTotals {
  const count = (test: (site: Site) => boolean) => sites.filter(test).length;
  return {
    sites: sites.length,
    agents: sites.reduce((total, { agents }) => total + agents, 0),
    rural: count(({ territory }) => territory === "rural"),
    overseas: count(({ territory }) => territory === "overseas"),
    shared: count(({ shared }) => shared),
  };
}
