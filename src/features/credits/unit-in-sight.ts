import { bopName, type MovementKind, unitNatureOf } from "@/domain/credits/movements";
import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { mayMove } from "@/domain/rights/credits";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { PAYING_DECISION } from "@/server/credits";
import { database, type Transaction } from "@/server/database/client";
import type { OperatingUnit } from "@/server/database/generated/client";
import { withinRoom } from "@/server/database/ministry-sight";
import { visibleDossiers, visibleUnits } from "@/server/visibility";

/** The unit, through the actor's sight. Throws `not-found` out of it, `not-allowed` to who may not move its credits. */
export async function unitToMove(
  tx: Transaction,
  actor: Actor,
  { id, kind }: { id: string; kind: MovementKind },
): Promise<OperatingUnit> {
  const unit = await withinRoom(tx, actor, "credits", (sight) =>
    sight.operatingUnit.findFirst({ where: { AND: [{ id }, visibleUnits(actor)] } }),
  );
  if (!unit) throw notFound();
  if (!mayMove(actor, kind, unit)) throw notAllowed();
  return unit;
}

export interface PaidDossier {
  id: string;
  number: string;
  title: string;
  callId: string;
  themeCode: ThemeCode;
  ministryId: string | null;
}

/** A dossier whose award is notified, through the actor's sight. Throws `not-found` out of it. */
export async function paidDossier(
  actor: Actor,
  where: { number: string } | { id: string },
  tx: Transaction,
): Promise<PaidDossier> {
  const dossier = await withinRoom(tx, actor, "credits", (sight) =>
    sight.dossier.findFirst({
      where: {
        AND: [where, visibleDossiers(actor, "credits"), { decisions: { some: PAYING_DECISION } }],
      },
      select: {
        id: true,
        number: true,
        title: true,
        callId: true,
        themeCode: true,
        ministryId: true,
      },
    }),
  );
  if (!dossier) throw notFound();
  return { ...dossier, themeCode: dossier.themeCode as ThemeCode };
}

/** The one unit that feeds a dossier: of its ministry, of the BOP and of the nature of its theme. Null when none exists. */
export async function unitOf(
  { ministryId, themeCode }: Pick<PaidDossier, "ministryId" | "themeCode">,
  tx: Transaction = database(),
): Promise<OperatingUnit | null> {
  const bop = THEMES[themeCode].owner.administration;
  if (bop === null || ministryId === null) return null;
  const nature = unitNatureOf(themeCode);
  return tx.operatingUnit.findUnique({
    where: { ministryId_bop_nature: { ministryId, bop, nature } },
  });
}

/** What to do when a dossier has no unit. */
export function withoutUnit({ themeCode }: Pick<PaidDossier, "themeCode">): BusinessError {
  const bop = THEMES[themeCode].owner.administration;
  return new BusinessError(
    "incomplete",
    bop === null
      ? "Aucun BOP ne finance ce thème dans les textes\u00A0: ses crédits ne sont pas suivis ici."
      : `Ce ministère n’a pas encore d’unité pour ce thème\u00A0: demandez au gestionnaire du ${bopName(bop)} de la créer.`,
  );
}
