import { addDays, addMonths, type Day, parisDay } from "@/domain/calendar";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { DECLARATION_MONTHS, isDeclarationValid, type LinkNature } from "@/domain/rights/conflicts";
import { themeByCode } from "@/domain/themes/index";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { mayDeclare } from "../room";

export interface MyLink {
  nature: LinkNature;
  name: string;
  /** The name is that of an organisation of the portal. */
  isKnown: boolean;
  endedOn: Day | null;
  detail: string;
}

/** Whether the actor's declaration counts today. */
export interface DeclarationState {
  declaredOn: Day | null;
  /** Last day it counts; null without one. */
  validUntil: Day | null;
  isValid: boolean;
}

export interface MyInterests extends DeclarationState {
  links: readonly MyLink[];
  /** The former declarations, newest first. */
  former: readonly { at: Date; links: number }[];
  /** Names offered as one types. */
  organisations: readonly string[];
}

/** Names sent to the page: the whole directory of a State portal is not. */
const MOST_NAMES = 1000;
const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

function stateOf(declaredAt: Date | undefined, today: Day): DeclarationState {
  const declaredOn = declaredAt ? parisDay(declaredAt) : null;
  return {
    declaredOn,
    validUntil: declaredOn && addDays(addMonths(declaredOn, DECLARATION_MONTHS), -1),
    isValid: isDeclarationValid(declaredOn, today),
  };
}

/** What the actor declared: read by its author alone. Throws `not-found` for whoever has nothing to declare. */
export async function readMyInterests(actor: Actor): Promise<MyInterests> {
  if (!mayDeclare(actor)) throw notFound();
  const [[last, ...former], organisations, now] = await Promise.all([
    database().interestDeclaration.findMany({
      where: { agentId: actor.agentId },
      orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
      include: { links: { orderBy: { position: "asc" } } },
      take: 20,
    }),
    database().organisation.findMany({
      orderBy: { name: "asc" },
      select: { name: true },
      distinct: ["name"],
      take: MOST_NAMES,
    }),
    portalNow(),
  ]);
  return {
    ...stateOf(last?.declaredAt, parisDay(now)),
    links: (last?.links ?? []).map(({ nature, name, organisationId, endedOn, detail }) => ({
      nature: nature as LinkNature,
      name,
      isKnown: organisationId !== null,
      endedOn: endedOn && dayOf(endedOn),
      detail,
    })),
    former: former.map(({ declaredAt, links }) => ({ at: declaredAt, links: links.length })),
    organisations: organisations.map(({ name }) => name),
  };
}

/** An invitation that waits for the actor's answer. */
export interface MyInvitation {
  id: string;
  themeCode: string;
  themeTitle: string;
  invitedBy: string;
  invitedAt: Date;
}

export interface MySeats {
  invitations: readonly MyInvitation[];
  /** Codes of the themes whose jury the actor is of. */
  juries: readonly string[];
  declaration: DeclarationState;
}

/** The actor's invitations and seats, and where their declaration stands. */
export async function readMySeats(actor: Actor): Promise<MySeats> {
  const [rows, last, now] = await Promise.all([
    database().juryMembership.findMany({
      where: { agentId: actor.agentId, status: { in: ["invited", "accepted"] } },
      orderBy: [{ invitedAt: "asc" }, { themeCode: "asc" }],
    }),
    database().interestDeclaration.findFirst({
      where: { agentId: actor.agentId },
      orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    }),
    portalNow(),
  ]);
  const inviters = await database().agent.findMany({
    where: { id: { in: rows.map(({ invitedById }) => invitedById) } },
  });
  const nameOf = (id: string) => {
    const agent = inviters.find((each) => each.id === id);
    return agent ? fullName(agent) : "Le porteur du thème";
  };
  return {
    declaration: stateOf(last?.declaredAt, parisDay(now)),
    juries: rows.flatMap(({ status, themeCode }) => (status === "accepted" ? [themeCode] : [])),
    invitations: rows
      .filter(({ status }) => status === "invited")
      .map(({ id, themeCode, invitedById, invitedAt }) => ({
        id,
        themeCode,
        themeTitle: themeByCode(themeCode)?.title ?? "",
        invitedBy: nameOf(invitedById),
        invitedAt,
      })),
  };
}
