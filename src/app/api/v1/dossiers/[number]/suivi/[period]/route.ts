import { saveReport } from "@/features/follow-up/commands/save-report";
import { saveReportSchema } from "@/features/follow-up/schemas";
import { route } from "@/server/route";

/** Autosave of the report of a period. 409 with the saved cells when somebody of the team changed it meanwhile. */
export const PUT = route(
  { name: "save-report", body: saveReportSchema },
  async ({ actor, input, params }) => {
    const address = { number: params.number ?? "", period: params.period ?? "" };
    const saved = await saveReport(actor, { ...input, ...address });
    return { json: saved, status: saved.status === "conflict" ? 409 : 200 };
  },
);
