import { endOfDay, startOfDay } from "@/domain/calendar";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { ROLE_WORDS } from "@/domain/rights/labels";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import { endDelegationsOf } from "@/server/delegations";
import { requireAdministrator } from "../administrator";
import type { GrantInput, RevokeInput } from "../schemas";

/** Gives a role to an agent, for a theme, a ministry or the whole portal. It holds from the agent's next request. */
export async function grantRole(actor: Actor, input: GrantInput): Promise<{ agentId: string }> {
  requireAdministrator(actor);
  if (input.agentId === actor.agentId) {
    throw new BusinessError(
      "two-people-required",
      "Vous ne pouvez pas vous attribuer un rôle\u00A0: un autre administrateur doit le faire.",
    );
  }
  const scope = readScope(input);
  return inTransaction(async (tx) => {
    const agent = await tx.agent.findUnique({ where: { id: input.agentId } });
    if (!agent || agent.closedAt) throw notFound();
    if (scope.ministryId) await checkMinistry(tx, scope.ministryId);
    if (input.role === "bop-manager") await checkFundOwner(tx, agent.organisationId);
    const period = readPeriod(input, await portalNow(tx));
    await refuseDouble(tx, input, scope, period);
    const grant = await tx.roleGrant.create({
      data: {
        agentId: agent.id,
        role: input.role,
        ...scope,
        ...period,
        reason: input.reason,
        grantedById: actor.agentId,
      },
    });
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "role-granted",
      facts: {
        grantId: grant.id,
        agentId: agent.id,
        role: input.role,
        ...scope,
        startsAt: period.startsAt.toISOString(),
        endsAt: period.endsAt?.toISOString() ?? null,
        reason: input.reason,
      },
    });
    return { agentId: agent.id };
  });
}

/**
 * Ends a role now; one that has not begun never will. The last administrator stays. What was delegated of the role ends
 * with it.
 */
export async function revokeRole(actor: Actor, input: RevokeInput): Promise<{ agentId: string }> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const grant = await tx.roleGrant.findUnique({ where: { id: input.grantId } });
    if (!grant) throw notFound();
    if (grant.role === "administrator") await keepOneAdministrator(tx, grant.id);
    const ended = await tx.$executeRaw`
      UPDATE role_grant SET ends_at = greatest(guichet_now(), starts_at + interval '1 millisecond')
      WHERE id = ${grant.id}::uuid AND (ends_at IS NULL OR ends_at > guichet_now())`;
    if (ended !== 1) {
      throw new BusinessError("already-done", "Ce rôle a déjà pris fin\u00A0: rien n’a changé.");
    }
    const delegations =
      grant.role === "dnum" && !grant.delegated
        ? await endDelegationsOf(tx, { by: grant.agentId, ministryId: grant.ministryId })
        : [];
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "role-revoked",
      facts: {
        grantId: grant.id,
        agentId: grant.agentId,
        role: grant.role,
        themeCode: grant.themeCode,
        ministryId: grant.ministryId,
        ...(delegations.length > 0 && { delegations }),
        reason: input.reason,
      },
    });
    return { agentId: grant.agentId };
  });
}

interface Scope {
  themeCode: string | null;
  ministryId: string | null;
}

/** What the role covers. A theme is optional where a role may cover all of them; a ministry is not. */
function readScope({ role, theme, ministryId }: GrantInput): Scope {
  const { scope, label } = ROLE_WORDS[role];
  if (scope !== "theme" && theme) {
    throw field(
      "theme",
      `Le rôle «\u00A0${label}\u00A0» ne se limite pas à un thème\u00A0: laissez ce choix vide.`,
    );
  }
  if (scope !== "ministry" && ministryId) {
    throw field(
      "ministryId",
      `Le rôle «\u00A0${label}\u00A0» ne se limite pas à un ministère\u00A0: laissez ce choix vide.`,
    );
  }
  if (scope === "ministry" && !ministryId) {
    throw field("ministryId", "Choisissez le ministère dont cet agent suit les dossiers.");
  }
  return { themeCode: theme, ministryId };
}

async function checkMinistry(tx: Transaction, id: string): Promise<void> {
  const ministry = await tx.organisation.findUnique({ where: { id } });
  if (ministry?.kind !== "ministry") throw field("ministryId", "Choisissez un ministère.");
}

/** The BOP one keeps is that of one's own administration. */
async function checkFundOwner(tx: Transaction, organisationId: string | null): Promise<void> {
  const own = organisationId
    ? await tx.organisation.findUnique({ where: { id: organisationId } })
    : null;
  if (own?.fundOwner) return;
  throw field(
    "role",
    "Un gestionnaire de BOP est un agent de la DINUM ou de la DITP\u00A0: rattachez d’abord cet agent à l’une d’elles.",
  );
}

interface Period {
  startsAt: Date;
  endsAt: Date | null;
}

/** From the start of the first day, or now, to the end of the last day, both in Paris. */
function readPeriod({ startsOn, endsOn }: GrantInput, now: Date): Period {
  const startsAt = startsOn && startOfDay(startsOn) > now ? startOfDay(startsOn) : now;
  const endsAt = endsOn ? endOfDay(endsOn) : null;
  if (endsAt && endsAt <= startsAt) {
    throw field("endsOn", "La fin du rôle vient après son début et après aujourd’hui.");
  }
  return { startsAt, endsAt };
}

async function refuseDouble(
  tx: Transaction,
  { agentId, role }: GrantInput,
  scope: Scope,
  period: Period,
): Promise<void> {
  const double = await tx.roleGrant.findFirst({
    where: {
      agentId,
      role,
      ...scope,
      OR: [{ endsAt: null }, { endsAt: { gt: period.startsAt } }],
      ...(period.endsAt ? { startsAt: { lt: period.endsAt } } : {}),
    },
  });
  if (double) {
    throw new BusinessError(
      "already-done",
      "Cet agent a déjà ce rôle, pour le même périmètre et la même période.",
    );
  }
}

/** Locks the administrators' roles, so that two of them cannot end each other's at once. */
async function keepOneAdministrator(tx: Transaction, grantId: string): Promise<void> {
  const others = await tx.$queryRaw<{ id: string }[]>`
    SELECT role_grant.id FROM role_grant JOIN agent ON agent.id = agent_id AND agent.closed_at IS NULL
    WHERE role = 'administrator' AND starts_at <= guichet_now() AND (ends_at IS NULL OR ends_at > guichet_now())
    ORDER BY role_grant.id FOR UPDATE OF role_grant`;
  if (others.some(({ id }) => id !== grantId)) return;
  throw new BusinessError(
    "not-allowed",
    "C’est le dernier administrateur\u00A0: donnez d’abord ce rôle à une autre personne.",
  );
}

function field(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}
