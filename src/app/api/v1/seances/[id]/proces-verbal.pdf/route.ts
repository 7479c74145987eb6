import { minutesPdf } from "@/features/sittings/paper";
import { readSealedMinutes } from "@/features/sittings/queries/minutes";
import { pdfAnswer } from "@/server/pdf/answer";
import { bareRoute } from "@/server/route";

/** The sealed minutes as a tagged PDF, whole, for those who may keep them. */
export const GET = bareRoute({ name: "minutes-pdf" }, async ({ actor, params }) => {
  const sealed = await readSealedMinutes(actor, params.id ?? "");
  return pdfAnswer(minutesPdf(sealed), "proces-verbal.pdf");
});
