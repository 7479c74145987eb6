import type { DossierStatus } from "@/domain/dossier/statuses";
import { pathContext } from "@/domain/dossier/transitions";
import type { Actor } from "@/domain/rights/actor";
import { pinned } from "@/domain/themes/pinned";
import type { ThemeCode } from "@/domain/themes/types";
import { inTransaction } from "@/server/database/client";
import { lockToWrite } from "@/server/team-dossier";
import { transition } from "@/server/transition";
import type { AbandonDraftInput } from "../schemas";

/** Gives a draft up, by its lead alone: it leaves the list of what is to do, its answers stay readable by its team. */
export function abandonDraft(actor: Actor, input: AbandonDraftInput): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, { needed: "lead" });
    await transition(tx, {
      name: "abandon",
      dossier: {
        id: dossier.id,
        status: dossier.status as DossierStatus,
        version: dossier.version,
        themeCode: dossier.themeCode as ThemeCode,
      },
      actor,
      isCarrier: true,
      context: pathContext(pinned(dossier).theme.selection),
    });
    return { number: dossier.number };
  });
}
