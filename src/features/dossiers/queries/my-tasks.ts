import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import type { Prisma } from "@/server/database/generated/client";
import { unreadMessages } from "@/server/exchanges";
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
 * What the actor owes: messages of the instruction to read, then, the nearest date first and what has none last, dossiers
 * that came back to their team and drafts whose call still takes filings.
 */
export async function readTasks(actor: Actor): Promise<Task[]> {
  const now = await portalNow();
  const [back, drafts, written] = await Promise.all([
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
