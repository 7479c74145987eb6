import { filingVersion } from "@/domain/dossier/filing-words";
import { receiptData } from "@/features/dossiers/paper";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { pdfAnswer } from "@/server/pdf/answer";
import { receiptPdf } from "@/server/pdf/receipt";
import { bareRoute } from "@/server/route";

/** The receipt of a filing as a tagged PDF, for the team of the dossier: the last, unless the address tells another. */
export const GET = bareRoute({ name: "receipt-pdf" }, async ({ actor, params, request }) => {
  const version = filingVersion(new URL(request.url).searchParams.get("depot") ?? undefined);
  const filed = await readFiledDossier(actor, String(params.number), version);
  return pdfAnswer(receiptPdf(receiptData(filed)), `recepisse-${filed.number}.pdf`);
});
