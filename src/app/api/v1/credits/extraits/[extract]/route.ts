import { reportFile } from "@/features/credits/queries/imports";
import { attachment } from "@/features/files/attachment";
import { bareRoute } from "@/server/route";

/** The report of an extract, line by line, for a spreadsheet. */
export const GET = bareRoute({ name: "extract-report" }, async ({ actor, params }) => {
  return attachment(await reportFile(actor, String(params.extract)), {
    name: "rapport-extrait.csv",
    mediaType: "text/csv; charset=utf-8",
  });
});
