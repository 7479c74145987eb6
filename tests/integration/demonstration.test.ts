import { beforeAll, expect, test } from "vitest";
import { THEME_LIST } from "@/domain/themes/index";
import { database } from "@/server/database/client";
import { verifyAuditChains } from "@/server/jobs/verify-audit";
import { seedDemonstration } from "../../prisma/demonstration/demonstration";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { testDatabase } from "./database";

await testDatabase();

beforeAll(() => seedDemonstration("http://127.0.0.1:9/api/v2"), 120_000);

test("dossiers are in every state that can be reached today", async () => {
  const rows = await database().dossier.groupBy({ by: ["status"], _count: true });
  expect(rows.map(({ status }) => status).sort()).toEqual([
    "accepted",
    "admissible",
    "closed",
    "complement-requested",
    "draft",
    "filed",
    "heard",
    "in-execution",
    "redirected",
    "refused",
    "scored",
    "set-aside",
    "to-be-presented-again",
    "under-review",
    "withdrawn",
  ]);
  const decisions = await database().decision.groupBy({ by: ["status"], _count: true });
  expect(decisions.map(({ status }) => status).sort()).toEqual([
    "confirmed",
    "proposed",
    "returned",
    "superseded",
  ]);
});

test("the dossiers that browser tests look at are those they think", async () => {
  for (const { number, title, status } of Object.values(DOSSIERS)) {
    const dossier = await database().dossier.findUniqueOrThrow({ where: { number } });
    expect(dossier).toMatchObject({ title, status });
  }
});

test("the next dossiers take numbers that nobody has", async () => {
  const [next] = await database().$queryRaw<{ free: boolean }[]>`
    SELECT nextval('dossier_number_seq') > max(right(number, 6)::int) AS free FROM dossier`;
  expect(next).toEqual({ free: true });
});

test("two organisations teamed up on a draft, a third person is awaited", async () => {
  const dossier = await database().dossier.findUniqueOrThrow({
    where: { number: DOSSIERS.draft.number },
    include: { members: true, coCarriers: true, invitations: true, comments: true },
  });
  expect(dossier.members.map(({ access }) => access).sort()).toEqual(["lead", "write"]);
  expect(dossier.coCarriers).toHaveLength(1);
  expect(dossier.invitations.filter(({ acceptedAt }) => acceptedAt === null)).toHaveLength(1);
  expect(dossier.comments).toHaveLength(2);
});

test("visas are awaited, given and silent, in several ministries", async () => {
  const visas = await database().visa.findMany({ include: { dossier: true } });
  const told = visas.map(({ status, dossier }) => `${dossier.number} ${status}`);
  expect(told.sort()).toEqual([
    "2020-000002 recorded",
    "2020-000005 recorded",
    "2020-000105 recorded",
    "2020-000106 recorded",
    "2020-000110 recorded",
    "2021-000017 recorded",
    "2021-000019 awaited",
    "2021-000024 reservation",
    "2021-000025 awaited",
  ]);
  expect(new Set(visas.map(({ ministryId }) => ministryId)).size).toBe(4);
});

test("messages go both ways, one waits for its answer, and notes stay among those who instruct", async () => {
  const { id } = await database().dossier.findUniqueOrThrow({
    where: { number: DOSSIERS.underReview.number },
  });
  const messages = await database().dossierMessage.findMany({
    where: { dossierId: id },
    orderBy: { at: "asc" },
  });
  expect(messages.map(({ side }) => side)).toEqual(["carrier", "instruction", "carrier"]);
  expect(await database().internalNote.count({ where: { dossierId: id } })).toBe(2);
  const waiting = await database().dossier.findMany({ where: { carrierWroteAt: { not: null } } });
  expect(waiting.map(({ number }) => number).sort()).toEqual([
    DOSSIERS.underReview.number,
    DOSSIERS.filed.number,
  ]);
});

test("every audit chain holds, its lines in the order of time", async () => {
  const { chains, broken } = await verifyAuditChains();
  expect(chains).toBeGreaterThanOrEqual(await database().dossier.count());
  expect(broken).toEqual([]);
  const backwards = await database().$queryRaw<{ chain: string }[]>`
    SELECT DISTINCT chain FROM (
      SELECT chain, at < lag(at) OVER (PARTITION BY chain ORDER BY sequence) AS back FROM audit_line) AS line
    WHERE back`;
  expect(backwards).toEqual([]);
});

test("the money committed is the money awarded", async () => {
  const envelopes = await database().envelope.findMany({ include: { ledger: true } });
  for (const { committed, ledger, label } of envelopes) {
    expect(
      ledger.reduce((sum, { amount }) => sum + amount, 0n),
      label,
    ).toBe(committed);
  }
});

test("each juror has a sheet to write, and Rémi Fontanel is recused from his ministry's dossiers", async () => {
  const waiting = await database().jurorAssignment.findMany({
    where: {
      status: "assigned",
      dossier: { status: { in: ["under-review", "heard"] } },
      OR: [{ sheet: null }, { sheet: { submittedAt: null } }],
    },
    include: { juror: true },
  });
  expect([...new Set(waiting.map(({ juror }) => juror.usualName))].sort()).toEqual([
    "Aubertin",
    "Fontanel",
    "Morel",
    "Pasquet",
    "Tanguy",
  ]);
  const recused = await database().jurorAssignment.findMany({
    where: { status: "recused", juror: { usualName: "Fontanel" } },
    include: { dossier: { include: { ministry: true } } },
  });
  expect(recused.length).toBeGreaterThan(1);
  for (const { dossier, ground } of recused) {
    expect(dossier.ministry?.name).toBe("Ministère de la Transition écologique");
    expect(ground).toMatch(/^(same-ministry|supervised-operator)$/);
  }
});

test("no mail of the past waits to leave", async () => {
  expect(await database().notification.count({ where: { sentAt: null } })).toBe(0);
});

test("the notices of the last days are not read yet, the older ones are", async () => {
  const unread = await database().notification.findMany({ where: { readAt: null } });
  expect(unread.length).toBeGreaterThan(3);
  expect(unread.every(({ createdAt }) => createdAt > new Date("2021-01-10"))).toBe(true);
  expect(await database().notification.count({ where: { readAt: { not: null } } })).toBeGreaterThan(
    3,
  );
});

test("a project of each theme with rules is followed after its award, each at another stage", async () => {
  const rows = await database().dossier.findMany({
    where: { status: { in: ["in-execution", "closed"] } },
    include: {
      execution: {
        include: {
          phases: { orderBy: { position: "asc" } },
          requests: true,
          reports: true,
          gains: true,
          obligations: { where: { doneAt: { not: null }, period: "" } },
        },
      },
    },
    orderBy: { number: "asc" },
  });
  const stages = rows.map(({ number, themeCode, status, execution }) => [
    number,
    themeCode,
    [
      status,
      execution?.suspendedAt ? "suspended" : "",
      execution?.closingAskedAt ? "evaluated" : "",
      `v${execution?.baseline}`,
      ...(execution?.phases ?? []).map((phase) => phase.status),
      ...(execution?.requests ?? []).map((request) => `${request.kind} ${request.status}`),
      ...(execution?.reports ?? []).map((report) => `report ${report.status}`),
      ...(execution?.gains ?? []).map(({ level }) => `gain ${level ?? "promised"}`),
      ...(execution?.obligations ?? []).map(({ kind }) => `${kind} met`),
    ]
      .filter((word) => word !== "")
      .join(", "),
  ]);
  expect(stages).toEqual([
    [
      "2020-000101",
      "SNAP4",
      "in-execution, v1, submitted, to-come, to-come, delay requested, gain promised",
    ],
    ["2020-000102", "SNAP3", "in-execution, v1, released, current"],
    ["2020-000103", "ITN2", "in-execution, v1"],
    ["2020-000104", "ITN3", "in-execution, v1, report submitted"],
    ["2020-000105", "SNAP2A", "in-execution, evaluated, v1, in-service met"],
    ["2020-000106", "SNAP2B", "closed, v1, abandonment accepted"],
    ["2020-000109", "ITN5", "in-execution, v1, partner requested, gain promised"],
    ["2020-000110", "SNAP2B", "closed, evaluated, v1, gain measured, in-service met"],
    ["2020-000111", "SNAP1", "in-execution, v2, amount accepted"],
    ["2020-000113", "SNAP4", "in-execution, v1, withheld, to-come, to-come"],
    ["2020-000115", "ITN8A", "in-execution, v1, report draft"],
    ["2020-000116", "ITN8B", "in-execution, v1"],
    ["2020-000117", "ITN8C", "in-execution, v1, gain declared"],
    ["2020-000118", "ITN8D", "in-execution, v1, abandonment requested"],
    ["2021-000107", "ITN1", "in-execution, v2, scope accepted"],
    ["2021-000108", "ITN4", "in-execution, suspended, v2, suspension accepted"],
    ["2021-000112", "SNAP5", "in-execution, v1, delay refused"],
    ["2021-000114", "ITN6", "in-execution, v1"],
  ]);
  // ITN7 has no rules published: nobody files there.
  const followed = new Set(rows.map(({ themeCode }) => themeCode));
  expect(THEME_LIST.map(({ code }) => code).filter((code) => !followed.has(code))).toEqual([
    "ITN7",
  ]);
});

test("one report is late: the period it tells ended before the projects of January were opened", async () => {
  const late = await database().obligation.findMany({
    where: { doneAt: null, droppedAt: null, dueOn: { lt: new Date("2021-01-20") } },
    include: { execution: { include: { dossier: true } } },
  });
  expect(late.map(({ execution, period }) => [execution.dossier.number, period])).toEqual([
    ["2020-000113", "2020-T4"],
  ]);
});

test("reports are told at several stages: handed in, begun, not begun", async () => {
  const rows = await database().progressReport.findMany({
    include: { execution: { include: { dossier: true } } },
    orderBy: { execution: { dossier: { number: "asc" } } },
  });
  expect(
    rows.map(({ execution, period, status, weather }) => [
      execution.dossier.number,
      period,
      status,
      weather,
    ]),
  ).toEqual([
    ["2020-000104", "2021-01", "submitted", "reachable"],
    ["2020-000115", "2021-T1", "draft", null],
  ]);
});
