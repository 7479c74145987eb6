import { beforeEach, describe, expect, test } from "vitest";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { pathContext, type TransitionContext } from "@/domain/dossier/transitions";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, readChain } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { transition } from "@/server/transition";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
const context: TransitionContext = {
  ...pathContext({
    review: "expert-committee",
    hearing: "required",
    scored: true,
    outcomes: ["accepted", "refused"],
    description: [],
  }),
  scoringComplete: true,
};

let carrier: Actor;
let owner: Actor;
let call: Awaited<ReturnType<typeof aCall>>;

beforeEach(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const ministry = await anOrganisation();
  const directorate = await anOrganisation({
    kind: "central-administration",
    ministryId: ministry.id,
  });
  carrier = await anActor(directorate);
  owner = await anActor(directorate, { role: "theme-owner", theme: "ITN3" });
  call = await aCall("ITN3");
});

function asRead(dossier: { id: string; status: string; version: number; themeCode: string }) {
  return {
    id: dossier.id,
    status: dossier.status as DossierStatus,
    version: dossier.version,
    themeCode: dossier.themeCode as ThemeCode,
  };
}

async function amounts(id: string) {
  await db.dossier.update({
    where: { id },
    data: { total: 100n, base: 100n, computedGrant: 75n },
  });
}

describe("a change of status", () => {
  test("moves the dossier, its version, its audit line and its mails together", async () => {
    const dossier = await aDossier({ carrier, call });
    await inTransaction((tx) =>
      transition(tx, {
        name: "admit",
        dossier: asRead(dossier),
        actor: owner,
        context,
        notices: [{ kind: "juror-assigned", recipientId: carrier.agentId, dossierId: dossier.id }],
      }),
    );
    const moved = await db.dossier.findUniqueOrThrow({ where: { id: dossier.id } });
    expect([moved.status, moved.version]).toEqual(["admissible", dossier.version + 1]);
    const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["admit", owner.agentId],
    ]);
    expect(brokenAt).toBeNull();
    expect(await db.notification.count({ where: { dossierId: dossier.id } })).toBe(1);
  });

  test("belongs to the roles of the table", async () => {
    const dossier = await aDossier({ carrier, call });
    const request = { name: "admit", dossier: asRead(dossier), context } as const;
    for (const actor of [carrier, await anActor(null, { role: "theme-owner", theme: "ITN6" })]) {
      await expect(
        inTransaction((tx) => transition(tx, { ...request, actor })),
      ).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
  });

  test("of time alone belongs to the portal, and the portal does nothing else", async () => {
    const draft = await aDossier({ carrier, call, status: "draft" });
    const request = { dossier: asRead(draft), context };
    const attempts = [
      { ...request, name: "expire", actor: carrier, isCarrier: true },
      { ...request, name: "expire", actor: owner },
      { ...request, name: "file", actor: "portal", isCarrier: true },
    ] as const;
    for (const attempt of attempts) {
      await expect(inTransaction((tx) => transition(tx, attempt))).rejects.toMatchObject({
        code: "not-allowed",
      });
    }
    await inTransaction((tx) => transition(tx, { ...request, name: "expire", actor: "portal" }));
    const { lines } = await readChain(dossierChain(draft.id));
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([["expire", null]]);
  });

  test("of a dossier read before someone else moved it is refused with its new status", async () => {
    const dossier = await aDossier({ carrier, call });
    const request = { dossier: asRead(dossier), actor: owner, context };
    await inTransaction((tx) => transition(tx, { ...request, name: "admit" }));
    await expect(
      inTransaction((tx) => transition(tx, { ...request, name: "admit" })),
    ).rejects.toMatchObject({
      code: "changed-meanwhile",
      message: expect.stringContaining("Recevable"),
    });
  });

  test("happens once when twenty ask at the same time", async () => {
    const dossier = await aDossier({ carrier, call });
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        inTransaction((tx) =>
          transition(tx, { name: "admit", dossier: asRead(dossier), actor: owner, context }),
        ),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await readChain(dossierChain(dossier.id))).lines).toHaveLength(1);
  });

  test("leaves nothing behind when its transaction fails", async () => {
    const dossier = await aDossier({ carrier, call });
    await expect(
      inTransaction(async (tx) => {
        await transition(tx, { name: "admit", dossier: asRead(dossier), actor: owner, context });
        throw new Error("power cut");
      }),
    ).rejects.toThrow("power cut");
    expect((await db.dossier.findUniqueOrThrow({ where: { id: dossier.id } })).status).toBe(
      "filed",
    );
    expect((await readChain(dossierChain(dossier.id))).lines).toHaveLength(0);
  });
});

describe("a filing", () => {
  test.each([
    ["2020-11-30T23:59:59.000+01:00", "not-open"],
    ["2020-12-01T00:00:00.500+01:00", null],
    ["2021-01-31T23:59:50.000+01:00", null],
    ["2021-02-01T00:00:00.500+01:00", "too-late"],
  ])("at %s by the database's clock: %s", async (instant, code) => {
    const draft = await aDossier({ carrier, call, status: "draft" });
    await amounts(draft.id);
    await setClock(instant);
    const filing = inTransaction((tx) =>
      transition(tx, {
        name: "file",
        dossier: asRead(draft),
        actor: carrier,
        isCarrier: true,
        context,
      }),
    );
    if (code) await expect(filing).rejects.toMatchObject({ code });
    else await filing;
    const after = await db.dossier.findUniqueOrThrow({ where: { id: draft.id } });
    expect(after.status).toBe(code ? "draft" : "filed");
    expect(after.filedAt === null).toBe(code !== null);
  });
});

describe("the database stops whoever goes round the writer", () => {
  test("a status without its version, a number that changes, amounts that do not hold", async () => {
    const { id } = await aDossier({ carrier, call });
    const update = (data: Parameters<typeof db.dossier.update>[0]["data"]) =>
      db.dossier.update({ where: { id }, data });
    await expect(update({ status: "accepted" })).rejects.toThrow(/version/);
    await expect(update({ number: "2021-999999" })).rejects.toThrow(/number/);
    await expect(update({ computedGrant: 1_000_000_000_000n })).rejects.toThrow(/dossier_amounts/);
    await expect(update({ filedAt: null })).rejects.toThrow(/dossier_filed/);
  });

  test("the audit log, the ledger, filings and former answers are never rewritten", async () => {
    for (const table of ["audit_line", "ledger_entry", "filing", "answer_revision"]) {
      await expect(db.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
      await expect(db.$executeRawUnsafe(`TRUNCATE ${table}`)).rejects.toThrow(/append-only/);
    }
    await expect(db.$executeRaw`UPDATE audit_line SET action = 'x'`).rejects.toThrow(/append-only/);
  });

  test("an envelope never differs from its ledger, nor exceeds its total", async () => {
    const { envelopeId: id } = call;
    await expect(db.envelope.update({ where: { id }, data: { committed: 5n } })).rejects.toThrow(
      /ledger/,
    );
    await expect(
      db.envelope.update({ where: { id }, data: { committed: call.envelope.total + 1n } }),
    ).rejects.toThrow(/envelope_never_overspent/);
  });
});

describe("the audit chain", () => {
  test("a line changed behind the portal's back is named", async () => {
    const dossier = await aDossier({ carrier, call });
    await inTransaction((tx) =>
      transition(tx, { name: "admit", dossier: asRead(dossier), actor: owner, context }),
    );
    await db.$transaction([
      db.$executeRaw`ALTER TABLE audit_line DISABLE TRIGGER append_only`,
      db.$executeRaw`UPDATE audit_line SET facts = '{"to":"accepted"}' WHERE chain = ${dossierChain(dossier.id)}`,
      db.$executeRaw`ALTER TABLE audit_line ENABLE TRIGGER append_only`,
    ]);
    expect((await readChain(dossierChain(dossier.id))).brokenAt).toBe(1);
  });
});
