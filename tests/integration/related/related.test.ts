import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import type { ThemeCode } from "@/domain/themes/types";
import { MOST_HISTORY, readRelated } from "@/features/related/queries/related";
import { statementsOf } from "../../fixtures/statements";
import { aCall, aDossier, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";

const db = await testDatabase();
let instructor: Actor;
let everyTheme: Actor;
const calls = new Map<ThemeCode, Awaited<ReturnType<typeof aCall>>>();

beforeAll(async () => {
  await setClock("2021-01-20T10:00:00+01:00");
  const dinum = await anOrganisation({ name: "Premier ministre" });
  instructor = await anActor(dinum, { role: "instructor", theme: "ITN3" });
  everyTheme = await anActor(dinum, { role: "theme-owner" });
  for (const theme of ["ITN3", "ITN8A", "SNAP1"] as const) calls.set(theme, await aCall(theme));
});

/** A carrier of a ministry of its own. */
async function aCarrier(name = "Ministère") {
  const ministry = await anOrganisation({ name });
  const organisation = await anOrganisation({
    kind: "central-administration",
    ministryId: ministry.id,
  });
  return anActor(organisation);
}

/** A dossier with its title and the summary it filed. */
async function written(
  carrier: Actor,
  title: string,
  summary = "",
  more: { theme?: ThemeCode; status?: Parameters<typeof aDossier>[0]["status"] } = {},
) {
  const call = calls.get(more.theme ?? "ITN3");
  if (!call) throw new Error("No such call");
  const dossier = await aDossier({ carrier, call, status: more.status ?? "filed" });
  await db.dossier.update({ where: { id: dossier.id }, data: { title } });
  if (more.status !== "draft") {
    await db.filing.create({
      data: {
        dossierId: dossier.id,
        version: 1,
        idempotencyKey: crypto.randomUUID(),
        agentId: carrier.agentId,
        content: { answers: { summary } },
        bodyHash: "0".repeat(64),
        fingerprint: "0".repeat(64),
        filedAt: new Date("2021-01-10"),
      },
    });
  }
  return { ...dossier, title };
}

const SUMMARY = "Un drone photographie chaque toiture et un modèle y reconnaît le fibrociment.";
const titlesOf = (found: {
  known: readonly { title: string }[];
  neighbours: readonly { title: string }[];
}) => ({
  known: found.known.map(({ title }) => title),
  neighbours: found.neighbours.map(({ title }) => title),
});

describe("the history of a carrier", () => {
  test("tells the project's and the carrier's other dossiers, with their outcome and grant", async () => {
    const carrier = await aCarrier();
    const first = await written(carrier, "Première tranche", "", { status: "accepted" });
    await db.decision.create({
      data: {
        dossierId: first.id,
        outcome: "accepted",
        status: "confirmed",
        amount: 12_000_00n,
        computedGrant: 12_000_00n,
        motive: "Motif.",
        proposedById: instructor.agentId,
        confirmedById: everyTheme.agentId,
        confirmedAt: new Date("2021-01-15"),
      },
    });
    const dossier = await written(carrier, "Seconde tranche");
    const other = await written(carrier, "Tout autre chose", "", { status: "withdrawn" });
    await written(carrier, "Un brouillon", "", { status: "draft" });
    await db.dossier.update({
      where: { id: dossier.id },
      data: { projectId: first.projectId },
    });
    const { history } = await readRelated(instructor, dossier.id);
    expect(history.neighbours).toEqual([]);
    expect(new Set(history.known.map(({ number, reason }) => `${number} ${reason}`))).toEqual(
      new Set([`${first.number} même projet, même porteur`, `${other.number} même porteur`]),
    );
    expect(history.known.find(({ number }) => number === first.number)).toMatchObject({
      status: { label: "Accepté" },
      awarded: 12_000_00,
    });
  });

  test("of another theme: what proposes an alliance, and not a word more", async () => {
    const carrier = await aCarrier("Ministère de la Mer");
    const dossier = await written(carrier, "Le littoral en relief");
    const elsewhere = await written(carrier, "Des démarches du littoral", "Un résumé particulier", {
      theme: "ITN8A",
      status: "refused",
    });
    const gone = await written(carrier, "Retiré", "", { theme: "ITN8A", status: "withdrawn" });
    const { history, similar } = await readRelated(instructor, dossier.id);
    expect(similar).toEqual({ known: [], neighbours: [] });
    expect(history.known).toEqual([]);
    expect(history.neighbours).toEqual([
      {
        id: elsewhere.id,
        title: "Des démarches du littoral",
        theme: { code: "ITN8A", title: expect.any(String) },
        reason: "même porteur",
        ministry: "Ministère de la Mer",
        contact: expect.stringContaining("transformation publique"),
      },
    ]);
    const all = titlesOf((await readRelated(everyTheme, dossier.id)).history);
    expect(all.known.sort()).toEqual([elsewhere.title, gone.title].sort());
  });

  test("stops at the latest ones, and says that there are more", async () => {
    const carrier = await aCarrier();
    for (let index = 0; index < MOST_HISTORY + 2; index += 1) {
      await written(carrier, `Dossier numéro ${index}`);
    }
    const dossier = await written(carrier, "Le dossier lu");
    const { history, moreHistory } = await readRelated(instructor, dossier.id);
    expect(history.known).toHaveLength(MOST_HISTORY);
    expect(moreHistory).toBe(true);
  });
});

describe("near dossiers", () => {
  test("by their titles and by their words, each with its reason; never a stranger", async () => {
    const dossier = await written(await aCarrier(), "Repérer l’amiante avant les travaux", SUMMARY);
    const twin = await written(await aCarrier(), "Repérer l’amiante avant des travaux");
    const byWords = await written(
      await aCarrier(),
      "Voir d’en haut",
      "Un drone photographie la toiture, puis un modèle reconnaît le fibrociment.",
    );
    await written(await aCarrier(), "Payer la cantine en ligne", "Les familles paient par carte.");
    await written(await aCarrier(), "Repérer l’amiante, brouillon", SUMMARY, { status: "draft" });
    await written(await aCarrier(), "Repérer l’amiante avant travaux", SUMMARY, {
      status: "withdrawn",
    });
    const { similar } = await readRelated(instructor, dossier.id);
    expect(similar.known.map(({ number }) => number)).toEqual([twin.number, byWords.number]);
    expect(similar.known[0]?.reason).toMatch(/^titre proche\u202F; mots communs\u00A0: .*amiante/);
    expect(similar.known[1]?.reason).toMatch(/^mots communs\u00A0: .*(drone|fibrociment)/);
  });

  test("of another theme, no word of a summary", async () => {
    const dossier = await written(await aCarrier(), "Cartographier les zones humides", SUMMARY);
    const other = await written(await aCarrier("Ministère voisin"), "Voir de loin", SUMMARY, {
      theme: "SNAP1",
    });
    const { similar } = await readRelated(instructor, dossier.id);
    const found = similar.neighbours.find(({ id }) => id === other.id);
    expect(found).toEqual({
      id: other.id,
      title: "Voir de loin",
      theme: { code: "SNAP1", title: expect.any(String) },
      reason: "résumé proche",
      ministry: "Ministère voisin",
      contact: expect.any(String),
    });
    expect(JSON.stringify(similar.neighbours)).not.toMatch(/drone|fibrociment/);
    const owner = await readRelated(everyTheme, dossier.id);
    const known = owner.similar.known.find(({ id }) => id === other.id);
    expect(known?.reason).toMatch(/drone|fibrociment/);
  });

  test("never one the reader is recused from or has a part in, of any theme", async () => {
    const dossier = await written(await aCarrier(), "Compter les abeilles des ruchers publics");
    const [recused, ours] = [
      await written(await aCarrier(), "Compter les abeilles des ruchers privés", "", {
        theme: "SNAP1",
      }),
      await written(await aCarrier(), "Compter les abeilles des ruchers d’État"),
    ];
    const all = await readRelated(everyTheme, dossier.id);
    expect(all.similar.known).toHaveLength(2);
    await db.jurorAssignment.create({
      data: {
        dossierId: recused.id,
        jurorId: instructor.agentId,
        assignedById: instructor.agentId,
        status: "recused",
        ground: "same-ministry",
        endedAt: new Date(),
      },
    });
    await db.dossierMember.create({
      data: { dossierId: ours.id, agentId: instructor.agentId, access: "read" },
    });
    const { similar } = await readRelated(instructor, dossier.id);
    expect(similar).toEqual({ known: [], neighbours: [] });
  });
});

test("the same statements, whatever is found", async () => {
  const alone = await written(await aCarrier(), "Sans pareil ni voisin");
  const crowded = await written(await aCarrier(), "Repérer l’amiante avant travaux", SUMMARY);
  const count = async (id: string) =>
    (await statementsOf(() => readRelated(everyTheme, id))).length;
  expect(await count(crowded.id)).toBe(await count(alone.id));
});
