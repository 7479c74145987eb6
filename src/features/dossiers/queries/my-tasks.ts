import { type Day, endOfDay, parisDay } from "@/domain/calendar";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { dutyAct, type ProjectStanding } from "@/domain/execution/next-act";
import { dutyState } from "@/domain/execution/obligations";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { unreadMessages } from "@/server/exchanges";
import { dayOfColumn } from "@/server/executions";
import { projectStandings } from "@/server/project-standing";
import { visibleDossiers } from "@/server/visibility";

/** Something the carrier has to do, with its date. */
export interface Task {
  number: string;
  label: string;
  href: string;
  /** Null when no date presses. */
  due: Date | null;
}

const TASKS = 5;
/** More dossiers than a team has in its hands at once. */
const MOST_BACK = 50;

const ROW = { number: true, title: true, status: true } satisfies Prisma.DossierSelect;

/**
 * What the actor owes: messages of the instruction to read, then, the nearest date first and what has none last, what
 * projects ask after their award, dossiers that came back to their team and drafts whose call still takes filings.
 */
export async function readTasks(actor: Actor): Promise<Task[]> {
  const now = await portalNow();
  const [back, drafts, written, projects] = await Promise.all([
    database().dossier.findMany({
      where: { AND: [visibleDossiers(actor, "carrier"), BACK] },
      orderBy: { number: "desc" },
      take: MOST_BACK,
      select: {
        ...ROW,
        complements: { where: { status: "open" }, select: { dueAt: true, _count: true } },
      },
    }),
    database().dossier.findMany({
      where: {
        AND: [
          visibleDossiers(actor, "carrier"),
          { status: "draft", call: { OR: [{ closesAt: null }, { closesAt: { gte: now } }] } },
        ],
      },
      orderBy: [{ call: { closesAt: { sort: "asc", nulls: "last" } } }, { number: "desc" }],
      take: TASKS,
      select: { ...ROW, call: { select: { closesAt: true } } },
    }),
    database().dossier.findMany({
      where: { AND: [visibleDossiers(actor, "carrier"), WRITTEN_TO] },
      orderBy: { number: "desc" },
      take: MOST_BACK,
      select: { id: true, number: true, title: true },
    }),
    projectTasks(actor, parisDay(now)),
  ]);
  const unread = await unreadMessages(
    actor,
    "carrier",
    written.map(({ id }) => id),
  );
  const toRead = written.flatMap(({ id, number, title }): Task[] => {
    const count = unread.get(id);
    if (!count) return [];
    const messages = count === 1 ? "un message" : `${count} messages`;
    const label = `Lire ${messages} de l’instruction sur «\u00A0${title}\u00A0»`;
    return [{ number, label, href: routes.messages(number), due: null }];
  });
  const dated = [
    ...projects,
    ...back.map(({ number, title, status, complements }): Task => {
      const [complement] = complements;
      const points = complement?._count.items ?? 0;
      const due = complement?.dueAt ?? null;
      return { number, due, ...backWords(status as DossierStatus, { number, title, points }) };
    }),
    ...drafts.map(
      ({ number, title, call }): Task => ({
        number,
        label: `Déposer «\u00A0${title}\u00A0»`,
        href: routes.missing(number),
        due: call.closesAt,
      }),
    ),
  ].sort((one, other) => instant(one) - instant(other));
  return [...toRead.slice(0, TASKS), ...dated.slice(0, TASKS)];
}

const instant = ({ due }: Task) => due?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** In the hands of its carrier, who knows it. */
const BACK: Prisma.DossierWhereInput = {
  OR: [
    { status: "complement-requested" },
    { status: { in: ["redirected", "to-be-presented-again"] }, notifiedAt: { not: null } },
  ],
};

/** The instruction wrote to its team. */
const WRITTEN_TO: Prisma.DossierWhereInput = { messages: { some: { side: "instruction" } } };

function backWords(
  status: DossierStatus,
  { number, title, points }: { number: string; title: string; points: number },
): { label: string; href: string } {
  const name = `«\u00A0${title}\u00A0»`;
  switch (status) {
    case "complement-requested": {
      const asked = points === 1 ? "1 précision demandée" : `${points} précisions demandées`;
      return { label: `Répondre à ${asked} sur ${name}`, href: routes.complements(number) };
    }
    case "redirected":
      return {
        label: `Confirmer ${name} dans son nouveau thème`,
        href: routes.ownRedirection(number),
      };
    default:
      return {
        label: `Préparer une nouvelle présentation de ${name}`,
        href: routes.newPresentation(number),
      };
  }
}

/** What each project in execution asks of its team today. */
async function projectTasks(actor: Actor, today: Day): Promise<Task[]> {
  const rows = await database().dossier.findMany({
    where: { AND: [visibleDossiers(actor, "carrier"), { status: "in-execution" }] },
    orderBy: { number: "desc" },
    take: MOST_BACK,
    select: {
      id: true,
      number: true,
      title: true,
      execution: {
        select: { endsOn: true, _count: { select: { gains: { where: { level: null } } } } },
      },
    },
  });
  const standings = await projectStandings(rows.map(({ id }) => id));
  return rows.flatMap(({ id, number, title, execution }) => {
    const standing = standings.get(id);
    if (!execution || !standing) return [];
    return tasksOf({
      number,
      name: `«\u00A0${title}\u00A0»`,
      standing,
      isOver: dayOfColumn(execution.endsOn) < today,
      unproven: execution._count.gains,
      today,
    });
  });
}

interface Followed {
  number: string;
  name: string;
  standing: ProjectStanding;
  /** Its planned end is past. */
  isOver: boolean;
  /** Gains promised and not proven. */
  unproven: number;
  today: Day;
}

/** A suspended project is not pressed: its team knows when it goes on. */
function tasksOf({ number, name, standing, isOver, unproven, today }: Followed): Task[] {
  const { suspended, withheld, closingAsked, duty } = standing;
  if (suspended) return [];
  const undated = (label: string, href: string): Task => ({ number, label, href, due: null });
  const state = duty && dutyState({ ...duty, isDone: false, isDropped: false }, today);
  return [
    ...(duty && state !== "to-come"
      ? [
          {
            number,
            label: `${capitalised(dutyAct(duty.kind, duty.period))}\u00A0: ${name}`,
            href: duty.period ? routes.report(number, duty.period) : routes.followUp(number),
            due: endOfDay(duty.dueOn),
          },
        ]
      : []),
    ...(withheld === null
      ? []
      : [
          undated(
            `Proposer à nouveau le jalon de la phase ${withheld} de ${name}`,
            routes.phase(number, withheld),
          ),
        ]),
    ...(isOver && unproven > 0
      ? [undated(`Prouver les gains promis par ${name}`, routes.gains(number))]
      : []),
    ...(isOver && !closingAsked
      ? [undated(`Remettre l’évaluation finale de ${name}`, routes.closing(number))]
      : []),
  ];
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
