import { type DossierStatus, STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { type NextStep, nextStep } from "../next-step";

/** A dossier as its team's list shows it. */
export interface MyDossier {
  id: string;
  number: string;
  title: string;
  theme: { code: ThemeCode; title: string };
  status: (typeof STATUS_LABELS)[DossierStatus];
  next: NextStep | undefined;
  /** Granted once notified, else asked, else null for a draft. */
  grant: Cents | null;
}

/** Something the carrier has to do, with its date. */
export interface Task {
  number: string;
  label: string;
  href: string;
  /** Null when no date presses. */
  due: Date | null;
}

export interface MyDossiers {
  tasks: readonly Task[];
  dossiers: readonly MyDossier[];
  total: number;
  /** Number to continue after; null on the last page. */
  nextCursor: string | null;
  now: Date;
}

const PAGE = 25;
const TASKS = 5;

/** The dossiers of the actor's teams, the newest first, and what the actor owes, the nearest date first. */
export async function readMyDossiers(actor: Actor, after?: string): Promise<MyDossiers> {
  const where = visibleDossiers(actor, "carrier");
  const [now, total, rows, tasks] = await Promise.all([
    portalNow(),
    database().dossier.count({ where }),
    database().dossier.findMany({
      // Numbers only grow within a year, and years come first.
      where: after ? { AND: [where, { number: { lt: after } }] } : where,
      orderBy: { number: "desc" },
      take: PAGE + 1,
      include: {
        call: { select: { closesAt: true } },
        round: { select: { month: true } },
        decisions: {
          where: { status: "confirmed", notifiedAt: { not: null } },
          select: { amount: true },
        },
      },
    }),
    readTasks(actor),
  ]);
  const page = rows.slice(0, PAGE);
  return {
    tasks,
    total,
    now,
    nextCursor: rows.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    dossiers: page.map((row) => {
      const theme = THEMES[row.themeCode as ThemeCode];
      const status = statusForCarrier(row.status as DossierStatus, row.notifiedAt !== null);
      const granted = row.decisions[0]?.amount ?? row.requestedGrant;
      return {
        id: row.id,
        number: row.number,
        title: row.title,
        theme: { code: theme.code, title: theme.title },
        status: STATUS_LABELS[status],
        next: nextStep({
          status,
          theme,
          call: row.call,
          juryMonth: row.round?.month ?? null,
          now,
        }),
        grant: granted === null ? null : centsFromBigInt(granted),
      };
    }),
  };
}

/** Drafts whose call still takes filings, and dossiers to present again: nearest closing first. */
async function readTasks(actor: Actor): Promise<Task[]> {
  const now = await portalNow();
  const rows = await database().dossier.findMany({
    where: {
      AND: [
        visibleDossiers(actor, "carrier"),
        {
          OR: [
            {
              status: "draft",
              call: { OR: [{ closesAt: null }, { closesAt: { gte: now } }] },
            },
            { status: "to-be-presented-again", notifiedAt: { not: null } },
          ],
        },
      ],
    },
    orderBy: [{ call: { closesAt: { sort: "asc", nulls: "last" } } }, { number: "desc" }],
    take: TASKS,
    select: { number: true, title: true, status: true, call: { select: { closesAt: true } } },
  });
  return rows.map(({ number, title, status, call }) =>
    status === "draft"
      ? {
          number,
          label: `Déposer «\u00A0${title}\u00A0»`,
          href: routes.missing(number),
          due: call.closesAt,
        }
      : {
          number,
          label: `Préparer une nouvelle présentation de «\u00A0${title}\u00A0»`,
          href: routes.decision(number),
          due: null,
        },
  );
}
