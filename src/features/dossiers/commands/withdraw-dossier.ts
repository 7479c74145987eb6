import type { DossierStatus } from "@/domain/dossier/statuses";
import { pathContext } from "@/domain/dossier/transitions";
import type { Actor } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { ThemeCode } from "@/domain/themes/types";
import { inTransaction } from "@/server/database/client";
import { lockDossier } from "@/server/team-dossier";
import { transition } from "@/server/transition";
import type { WithdrawDossierInput } from "../schemas";

/**
 * Withdraws a filed dossier: its lead alone, with a reason, for good. Throws `changed-meanwhile` when no withdrawal is
 * possible any more. The version is the locked row's: which internal status it moved to meanwhile is not the carrier's.
 */
export function withdrawDossier(
  actor: Actor,
  input: WithdrawDossierInput,
): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, actor, input.number, "lead");
    const { theme } = pinned(dossier);
    // Nobody is asked any more to take a dossier that its carrier withdraws.
    await tx.redirection.updateMany({
      where: { dossierId: dossier.id, status: "proposed" },
      data: { status: "withdrawn" },
    });
    await transition(tx, {
      name: "withdraw",
      dossier: {
        id: dossier.id,
        status: dossier.status as DossierStatus,
        version: dossier.version,
        themeCode: dossier.themeCode as ThemeCode,
      },
      actor,
      isCarrier: true,
      context: pathContext(theme.selection),
      facts: { reason: input.reason },
    });
    return { number: dossier.number };
  });
}
