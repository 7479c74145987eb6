import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { spend } from "@/domain/themes/sample";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { readDraft } from "@/features/dossiers/draft";
import { findActor } from "@/server/auth/find-actor";
import { sha256 } from "@/server/fingerprint";
import { aCall, anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();

let carrier: Actor;
const token = randomUUID();

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  await aCall("ITN3");
  await aCall("SNAP2A", { closesOn: null, monthlyRounds: true });
  carrier = await aCarrier("ITN3");
  await db.session.create({
    data: {
      tokenHash: sha256(token),
      agentId: carrier.agentId,
      acr: "eidas2",
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
});

/** The first words of the statements sent to PostgreSQL, the transaction's own included: each is one round trip. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([given]: unknown[]) => {
      const text = typeof given === "string" ? given : (given as { text: string }).text;
      return /\w+/.exec(text)?.[0] ?? text;
    });
  } finally {
    query.mockRestore();
  }
}

async function whoAsks(): Promise<Actor> {
  const actor = await findActor(token);
  if (!actor) throw new Error("The session has ended");
  return actor;
}

/** A team of twenty and a plan of two hundred lines. */
async function enlarge({ id, number }: { id: string; number: string }): Promise<void> {
  for (let seat = 0; seat < 20; seat += 1) {
    const { agentId } = await anActor(null);
    await db.dossierMember.create({ data: { dossierId: id, agentId, access: "read" } });
  }
  const lines = Array.from({ length: 200 }, (_, n) =>
    spend(`Dépense ${n}`, "development", "2 500"),
  );
  const { planRevision } = await readDraft(id);
  await savePlan(carrier, { number, baseRevision: planRevision, lines });
}

/** Who asks, one reading, one writing. */
const THREE = ["SELECT", "SELECT", "WITH"];

describe("a filing", () => {
  const file = async (theme: ThemeCode, grow = false) => {
    const draft = await aFilledDraft(carrier, theme);
    if (grow) await enlarge(draft);
    const form = await theForm(draft);
    const statements = await statementsOf(async () => fileDossier(await whoAsks(), form));
    expect(await db.filing.count({ where: { dossierId: draft.id } })).toBe(1);
    return statements;
  };

  test("is who asks, one reading and one writing, whatever the dossier's size", async () => {
    expect(await file("ITN3")).toEqual(THREE);
    expect(await file("ITN3", true)).toEqual(THREE);
  });

  test("adds its round in the same transaction where juries are monthly", async () => {
    await file("SNAP2A");
    const round = ["SELECT", "UPDATE"];
    const statements = ["SELECT", "SELECT", "BEGIN", "WITH", ...round, "COMMIT"];
    expect(await file("SNAP2A")).toEqual(statements);
  });
});

test("an autosave is who asks, one reading and one writing, whatever is saved", async () => {
  const { number } = await aDraft(carrier, "ITN3");
  const save = (fields: readonly string[], baseRevision: number) =>
    statementsOf(async () =>
      saveAnswers(await whoAsks(), {
        number,
        answers: fields.map((field) => ({ field, value: `Texte ${baseRevision}`, baseRevision })),
      }),
    );
  const typed = SAMPLES.ITN3.typed ?? {};
  const fields = Object.keys(typed).filter(
    (field) => field !== "title" && typeof typed[field] === "string",
  );
  expect(fields.length).toBeGreaterThan(10);
  expect(await save(fields, 0)).toEqual(THREE);
  expect(await save(fields.slice(0, 1), 1)).toEqual(THREE);
  // The dossier takes its name from this answer.
  const renaming = ["SELECT", "SELECT", "BEGIN", "WITH", "UPDATE", "COMMIT"];
  expect(await save([...fields.slice(1), "title"], 1)).toEqual(renaming);
});
