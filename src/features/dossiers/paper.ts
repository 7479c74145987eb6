import { nextDates } from "@/domain/dossier/next-dates";
import { onPaper } from "@/server/pdf/paper";
import type { ReceiptData } from "@/server/pdf/receipt";
import type { FiledDossier } from "./queries/filed-dossier";

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
