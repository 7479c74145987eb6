import { readPlanLines } from "@/features/dossiers/queries/plan-lines";
import { planCsv } from "@/features/dossiers/spreadsheet/write-table";
import { bareRoute } from "@/server/route";

/** The funding plan for a spreadsheet, in CSV, for the team of the dossier. */
export const GET = bareRoute({ name: "plan-csv" }, async ({ actor, params }) => {
  const number = String(params.number);
  return new Response(planCsv(await readPlanLines(actor, number)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="plan-${number}.csv"`,
    },
  });
});
