import { receiptData } from "@/features/dossiers/paper";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { pdfAnswer } from "@/server/pdf/answer";
import { receiptPdf } from "@/server/pdf/receipt";
import { bareRoute } from "@/server/route";

/** The receipt as a tagged PDF, for the team of the dossier. */
export const GET = bareRoute({ name: "receipt-pdf" }, async ({ actor, params }) => {
  const filed = await readFiledDossier(actor, String(params.number));
  return pdfAnswer(receiptPdf(receiptData(filed)), `recepisse-${filed.number}.pdf`);
});
