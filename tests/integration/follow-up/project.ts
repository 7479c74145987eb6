import type { Actor } from "@/domain/rights/actor";
import { handInReport } from "@/features/follow-up/commands/hand-in-report";
import { saveReport } from "@/features/follow-up/commands/save-report";
import { database } from "@/server/database/client";
import { setClock } from "../../fixtures/world";

/** The obligations of a project, in their order. */
export async function dutiesOf(dossierId: string) {
  const rows = await database().obligation.findMany({
    where: { dossierId },
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dueOn.toISOString().slice(0, 10) }));
}

/** Types cells over what is saved; the agents are always asked and never known at first. */
export async function typeCells(
  actor: Actor,
  address: { number: string; period: string },
  cells: Record<string, string> = {},
  comment = "",
): Promise<number> {
  const dossier = await database().dossier.findUniqueOrThrow({ where: { number: address.number } });
  const report = await database().progressReport.findUnique({
    where: { dossierId_period: { dossierId: dossier.id, period: address.period } },
  });
  const saved = await saveReport(actor, {
    ...address,
    baseRevision: report?.revision ?? 0,
    cells: { agents: "2", ...cells },
    comment,
  });
  return saved.revision;
}

/** Hands in the report of a period on a day, as planned but for the cells given. */
export async function report(
  actor: Actor,
  address: { number: string; period: string },
  input: {
    on: string;
    cells?: Record<string, string>;
    comment?: string;
    weather?: "secure" | "reachable" | "help-needed" | "compromised";
  },
): Promise<void> {
  await setClock(input.on);
  const comment = input.comment ?? "";
  const revision = await typeCells(actor, address, input.cells, comment);
  await handInReport(actor, {
    ...address,
    revision,
    weather: input.weather ?? "secure",
    comment,
    confirmed: "oui",
  });
}
