import { addMonths, type Day } from "@/domain/calendar";
import type { ActorOrganisation, OrganisationKind } from "./actor";
import { folded, names, sameName } from "./names";

/**
 * Years after its end during which a declared link still forbids to take part. No text sets it: a reading, said to
 * whoever declares.
 */
export const LINK_YEARS = 3;

/** Natures of a declared link, in the order of the form. */
export const LINK_NATURES = ["former-post", "mandate", "contract", "relative", "other"] as const;
export type LinkNature = (typeof LINK_NATURES)[number];

export const LINK_WORDS: Record<LinkNature, string> = {
  "former-post": "Ancien poste",
  mandate: "Mandat ou participation à une instance",
  contract: "Contrat ou prestation",
  relative: "Proche (famille, relation personnelle)",
  other: "Autre lien",
};

/** One link of a declaration: with an organisation of the portal, or a person or body named in words. */
export interface DeclaredLink {
  nature: LinkNature;
  organisation: { id: string; kind: OrganisationKind } | null;
  name: string;
  /** Null while it lasts. */
  endedOn: Day | null;
}

/** Whoever is asked to judge a dossier or to advise on it. */
export interface Judge {
  agentId: string;
  name: string;
  organisation: ActorOrganisation | null;
  /** Of their last declaration. */
  links: readonly DeclaredLink[];
}

/** An organisation that carries a dossier: the lead carrier or a co-carrier. */
export interface CarrierOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  ministryId: string | null;
}

/** Those a dossier is about: a judge has no tie with any of them. */
export interface Stakeholders {
  carriers: readonly CarrierOrganisation[];
  /** The dossier's team. */
  team: readonly { agentId: string; name: string }[];
  /** All that the carrier wrote in what it filed, folded (`names.ts`): people are named there. */
  written: string;
}

/** Why a rule forbids to take part, the plainest first. */
export const CONFLICT_GROUNDS = [
  "dossier-team",
  "same-organisation",
  "same-ministry",
  "supervised-operator",
  "declared-link",
  "named-person",
  "recused-before",
] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** What is said of a ground. Nothing of a declaration: neither the nature of a link nor whom it is with. */
export const CONFLICT_WORDS: Record<ConflictGround, string> = {
  "dossier-team": "membre de l’équipe du dossier",
  "same-organisation": "même organisation que le porteur",
  "same-ministry": "même ministère que le porteur",
  "supervised-operator": "opérateur et ministère de tutelle",
  "declared-link": "lien déclaré avec un porteur",
  "named-person": "lien avec une personne ou un organisme nommé dans le dossier",
  "recused-before": "déport lors d’une présentation antérieure",
};

/** A ground in words: the rule's, or what a person wrote. */
export function groundWords(ground: string): string {
  return CONFLICT_WORDS[ground as ConflictGround] ?? ground;
}

const OPERATORS: readonly OrganisationKind[] = ["state-operator", "public-laboratory"];

/**
 * Every ground on which a judge may not take part in a dossier, the plainest first; empty when no rule forbids it. The
 * texts ask for impartial juries and set no list: the portal's reading is that of CONFLICT_WORDS.
 */
export function conflictGrounds(
  judge: Judge,
  dossier: Stakeholders,
  today: Day,
): readonly ConflictGround[] {
  const found = new Set<ConflictGround>(
    dossier.carriers.flatMap((carrier) => [
      ...organisationGround(judge.organisation, carrier),
      ...(judge.links.some((link) => forbids(link, carrier, today))
        ? (["declared-link"] as const)
        : []),
    ]),
  );
  if (dossier.team.some(({ agentId }) => agentId === judge.agentId)) found.add("dossier-team");
  if (isNamed(judge, dossier, today)) found.add("named-person");
  return CONFLICT_GROUNDS.filter((ground) => found.has(ground));
}

function organisationGround(
  own: ActorOrganisation | null,
  carrier: CarrierOrganisation,
): ConflictGround[] {
  if (!own) return [];
  if (own.id === carrier.id) return ["same-organisation"];
  const ministry = own.kind === "ministry" ? own.id : own.ministryId;
  if (ministry === null || (carrier.ministryId ?? carrier.id) !== ministry) return [];
  const supervised = OPERATORS.includes(own.kind) || OPERATORS.includes(carrier.kind);
  return [supervised ? "supervised-operator" : "same-ministry"];
}

/** A link counts while it lasts, and until the same day LINK_YEARS later, that day excluded. */
export function isRecent({ endedOn }: Pick<DeclaredLink, "endedOn">, today: Day): boolean {
  return endedOn === null || today < addMonths(endedOn, 12 * LINK_YEARS);
}

/** A link with the carrier itself, or with the ministry above it; a body is recognised by its name too. */
function forbids(link: DeclaredLink, carrier: CarrierOrganisation, today: Day): boolean {
  if (!isRecent(link, today)) return false;
  const { organisation } = link;
  if (!organisation) return sameName(link.name, carrier.name);
  return (
    organisation.id === carrier.id ||
    (organisation.kind === "ministry" && organisation.id === carrier.ministryId) ||
    folded(link.name) === folded(carrier.name)
  );
}

/** Whether the dossier names the judge, or somebody or something they have a link with. */
function isNamed(judge: Judge, { team, written }: Stakeholders, today: Day): boolean {
  const linked = judge.links.filter((link) => link.organisation === null && isRecent(link, today));
  // A single word may be a body (a company), never a person.
  const named = linked.map(({ name, nature }) => ({ name, isBody: nature !== "relative" }));
  return [{ name: judge.name, isBody: false }, ...named].some(
    ({ name, isBody }) =>
      names(written, name, isBody) ||
      team.some((member) => member.agentId !== judge.agentId && sameName(name, member.name)),
  );
}

/**
 * Months a declaration of interests is worth: an older one must be renewed before a dossier is entrusted. No text sets
 * it: a reading.
 */
export const DECLARATION_MONTHS = 12;

/** Whether a declaration made on a day still counts; the same day a year later it does no more. */
export function isDeclarationValid(declaredOn: Day | null, today: Day): boolean {
  return declaredOn !== null && today < addMonths(declaredOn, DECLARATION_MONTHS);
}
