import "server-only";
import { isDomain } from "@/domain/dossier/opinion";
import type { Transaction } from "./database/client";
import { notify, withdrawOpinionNotices } from "./notifications";

interface Ended {
  dossierId: string;
  address: string;
  expertId: string | null;
}

/** Tells the expert that nothing is awaited from them any more; what they were told of the dossier is taken back. */
export async function tellEnd(tx: Transaction, ended: Ended): Promise<void> {
  const { dossierId, address, expertId } = ended;
  if (expertId) await withdrawOpinionNotices(tx, { recipientId: expertId, dossierId });
  if (!expertId && isDomain(address)) return;
  await notify(tx, [
    {
      kind: "opinion-revoked",
      dossierId,
      ...(expertId ? { recipientId: expertId } : { address }),
    },
  ]);
}
