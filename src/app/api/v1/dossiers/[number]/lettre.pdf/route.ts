import { notFound } from "@/domain/errors";
import { letterData } from "@/features/dossiers/paper";
import { readFiledDossier } from "@/features/dossiers/queries/filed-dossier";
import { pdfAnswer } from "@/server/pdf/answer";
import { decisionLetterPdf } from "@/server/pdf/decision-letter";
import { bareRoute } from "@/server/route";

/** The letter of the decision as a tagged PDF, for the team of the dossier, once notified. */
export const GET = bareRoute({ name: "letter-pdf" }, async ({ actor, params }) => {
  const filed = await readFiledDossier(actor, String(params.number));
  if (!filed.decision) throw notFound();
  return pdfAnswer(
    decisionLetterPdf(letterData(filed, filed.decision)),
    `decision-${filed.number}.pdf`,
  );
});
