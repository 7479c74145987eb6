import { notFound } from "@/domain/errors";
import { readDecisions } from "@/features/dossiers/queries/decisions";
import { pdfAnswer } from "@/server/pdf/answer";
import { decisionLetterPdf } from "@/server/pdf/decision-letter";
import { bareRoute } from "@/server/route";

/** The letter of a decision as a tagged PDF, for the team of the dossier: the one in force, unless the address tells a former one. */
export const GET = bareRoute({ name: "letter-pdf" }, async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get("lettre") ?? undefined;
  const { number, shown } = await readDecisions(actor, String(params.number), wanted);
  if (!shown) throw notFound();
  return pdfAnswer(decisionLetterPdf(shown.letter), `decision-${number}.pdf`);
});
