import { readPlanLines } from "@/features/dossiers/queries/plan-lines";
import { planXlsx } from "@/features/dossiers/spreadsheet/write-table";
import { bareRoute } from "@/server/route";

/** The funding plan for a spreadsheet, in XLSX, for the team of the dossier. */
export const GET = bareRoute({ name: "plan-xlsx" }, async ({ actor, params }) => {
  const number = String(params.number);
  return new Response(new Uint8Array(await planXlsx(await readPlanLines(actor, number))), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="plan-${number}.xlsx"`,
    },
  });
});
