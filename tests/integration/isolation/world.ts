import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/rights/actor";
import { database } from "@/server/database/client";
import { aDossier, anActor, anOrganisation } from "../../fixtures/world";
import { aCarrier } from "../dossiers/filled-draft";
import { aProject, type Life } from "../execution/world";
import { report } from "../follow-up/project";

/** What no other ministry may read: identifiers in rows, words in pages. */
export interface ServedMinistry {
  id: string;
  dnum: Actor;
  carrier: Actor;
  /** In execution, with at least one row in every table a ministry is granted. */
  project: { id: string; number: string };
  /** Filed, its decision not notified. */
  undecided: { id: string; number: string };
  /** Told to the DNUM, still being written. */
  told: { id: string; number: string };
  /** Being written, shown to nobody. */
  hidden: { id: string; number: string };
  unit: string;
  proposal: string;
  identifiers: readonly string[];
}

/** A ministry with a project followed, a decision that waits, two drafts, credits: every table of its room. */
export async function aServedMinistry(life: Life): Promise<ServedMinistry> {
  const db = database();
  const carrier = await aCarrier("ITN3");
  const ministryId = carrier.organisation?.ministryId ?? "";
  const office = await anOrganisation({ kind: "dnum", ministryId });
  await db.organisation.update({ where: { id: ministryId }, data: { dnumId: office.id } });
  const dnum = await anActor(office, { role: "dnum", ministryId });
  const own: Life = { ...life, carrier, dnum };
  const project = await aProject(own, "ITN3");
  await report(
    carrier,
    { number: project.number, period: "2021-05" },
    { on: "2021-06-03T10:00:00+02:00" },
  );
  const undecided = await aDossier({ carrier, call: life.call, status: "accepted" });
  const told = await aDossier({ carrier, call: life.call, status: "draft" });
  const hidden = await aDossier({ carrier, call: life.call, status: "draft" });
  const ids = { dossierId: project.id, unitId: randomUUID(), proposalId: randomUUID() };
  const people = { by: carrier.agentId, dnum: dnum.agentId, owner: life.owner.agentId };
  const associated = await anOrganisation({ kind: "local-authority" });
  // Rows beside one another, whatever sums and orders the triggers of the commands ask.
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
    const { dossierId, unitId, proposalId } = ids;
    const undecidedId = undecided.id;
    await tx.decision.create({
      data: {
        dossierId: undecidedId,
        outcome: "accepted",
        status: "confirmed",
        amount: 1n,
        computedGrant: 1n,
        motive: "Motif réservé",
        proposedById: people.owner,
        confirmedById: life.chair.agentId,
        confirmedAt: new Date("2021-03-01T10:00:00Z"),
      },
    });
    for (const [id, status] of [
      [told.id, "awaited"],
      [project.id, "endorsement"],
    ] as const) {
      const asked = { ministryId, requirement: "joint-filing", requestedById: people.by };
      const given = status === "awaited" ? {} : { givenById: people.dnum, givenAt: new Date() };
      const visa = { ...asked, ...given, status, tacitAt: null };
      await tx.visa.upsert({
        where: { dossierId: id },
        create: { dossierId: id, ...visa },
        update: visa,
      });
    }
    for (const id of [dossierId, told.id]) {
      await tx.coCarrier.create({ data: { dossierId: id, organisationId: associated.id } });
      await tx.coFinancer.create({
        data: {
          dossierId: id,
          position: 9,
          name: "Région",
          typedAmount: "1",
          certainty: "acquired",
        },
      });
      await tx.file.create({
        data: {
          dossierId: id,
          field: "piece",
          name: `piece-${ministryId}.pdf`,
          mediaType: "application/pdf",
          size: 1n,
          received: 1n,
          sha256: "0".repeat(64),
          completedAt: new Date(),
          storageKey: randomUUID(),
          status: "analysed",
          agentId: people.by,
        },
      });
    }
    await tx.executionPhase.create({
      data: {
        dossierId,
        position: 1,
        name: "Phase",
        grant: 1n,
        startsOn: new Date("2021-05-10"),
        endsOn: new Date("2021-06-10"),
        milestone: "Jalon",
      },
    });
    await tx.phaseCrossing.create({
      data: {
        dossierId,
        position: 1,
        attempt: 1,
        account: "Fait",
        measures: [],
        requestedById: people.by,
      },
    });
    await tx.changeRequest.create({
      data: {
        dossierId,
        number: 1,
        kind: "scope",
        reason: "Raison",
        proposed: { kind: "scope", scope: "Périmètre" },
        requestedById: people.by,
      },
    });
    await tx.gain.create({
      data: { dossierId, label: "Gain", unit: "h", promised: 1n, writtenById: people.by },
    });
    const { id: reportId } = await tx.progressReport.findFirstOrThrow({ where: { dossierId } });
    const before = { content: { cells: {} }, weather: "secure", comment: "" };
    await tx.reportCorrection.create({
      data: { reportId, position: 1, before, reason: "Raison", byId: people.by },
    });
    await tx.progressReport.create({
      data: {
        dossierId,
        period: "2021-06",
        periodEndsOn: new Date("2021-06-30"),
        content: { cells: {} },
        comment: "Brouillon réservé",
      },
    });
    for (const [status, reason] of [
      ["confirmed", "Raison"],
      ["proposed", "Proposition réservée"],
    ] as const) {
      await tx.redirection.create({
        data: {
          dossierId,
          fromTheme: "ITN2",
          fromThemeVersion: 1,
          fromFormVersion: 1,
          fromCallId: life.call.id,
          toTheme: "ITN3",
          toCallId: life.call.id,
          reason,
          carrierReason: "Raison",
          status,
          proposedById: people.owner,
          proposedAt: new Date("2021-01-20T09:00:00Z"),
          ...(status === "confirmed" && {
            answeredById: people.by,
            answeredAt: new Date(),
            confirmedAt: new Date(),
          }),
        },
      });
    }
    await tx.operatingUnit.create({
      data: {
        id: unitId,
        ministryId,
        bop: "DINUM",
        nature: "delegation",
        code: `UO-${ministryId}`,
        label: "Unité",
        receivedAe: 10n,
        receivedCp: 10n,
        entrustedAe: 5n,
        entrustedCp: 5n,
      },
    });
    await tx.creditAccount.create({ data: { dossierId, unitId, receivedAe: 5n, receivedCp: 5n } });
    await tx.creditProposal.create({
      data: {
        id: proposalId,
        kind: "allocation",
        unitId,
        dossierId,
        ae: 5n,
        cp: 5n,
        reason: "Raison",
        onDay: new Date("2021-05-10"),
        proposedById: people.dnum,
      },
    });
    for (const of of [dossierId, null]) {
      await tx.creditMovement.create({
        data: {
          kind: of ? "allocation" : "delegation",
          unitId,
          dossierId: of,
          ae: 5n,
          cp: 5n,
          onDay: new Date("2021-05-10"),
        },
      });
    }
  });
  const decisions = await db.decision.findMany({ where: { dossierId: project.id } });
  const reports = await db.progressReport.findMany({ where: { dossierId: project.id } });
  return {
    id: ministryId,
    dnum,
    carrier,
    project,
    undecided,
    told,
    hidden,
    unit: ids.unitId,
    proposal: ids.proposalId,
    identifiers: [
      ministryId,
      office.id,
      carrier.organisation?.id ?? "",
      associated.id,
      ids.unitId,
      ids.proposalId,
      ...[carrier, dnum].map(({ agentId }) => agentId),
      ...[project, undecided, told, hidden, ...decisions, ...reports].map(({ id }) => id),
      ...[project, undecided, told, hidden].map(({ number }) => number),
    ],
  };
}
