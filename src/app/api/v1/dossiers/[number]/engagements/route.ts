import { setCommitment } from "@/features/dossiers/commands/set-commitment";
import { setCommitmentSchema } from "@/features/dossiers/schemas";
import { route } from "@/server/route";

/** One commitment accepted, or taken back. The same request sent twice changes nothing the second time. */
export const PUT = route(
  { name: "set-commitment", body: setCommitmentSchema },
  async ({ actor, input, params }) => ({
    json: await setCommitment(actor, { number: params.number ?? "", ...input }),
  }),
);
