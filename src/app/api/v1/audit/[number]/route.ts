import { notFound } from "@/domain/errors";
import { downloadDossierAudit } from "@/features/audit/commands/consult";
import { bareRoute } from "@/server/route";

/** The chain of a dossier as a file, for an auditor or the theme's owner. */
export const GET = bareRoute({ name: "audit-file" }, async ({ actor, params: { number } }) => {
  if (!number) throw notFound();
  const file = await downloadDossierAudit(actor, number);
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="journal-${number}.json"`,
    },
  });
});
