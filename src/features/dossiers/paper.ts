import { afterDecision, authorityOf } from "@/domain/dossier/letter";
import type { DecisionLetterData } from "@/server/pdf/decision-letter";
import type { ReceiptData } from "@/server/pdf/receipt";
import { service } from "@/server/service";
import { nextDates } from "./next-dates";
import type { FiledDossier, NotifiedDecision } from "./queries/filed-dossier";

function onPaper() {
  const { name, tagline, contactEmail } = service();
  return { name, tagline, contact: contactEmail };
}

/** What the receipt of a filing says, on paper as on screen. */
export function receiptData(filed: FiledDossier): ReceiptData {
  const { theme } = filed;
  return {
    service: onPaper(),
    act: filed.act,
    number: filed.number,
    title: filed.title,
    theme: { code: theme.code, title: theme.title },
    callLabel: filed.callLabel,
    carrierName: filed.carrierName,
    filedBy: filed.filedBy,
    filedAt: filed.filedAt,
    fingerprint: filed.fingerprint,
    files: filed.files,
    amounts: filed.amounts,
    nextDates: nextDates(theme, filed.round),
  };
}

/** What the letter of a notified decision says, on paper as on screen. */
export function letterData(filed: FiledDossier, decision: NotifiedDecision): DecisionLetterData {
  const { theme, amounts } = filed;
  return {
    service: onPaper(),
    number: filed.number,
    title: filed.title,
    theme: { code: theme.code, title: theme.title },
    carrierName: filed.carrierName,
    authority: authorityOf(theme),
    outcome: decision.outcome,
    amount: decision.amount,
    computed: amounts,
    motive: decision.motive,
    strengths: decision.strengths,
    weaknesses: decision.weaknesses,
    filedAt: filed.filedAt,
    decidedAt: decision.decidedAt,
    notifiedAt: decision.notifiedAt,
    fingerprint: filed.fingerprint,
    nextDates: afterDecision(decision.outcome),
  };
}
