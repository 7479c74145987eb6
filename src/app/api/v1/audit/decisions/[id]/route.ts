import { consultDecision } from "@/features/audit/commands/consult-decision";
import { evidenceArchive } from "@/features/audit/evidence-archive";
import { attachment } from "@/features/files/attachment";
import { bareRoute } from "@/server/route";

/** The evidence of a decision as one archive, for an auditor. */
export const GET = bareRoute({ name: "evidence-file" }, async ({ actor, params }) => {
  const evidence = await consultDecision(actor, String(params.id), "evidence-download");
  return attachment(evidenceArchive(evidence), {
    name: `preuves-${evidence.number}.zip`,
    mediaType: "application/zip",
  });
});
