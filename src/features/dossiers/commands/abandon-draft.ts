import { pathContext } from "@/domain/dossier/transitions";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { inTransaction } from "@/server/database/client";
import { lockDraft } from "@/server/team-dossier";
import { transition } from "@/server/transition";
import { pinned } from "../pinned";
import type { AbandonDraftInput } from "../schemas";

/** Gives a draft up, by its lead alone: it leaves the list of what is to do, its answers stay readable by its team. */
export function abandonDraft(actor: Actor, input: AbandonDraftInput): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockDraft(tx, actor, input.number, "lead");
    await transition(tx, {
      name: "abandon",
      dossier: {
        id: dossier.id,
        status: "draft",
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
