import { fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { type DraftLetter, readLetter } from "@/server/decision-letter";
import type { DossierPage } from "./dossier";

export interface LetterPage {
  letter: DraftLetter;
  decisionId: string;
  /** When the portal is to notify it by itself. */
  notifyAt: Date | null;
  /** Names of those the notification reaches. */
  recipients: string[];
}

/** The letter of a confirmed decision as the carrier will read it; null while none is confirmed. */
export async function readLetterPage(page: DossierPage): Promise<LetterPage | null> {
  const { dossier, decision } = page;
  if (!decision) return null;
  const [letter, members] = await Promise.all([
    readLetter(decision.id),
    database().dossierMember.findMany({
      where: { dossierId: dossier.id },
      include: { agent: { select: { givenName: true, usualName: true } } },
      orderBy: { addedAt: "asc" },
    }),
  ]);
  return (
    letter && {
      letter,
      decisionId: decision.id,
      notifyAt: decision.notifyAt,
      recipients: members.map(({ agent }) => fullName(agent)),
    }
  );
}
