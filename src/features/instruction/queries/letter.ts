import { afterDecision, authorityOf } from "@/domain/dossier/letter";
import { fullName } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { readFiledDossier } from "@/server/filed-dossier";
import { OUTCOME_WORDS } from "@/server/pdf/decision-letter";
import { service } from "@/server/service";
import type { DecisionLetterProps } from "@/ui/decision-letter";
import type { DossierPage } from "./dossier";

export interface LetterPage {
  letter: DecisionLetterProps;
  decisionId: string;
  /** When the portal is to notify it by itself. */
  notifyAt: Date | null;
  /** Names of those the notification reaches. */
  recipients: string[];
}

/** The letter of a confirmed decision as the carrier will read it; null while none is confirmed. */
export async function readLetter(page: DossierPage): Promise<LetterPage | null> {
  const { dossier, decision } = page;
  if (!decision?.confirmedAt) return null;
  const [filed, members] = await Promise.all([
    readFiledDossier(dossier.id),
    database().dossierMember.findMany({
      where: { dossierId: dossier.id },
      include: { agent: { select: { givenName: true, usualName: true } } },
      orderBy: { addedAt: "asc" },
    }),
  ]);
  const { theme } = dossier;
  return {
    decisionId: decision.id,
    notifyAt: decision.notifyAt,
    recipients: members.map(({ agent }) => fullName(agent)),
    letter: {
      authority: authorityOf(theme),
      carrierName: page.carrierName,
      number: dossier.number,
      title: dossier.title,
      theme: { code: theme.code, title: theme.title },
      words: OUTCOME_WORDS[decision.outcome],
      amount: decision.amount,
      computed: { total: dossier.total, base: page.base, grant: dossier.computedGrant },
      motive: decision.motive,
      strengths: decision.strengths,
      weaknesses: decision.weaknesses,
      expectations: decision.expectations,
      filedAt: page.filedAt,
      decidedAt: decision.confirmedAt,
      notifiedAt: decision.notifiedAt,
      fingerprint: filed?.fingerprint ?? "",
      contactEmail: service().contactEmail,
      nextDates: afterDecision(decision.outcome),
    },
  };
}
