import { BusinessError, notAllowed } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { bopsOfUnitMaker } from "@/domain/rights/credits";
import { FUND_OWNERS } from "@/domain/themes/types";
import { GENERAL_CHAIN, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import type { CreateUnitInput } from "../schemas";

/**
 * Creates the unit of a ministry that a BOP feeds. Throws `invalid-input` when its code is taken, or when the ministry has
 * one of this nature already.
 */
export async function createUnit(actor: Actor, input: CreateUnitInput): Promise<{ code: string }> {
  const { code, label, bop, nature, ministryId } = input;
  if (!bopsOfUnitMaker(actor, FUND_OWNERS).includes(bop)) throw notAllowed();
  // Only DINUM feeds SNAP1, and SNAP1 alone is paid by transfer (reading of the texts, After the award).
  if (nature === "transfer" && bop !== "DINUM") {
    throw wrong("nature", "Seul le BOP DINUM transfère des crédits à un BOP de ministère (SNAP1).");
  }
  return inTransaction(async (tx) => {
    const ministry = await tx.organisation.findUnique({ where: { id: ministryId } });
    if (ministry?.kind !== "ministry") throw wrong("ministryId", "Choisissez un ministère.");
    const [unit] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO operating_unit (id, ministry_id, bop, nature, code, label)
      VALUES (uuidv7(), ${ministryId}::uuid, ${bop}, ${nature}, ${code}, ${label})
      ON CONFLICT DO NOTHING RETURNING id`;
    if (!unit) {
      const twin = await tx.operatingUnit.findUnique({ where: { code } });
      throw twin
        ? wrong("code", "Ce code est déjà celui d’une unité. Choisissez-en un autre.")
        : wrong("ministryId", "Ce ministère a déjà une unité de cette nature pour ce BOP.");
    }
    await recordFact(tx, {
      chain: GENERAL_CHAIN,
      actorId: actor.agentId,
      action: "credit-unit-created",
      facts: { unitId: unit.id, code, label, bop, nature, ministryId },
    });
    return { code };
  });
}

function wrong(path: string, message: string): BusinessError {
  return new BusinessError("invalid-input", message, [{ path, message }]);
}
