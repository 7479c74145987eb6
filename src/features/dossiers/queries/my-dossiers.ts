import { type DossierStatus, STATUS_LABELS, statusForCarrier } from "@/domain/dossier/statuses";
import { type Cents, centsFromBigInt } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { projectStandings } from "@/server/project-standing";
import { visibleDossiers } from "@/server/visibility";
import { type NextStep, nextStep } from "../next-step";
import { readTasks, type Task } from "./my-tasks";

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

export interface MyDossiers {
  tasks: readonly Task[];
  dossiers: readonly MyDossier[];
  total: number;
  /** Number to continue after; null on the last page. */
  nextCursor: string | null;
  now: Date;
}

const PAGE = 25;

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
        complements: { where: { status: "open" }, select: { dueAt: true } },
        decisions: {
          where: { status: "confirmed", notifiedAt: { not: null } },
          select: { amount: true },
        },
      },
    }),
    readTasks(actor),
  ]);
  const page = rows.slice(0, PAGE);
  const projects = await projectStandings(page.map(({ id }) => id));
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
          dueAt: row.complements[0]?.dueAt,
          project: projects.get(row.id),
          now,
        }),
        grant: granted === null ? null : centsFromBigInt(granted),
      };
    }),
  };
}
