import "server-only";
import type { Actor, ActorOrganisation, Grant } from "@/domain/rights/actor";
import { database } from "../database/client";
import { environment } from "../environment";
import { sha256 } from "../fingerprint";

interface Row {
  agentId: string;
  givenName: string;
  usualName: string;
  email: string;
  acr: string | null;
  organisation: ActorOrganisation | null;
  grants: Grant[];
}

/**
 * The actor of a session token, in one query: the session by the hash of its token, alive by the wall clock (a
 * demonstration offset must not lengthen it), the agent unless closed, and the roles in force by the portal's clock.
 * Roles need a strong sign-in: a session opened with a weak one has none, even if they are granted meanwhile.
 */
export async function findActor(token: string): Promise<Actor | null> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT agent.id AS "agentId", agent.given_name AS "givenName", agent.usual_name AS "usualName", agent.email,
      session.acr,
      CASE WHEN organisation.id IS NOT NULL THEN json_build_object('id', organisation.id, 'kind', organisation.kind,
        'name', organisation.name, 'ministryId', organisation.ministry_id, 'fundOwner', organisation.fund_owner) END AS organisation,
      coalesce((SELECT json_agg(json_build_object('role', role, 'theme', theme_code, 'ministryId', ministry_id)
          ORDER BY role, theme_code, ministry_id)
        FROM role_grant, (SELECT guichet_now() AS at) AS clock
        WHERE agent_id = agent.id AND starts_at <= clock.at AND (ends_at IS NULL OR clock.at < ends_at)), '[]') AS grants
    FROM session
    JOIN agent ON agent.id = session.agent_id AND agent.closed_at IS NULL
    LEFT JOIN organisation ON organisation.id = agent.organisation_id
    WHERE session.token_hash = ${sha256(token)} AND session.expires_at > now()`;
  const row = rows[0];
  if (!row) return null;
  const { acr, grants, ...actor } = row;
  return { ...actor, grants: isStrong(acr) ? grants : [] };
}

/** Whether the sign-in was made with a level that the portal accepts for a role. */
export function isStrong(acr: string | null): boolean {
  return acr !== null && environment().strongAcr.includes(acr);
}
