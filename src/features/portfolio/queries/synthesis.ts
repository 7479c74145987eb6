import type { GroupDrift } from "@/domain/execution/drift";
import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, ministriesHeld } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import type { Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { asMinistry } from "@/server/database/ministry-sight";
import { readThemeDrifts, type ThemeDrifts } from "@/server/project-drift";
import { EVERYTHING } from "../filters";
import { type CarrierLoad, readPresent, requireMinistry } from "./portfolio";
import { inMinistry, momentOf } from "./selection";
import { type Figures, readSums, type Sums, together } from "./sums";

/** What a theme weighs in the ministry. */
export interface ThemeLine extends Figures {
  code: ThemeCode;
  title: string;
  /** Null while none of its projects has reported. */
  drift: GroupDrift | null;
}

/** Authorisations (AE) and payments (CP) of the dossiers of the ministry, TTC. */
export interface PaidSums {
  received: Cents;
  committed: Cents;
  paid: Cents;
  returned: Cents;
}

/** The key figures of the ministries chosen, as they stand at one instant. */
export interface Synthesis {
  ministries: readonly { id: string; name: string }[];
  now: Date;
  stages: Sums["stages"];
  totals: Figures;
  themes: readonly ThemeLine[];
  carriers: readonly CarrierLoad[];
  alerts: Sums["alerts"];
  drift: ThemeDrifts["whole"];
  credits: PaidSums;
}

/** The same number of statements whatever the dossiers. Throws as the portfolio does. */
export async function readSynthesis(actor: Actor, ministryId: string | null): Promise<Synthesis> {
  const query = { ...EVERYTHING, ministryId };
  requireMinistry(actor, query);
  const now = await portalNow();
  const moment = momentOf(now);
  const condition = inMinistry(actor, query);
  return asMinistry(actor, async (tx) => {
    const ministries = await tx.organisation.findMany({
      where: { id: { in: ministryId ? [ministryId] : [...ministriesHeld(actor)] } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    const { stages, themes, alerts } = await readSums(tx, { within: condition, moment });
    const drifts = await readThemeDrifts(
      Prisma.sql`d.status = 'in-execution' AND ${condition}`,
      tx,
    );
    const { carriers } = await readPresent(tx, condition);
    return {
      ministries,
      now,
      stages,
      totals: together(Object.values(stages)),
      themes: Object.values(THEMES).flatMap(({ code, title }) => {
        const line = themes.get(code);
        return line ? [{ ...line, code, title, drift: drifts.themes.get(code) ?? null }] : [];
      }),
      carriers,
      alerts,
      drift: drifts.whole,
      credits: await readCredits(tx, condition),
    };
  });
}

type CreditsRow = Record<keyof PaidSums, bigint>;

async function readCredits(tx: Transaction, condition: Prisma.Sql): Promise<PaidSums> {
  const [row] = await tx.$queryRaw<CreditsRow[]>`
    SELECT coalesce(sum(received_ae), 0)::bigint AS received, coalesce(sum(committed_ae), 0)::bigint AS committed,
      coalesce(sum(paid_cp), 0)::bigint AS paid, coalesce(sum(returned_ae), 0)::bigint AS returned
    FROM credit_account a JOIN dossier d ON d.id = a.dossier_id WHERE ${condition}`;
  if (!row) throw new Error("A sum is one row");
  return {
    received: centsFromBigInt(row.received),
    committed: centsFromBigInt(row.committed),
    paid: centsFromBigInt(row.paid),
    returned: centsFromBigInt(row.returned),
  };
}
