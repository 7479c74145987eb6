import "server-only";
import { type Editing, editingOf } from "@/domain/dossier/editing";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { pinned, type Versions } from "@/domain/themes/pinned";
import type { Transaction } from "./database/client";

/** What of a dossier's row says what its team may write. */
export interface EditedDossier extends Versions {
  id: string;
  status: string;
  notifiedAt: Date | null;
}

/** What the team of a dossier may write now; the open request of complements is read when the dossier awaits one. */
export async function readEditing(
  tx: Pick<Transaction, "complementItem">,
  dossier: EditedDossier,
): Promise<Editing> {
  const status = dossier.status as DossierStatus;
  const items =
    status === "complement-requested"
      ? await tx.complementItem.findMany({
          where: { request: { dossierId: dossier.id, status: "open" } },
          select: { target: true },
        })
      : [];
  const targets = items.map(({ target }) => target);
  return editingOf(
    { status, notified: dossier.notifiedAt !== null, targets },
    pinned(dossier).form,
  );
}
