import "server-only";
import { REDIRECTABLE } from "@/domain/dossier/redirection";
import { type DossierStatus, UNDECIDED } from "@/domain/dossier/statuses";
import { type Actor, holds, ministriesHeld, type Role, themesHeld } from "@/domain/rights/actor";
import { bopKept, readsAllCredits } from "@/domain/rights/credits";
import { rolesWith } from "@/domain/rights/permissions";
import { themesOf } from "@/domain/steering/envelopes";
import type { ThemeCode } from "@/domain/themes/types";
import type { Prisma } from "./database/generated/client";

/**
 * As whom the actor looks at a dossier. Each room reads through its own relation, so that a person who holds several
 * roles sees in each room what that room may show.
 */
export type Relation =
  | "carrier"
  | "instruction"
  /** What is said with the carrier and among those who examine the dossier: neither its chair nor its jurors. */
  | "exchanges"
  /** The public facts of the dossiers of every theme, for whoever examines those of one. */
  | "neighbour"
  /** What was filed of a dossier that another theme proposes to the actor's, until it is answered. */
  | "receiving"
  | "juror"
  | "expert"
  | "ministry"
  /** The same in the ministry's list, with the drafts whose team lets the DNUM see them: their summary, nothing else. */
  | "portfolio"
  | "auditor"
  /** The dossiers whose credits the actor follows: those of their ministry, of their BOP, or all. */
  | "credits"
  /** The projects behind the figures of the funds: those of their BOP, or all. Read as the carrier is told of them. */
  | "steering";

/** Roles that examine the dossiers of their theme. */
export const INSTRUCTION: readonly Role[] = ["theme-owner", "instructor", "secretary", "chair"];

/** A condition no row meets, and one every row meets: inside an `OR`, Prisma reads `{}` as none. */
const NOTHING: Prisma.DossierWhereInput = { id: { in: [] } };
const EVERYTHING: Prisma.DossierWhereInput = { NOT: NOTHING };

/** A draft, withdrawn or not, belongs to its team alone. */
const FILED: Prisma.DossierWhereInput = { filedAt: { not: null } };

function ofThemes(themes: readonly ThemeCode[] | "all"): Prisma.DossierWhereInput {
  return themes === "all" ? EVERYTHING : { themeCode: { in: [...themes] } };
}

function towards(themes: readonly ThemeCode[] | "all"): Prisma.RedirectionWhereInput {
  return themes === "all" ? {} : { toTheme: { in: [...themes] } };
}

/**
 * What was done of a dossier under a theme: its present one, or the former one that a dossier redirected has left. The
 * people of a theme read what was done under it, never what another theme said before theirs.
 */
function ofOwnTheme(actor: Actor) {
  const themes = themesHeld(actor, INSTRUCTION);
  return themes === "all"
    ? {}
    : { OR: [{ formerTheme: null }, { formerTheme: { in: [...themes] } }] };
}

/**
 * Neither recused nor of the dossier's team: whoever has a part in a dossier examines nothing of it, whatever role they
 * hold. The team reads it in the carrier's room, where what is not notified is masked.
 */
export function uninvolved(actor: Actor): Prisma.DossierWhereInput {
  const { agentId } = actor;
  return {
    AND: [
      { assignments: { none: { jurorId: agentId, status: "recused" } } },
      { members: { none: { agentId } } },
    ],
  };
}

const CONDITIONS: Record<Relation, (actor: Actor) => Prisma.DossierWhereInput> = {
  carrier: (actor) => ({ members: { some: { agentId: actor.agentId } } }),

  instruction: (actor) => ({
    AND: [FILED, ofThemes(themesHeld(actor, INSTRUCTION)), uninvolved(actor)],
  }),

  exchanges: (actor) => ({
    AND: [
      FILED,
      ofThemes(themesHeld(actor, rolesWith("exchange"))),
      { assignments: { none: { jurorId: actor.agentId } } },
      { members: { none: { agentId: actor.agentId } } },
    ],
  }),

  neighbour: (actor) =>
    INSTRUCTION.some((role) => holds(actor, role)) ? { AND: [FILED, uninvolved(actor)] } : NOTHING,

  receiving: (actor) => ({
    AND: [
      FILED,
      { status: { in: [...REDIRECTABLE] } },
      {
        redirections: {
          some: {
            status: "proposed",
            ...towards(themesHeld(actor, rolesWith("answer-redirection"))),
          },
        },
      },
      uninvolved(actor),
    ],
  }),

  juror: (actor) => ({
    ...FILED,
    assignments: { some: { jurorId: actor.agentId, status: "assigned" } },
    members: { none: { agentId: actor.agentId } },
  }),

  // While their opinion is awaited, and no longer: not once it is handed in, nor once the decision is taken.
  expert: (actor) => ({
    AND: [
      FILED,
      { status: { in: [...UNDECIDED] } },
      { opinions: { some: { expertId: actor.agentId, status: "accepted" } } },
      uninvolved(actor),
    ],
  }),

  ministry: (actor) => ({ ...FILED, ministryId: { in: [...ministriesHeld(actor)] } }),

  portfolio: (actor) => ({
    OR: [FILED, { status: "draft", shownToDnum: true }],
    ministryId: { in: [...ministriesHeld(actor)] },
  }),

  auditor: (actor) => (holds(actor, "auditor") ? { AND: [FILED, uninvolved(actor)] } : NOTHING),

  credits: (actor) => ({ OR: [CONDITIONS.ministry(actor), CONDITIONS.steering(actor)] }),

  steering: (actor) => ({ AND: [FILED, ofThemes(steeredThemes(actor)), uninvolved(actor)] }),
};

/** The themes whose money an actor follows: those of the BOP they keep, or all. */
export function steeredThemes(actor: Actor): readonly ThemeCode[] | "all" {
  if (readsAllCredits(actor)) return "all";
  const bop = bopKept(actor);
  return bop === null ? [] : themesOf(bop);
}

/** The units an actor may know of: those of their ministries, of the BOP they keep, or all. */
export function visibleUnits(actor: Actor): Prisma.OperatingUnitWhereInput {
  if (readsAllCredits(actor)) return {};
  const bop = bopKept(actor);
  return {
    OR: [{ ministryId: { in: [...ministriesHeld(actor)] } }, ...(bop === null ? [] : [{ bop }])],
  };
}

/** The dossiers an actor may see as this relation. Every read and every command's loading goes through it. */
export function visibleDossiers(actor: Actor, as: Relation): Prisma.DossierWhereInput {
  return CONDITIONS[as](actor);
}

/**
 * The visas a DNUM may read and give: those asked of its ministries. A draft it was informed of is read by this door
 * alone, in the page of the visa; withdrawn before its filing, it is its team's again.
 */
export function visibleVisas(actor: Actor): Prisma.VisaWhereInput {
  return {
    ministryId: { in: [...ministriesHeld(actor)] },
    dossier: { OR: [FILED, { status: "draft" }] },
  };
}

/**
 * The internal notes an actor may read: those of the dossiers they exchange on, written under a theme of theirs. A dossier
 * redirected leaves its former notes to the people of its former theme.
 */
export function visibleNotes(actor: Actor): Prisma.InternalNoteWhereInput {
  const themes = themesHeld(actor, rolesWith("exchange"));
  return {
    dossier: visibleDossiers(actor, "exchanges"),
    ...(themes !== "all" && { themeCode: { in: [...themes] } }),
  };
}

/** As whom the actor reads an expert's opinion: its author, or those it is meant for once handed in. */
export type OpinionReader = "expert" | "instruction" | "juror" | "auditor";

/**
 * The opinions an actor may read. An expert: their own, while they write it and once handed in, never another's. Those
 * who examine the dossier and the auditor: every request, those of a former theme apart; what is written in it once it
 * is handed in, as each query says. A juror: those meant for the jury, handed in, on a dossier entrusted to them.
 */
export function visibleOpinions(actor: Actor, as: OpinionReader): Prisma.ExpertOpinionWhereInput {
  switch (as) {
    case "expert":
      return {
        expertId: actor.agentId,
        OR: [
          { status: "accepted", dossier: visibleDossiers(actor, "expert") },
          { status: "given", dossier: uninvolved(actor) },
        ],
      };
    case "juror":
      return {
        readers: "jury",
        status: "given",
        formerTheme: null,
        dossier: visibleDossiers(actor, "juror"),
      };
    case "instruction":
      return { AND: [{ dossier: visibleDossiers(actor, as) }, ofOwnTheme(actor)] };
    default:
      return { dossier: visibleDossiers(actor, as) };
  }
}

/**
 * The sittings an actor may know of: those of the themes they examine, those they are called to sit in, those that
 * examine a dossier entrusted to them. What they may read of each item is settled by its dossier.
 */
export function visibleSessions(actor: Actor): Prisma.JurySessionWhereInput {
  const themes = themesHeld(actor, INSTRUCTION);
  return {
    OR: [
      themes === "all" ? { NOT: { id: { in: [] } } } : { themeCode: { in: [...themes] } },
      { members: { some: { agentId: actor.agentId } } },
      { items: { some: { formerTheme: null, dossier: visibleDossiers(actor, "juror") } } },
    ],
  };
}

/** Statuses reached once the scoring is closed. */
export const SCORING_CLOSED: readonly DossierStatus[] = [
  "scored",
  "reserve",
  "accepted",
  "refused",
  "redirected",
  "to-be-presented-again",
  "in-execution",
  "closed",
];

/** Whether the scoring of a dossier at this status is over: before, nobody reads anything of the others' sheets. */
export function isScoringClosed(status: DossierStatus): boolean {
  return SCORING_CLOSED.includes(status);
}

/**
 * The score sheets an actor may read: their own, always while they are assigned; the others' only after the close of
 * scoring, by those who examine the theme they were written under, an auditor, or an assigned juror who has handed in
 * their own sheet.
 */
export function visibleSheets(actor: Actor): Prisma.ScoreSheetWhereInput {
  const themes = themesHeld(actor, INSTRUCTION);
  const ownAssignment = { jurorId: actor.agentId, status: "assigned" };
  const dossier: Prisma.DossierWhereInput = {
    status: { in: [...SCORING_CLOSED] },
    ...uninvolved(actor),
  };
  const handedIn = { some: { ...ownAssignment, sheet: { submittedAt: { not: null } } } };
  const readers: Prisma.JurorAssignmentWhereInput[] = [
    { formerTheme: null, dossier: { OR: [{ assignments: handedIn }, ofThemes(themes)] } },
  ];
  if (themes !== "all") readers.push({ formerTheme: { in: [...themes] } });
  if (themes === "all" || holds(actor, "auditor")) readers.push({ NOT: { id: { in: [] } } });
  return {
    OR: [
      { assignment: ownAssignment },
      { submittedAt: { not: null }, assignment: { dossier, OR: readers } },
    ],
  };
}
