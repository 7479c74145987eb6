import "server-only";
import type { Role } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import type { Transaction } from "./database/client";

/** The agents who hold the role of a ministry's DNUM now, their accounts open: those a visa is asked of. */
export async function dnumAgents(tx: Transaction, ministryId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ agentId: string }[]>`
    SELECT DISTINCT agent.id AS "agentId" FROM role_grant
    JOIN agent ON agent.id = role_grant.agent_id AND agent.closed_at IS NULL,
      (SELECT guichet_now() AS at) AS clock
    WHERE role = 'dnum' AND ministry_id = ${ministryId}::uuid
      AND starts_at <= clock.at AND (ends_at IS NULL OR clock.at < ends_at)`;
  return rows.map(({ agentId }) => agentId);
}

/** The agents who keep the BOP of an administration now, their accounts open. */
export async function bopManagers(tx: Transaction, owner: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ agentId: string }[]>`
    SELECT DISTINCT agent.id AS "agentId" FROM role_grant
    JOIN agent ON agent.id = role_grant.agent_id AND agent.closed_at IS NULL
    JOIN organisation ON organisation.id = agent.organisation_id AND organisation.fund_owner = ${owner},
      (SELECT guichet_now() AS at) AS clock
    WHERE role = 'bop-manager' AND starts_at <= clock.at AND (ends_at IS NULL OR clock.at < ends_at)`;
  return rows.map(({ agentId }) => agentId);
}

/** Everyone of a dossier's team. */
export async function teamOf(tx: Transaction, dossierId: string): Promise<string[]> {
  const members = await tx.dossierMember.findMany({
    where: { dossierId },
    select: { agentId: true },
  });
  return members.map(({ agentId }) => agentId);
}

/** The agents who hold one of these roles for a theme now, their accounts open. */
export async function themeAgents(
  tx: Transaction,
  theme: ThemeCode,
  roles: readonly Role[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ agentId: string }[]>`
    SELECT DISTINCT agent.id AS "agentId" FROM role_grant
    JOIN agent ON agent.id = role_grant.agent_id AND agent.closed_at IS NULL,
      (SELECT guichet_now() AS at) AS clock
    WHERE role = ANY(${[...roles]}) AND (theme_code IS NULL OR theme_code = ${theme})
      AND starts_at <= clock.at AND (ends_at IS NULL OR clock.at < ends_at)
    ORDER BY "agentId"`;
  return rows.map(({ agentId }) => agentId);
}
