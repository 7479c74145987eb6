import type { CarrierKind } from "@/domain/themes/types";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { portalNow } from "@/server/clock";
import { anActor, anOrganisation } from "../../fixtures/world";

/** A ministry with a carrier and two agents of its DNUM. */
export async function aMinistry(kind: CarrierKind = "central-administration") {
  const ministry = await anOrganisation();
  const carrier = await anActor(await anOrganisation({ kind, ministryId: ministry.id }));
  const office = await anOrganisation({ kind: "dnum", ministryId: ministry.id });
  const role = { role: "dnum", ministryId: ministry.id } as const;
  const dnum = await anActor(office, role);
  const colleague = await anActor(office, role);
  return { ministry, carrier, dnum, colleague };
}

export type Ministry = Awaited<ReturnType<typeof aMinistry>>;

/** What another party than the team still owes a draft: the codes of `Missing` that the DNUM answers for. */
export async function owedByOthers(dossier: { id: string }): Promise<string[]> {
  const { missing } = evaluate(await readDraft(dossier.id), await portalNow());
  return missing.filter(({ kind }) => kind === "other-party").map(({ effect }) => effect);
}

/** Outcomes of acts made at once: how many held, and the codes of the refusals. */
export async function atOnce(acts: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(acts);
  const refusals = settled.flatMap((each) =>
    each.status === "rejected" ? [String((each.reason as { code?: string }).code)] : [],
  );
  return { held: settled.length - refusals.length, refusals };
}
