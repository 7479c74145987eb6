import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import { type Actor, fullName } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** Someone else of the team with a step of the dossier open now. */
export interface Present {
  name: string;
  /** Title of the step. */
  step: string;
}

/** Seconds after which somebody who said nothing is gone: three missed signs of life. */
const PRESENT_SECONDS = 60;

/**
 * Says that the actor has a step open, and returns who else of the team has one. By the wall clock, kept in one row per
 * person and forgotten in a minute: it proves nothing, so the journal does not know of it.
 */
export async function touchPresence(
  actor: Actor,
  { number, step }: { number: string; step: string },
): Promise<Present[]> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const dossier = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    select: { id: true, themeCode: true },
  });
  if (!dossier) throw notFound();
  const steps = formByTheme(THEMES[dossier.themeCode as ThemeCode].code)?.steps ?? [];
  if (!steps.some(({ key }) => key === step)) throw notFound();
  await database().$executeRaw`
    INSERT INTO dossier_presence (dossier_id, agent_id, step) VALUES (${dossier.id}::uuid, ${actor.agentId}::uuid, ${step})
    ON CONFLICT (dossier_id, agent_id) DO UPDATE SET step = excluded.step, seen_at = now()`;
  // Members only: whoever left the team a moment ago is no longer there.
  const others = await database().$queryRaw<
    { givenName: string; usualName: string; step: string }[]
  >`
    SELECT agent.given_name AS "givenName", agent.usual_name AS "usualName", presence.step
    FROM dossier_presence AS presence
    JOIN dossier_member AS member USING (dossier_id, agent_id)
    JOIN agent ON agent.id = presence.agent_id
    WHERE dossier_id = ${dossier.id}::uuid AND presence.agent_id <> ${actor.agentId}::uuid
      AND presence.seen_at > now() - make_interval(secs => ${PRESENT_SECONDS})
    ORDER BY agent.usual_name, agent.given_name`;
  return others.map((other) => ({
    name: fullName(other),
    step: steps.find(({ key }) => key === other.step)?.title ?? "",
  }));
}
