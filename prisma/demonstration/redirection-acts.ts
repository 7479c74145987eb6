import type { ThemeCode } from "@/domain/themes/types";
import { acceptRedirection } from "@/features/redirections/commands/accept-redirection";
import { proposeRedirection } from "@/features/redirections/commands/propose-redirection";
import { database } from "@/server/database/client";
import { type Act, dossierOf, numberOf } from "./acts";
import { french } from "./french";

/** What sends a dossier to another theme, by the portal's own commands. */

/** The instruction proposes the dossier to another theme, in its first open call. */
export const redirectionProposed = (
  at: string,
  theme: ThemeCode,
  words: { reason: string; carrierReason: string },
): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    const call = await database().call.findFirstOrThrow({
      where: { themeCode: theme, opensAt: { not: null } },
      orderBy: { opensAt: "asc" },
    });
    return proposeRedirection(stage.actor("instructrice"), {
      number,
      call: call.id,
      reason: french(words.reason),
      carrierReason: french(words.carrierReason),
    });
  },
});

/** The owner of the other theme takes it. */
export const redirectionAccepted = (at: string): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const redirection = await database().redirection.findFirstOrThrow({
      where: { dossierId: id, status: "proposed" },
    });
    return acceptRedirection(stage.actor("porteuse-de-theme-dinum"), {
      number,
      redirection: redirection.id,
    });
  },
});
