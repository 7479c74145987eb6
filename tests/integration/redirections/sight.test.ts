import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/rights/actor";
import { itn2 } from "@/domain/themes/itn2/theme";
import { snap4 } from "@/domain/themes/snap4/theme";
import { downloadDossierAudit } from "@/features/audit/commands/consult";
import { readDossierAudit } from "@/features/audit/queries/dossier-audit";
import { readNotes } from "@/features/exchanges/queries/notes";
import { knownFiles } from "@/features/files/queries/readable-file";
import { readDecisionFacts } from "@/features/instruction/queries/decision";
import { readDossierPage } from "@/features/instruction/queries/dossier";
import { readMyNotices } from "@/features/notifications/queries/my-notices";
import { readDossierOpinions } from "@/features/opinions/queries/dossier-opinions";
import { acceptRedirection } from "@/features/redirections/commands/accept-redirection";
import { declineRedirection } from "@/features/redirections/commands/decline-redirection";
import { readReceived } from "@/features/redirections/queries/received";
import { readSession } from "@/features/sittings/queries/session";
import { routes } from "@/routes";
import { readFormerScores } from "@/server/former-scores";
import { readJurySheets } from "@/server/jury-sheets";
import {
  visibleDossiers,
  visibleOpinions,
  visibleSessions,
  visibleSheets,
} from "@/server/visibility";
import { anActor, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { moved } from "../returns/world";
import { aFiled, proposed, type TwoThemes, twoThemes } from "./world";

const db = await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
const CANARY = "canari-du-thème-quitté";
let themes: TwoThemes;

beforeAll(async () => {
  await setClock("2021-01-19T10:00:00+01:00");
  themes = await twoThemes("SNAP1", "ITN2", "business-directorate");
});
beforeEach(() => setClock(DAY));

const text = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}` : each));

/** A scored dossier of the first theme whose people have said all that they may say, then proposed to the second. */
async function aTalkedOfProposal() {
  const dossier = await aFiled(themes);
  const { id } = dossier;
  const { owner, juror, instructor } = themes.from;
  await db.internalNote.create({ data: { dossierId: id, agentId: owner.agentId, body: CANARY } });
  await db.dossierLabel.create({ data: { dossierId: id, name: CANARY, agentId: owner.agentId } });
  await db.jurorAssignment.create({
    data: {
      ...{ dossierId: id, jurorId: juror.agentId, assignedById: owner.agentId },
      sheet: {
        create: {
          privateNotes: CANARY,
          submittedAt: null,
          scores: { create: { criterion: "field-users", value: 1, justification: CANARY } },
        },
      },
    },
  });
  await db.scoreSheet.updateMany({
    where: { assignment: { dossierId: id } },
    data: { submittedAt: new Date(DAY) },
  });
  const expert = await anActor(null);
  await db.expertOpinion.create({
    data: {
      ...{ dossierId: id, question: CANARY, address: "experte@exemple.gouv.fr", tokenHash: id },
      ...{ dueOn: new Date("2021-02-01"), readers: "jury", requestedById: owner.agentId },
      ...{ status: "given", expertId: expert.agentId, choice: "reserved", text: CANARY },
      endedAt: new Date(DAY),
    },
  });
  await db.decision.create({
    data: {
      ...{ dossierId: id, outcome: "refused", computedGrant: 1n, motive: CANARY },
      ...{ status: "returned", returnedReason: CANARY, proposedById: instructor.agentId },
    },
  });
  await moved(id, "scored");
  const { id: redirection } = await proposed(themes, dossier);
  return { ...dossier, redirection, juror, expert };
}

/** Which dossiers of the first theme this actor sees as a relation. */
const sees = (actor: Actor, as: Parameters<typeof visibleDossiers>[1], id: string) =>
  db.dossier.count({ where: { AND: [{ id }, visibleDossiers(actor, as)] } });

describe("before the answer", () => {
  test("the owner of the theme that is asked reads what was filed, and nothing that was said of it", async () => {
    const { id, number } = await aTalkedOfProposal();
    const { owner } = themes.to;
    expect(await sees(owner, "instruction", id)).toBe(0);
    expect(await sees(owner, "exchanges", id)).toBe(0);
    const received = await readReceived(owner, number);
    expect(received?.filed.answers.summary).toEqual(expect.any(String));
    expect(received?.target.theme.code).toBe("ITN2");
    // Nor how far its theme has gone with it.
    expect(received?.header.status.label).toBe("Déposé");
    expect(text(received)).not.toContain(CANARY);
    await expect(readDossierPage(owner, number)).rejects.toMatchObject({ code: "not-found" });
    expect(await knownFiles(owner, number)).toEqual([]);
    expect(await readDossierOpinions(owner, id)).toEqual([]);
    expect((await readJurySheets(owner, id, itn2.criteria)).sheets).toEqual([]);
  });

  test("the notice leads them to the comparison", async () => {
    const { number } = await aTalkedOfProposal();
    const { notices } = await readMyNotices(themes.to.owner);
    expect(notices.find((each) => each.number === number)?.link?.path).toBe(
      routes.redirection(number),
    );
  });

  test.each([
    ["the instructor of the theme that is asked", () => themes.to.instructor],
    ["the owner of a third theme", () => themes.to.outsider],
    ["the carrier", () => themes.from.carrier],
    ["an auditor", () => themes.from.auditor],
  ])("%s receives nothing", async (_who, person) => {
    const { number, id } = await aTalkedOfProposal();
    expect(await readReceived(person(), number)).toBeNull();
    expect(await sees(person(), "receiving", id)).toBe(0);
  });

  test("and no longer once it is declined, or withdrawn by its carrier", async () => {
    const { number, id, redirection } = await aTalkedOfProposal();
    const { owner } = themes.to;
    await declineRedirection(owner, { number, redirection, reason: "Hors du champ." });
    expect(await readReceived(owner, number)).toBeNull();
    await expect(knownFiles(owner, number)).rejects.toMatchObject({ code: "not-found" });
    await proposed(themes, { id, number });
    expect(await sees(owner, "receiving", id)).toBe(1);
    await moved(id, "withdrawn");
    expect(await sees(owner, "receiving", id)).toBe(0);
  });
});

describe("after the acceptance", () => {
  const accepted = async () => {
    const proposal = await aTalkedOfProposal();
    const { number, redirection } = proposal;
    await acceptRedirection(themes.to.owner, { number, redirection });
    return proposal;
  };

  test("nothing that the former theme said is read by the new one", async () => {
    const { id, number } = await accepted();
    const { owner, instructor } = themes.to;
    for (const actor of [owner, instructor]) {
      const page = await readDossierPage(actor, number);
      const read = [
        page,
        await readDecisionFacts(page),
        await readDossierOpinions(actor, id),
        await readJurySheets(actor, id, itn2.criteria),
        await readNotes(actor, number),
        await db.scoreSheet.findMany({
          where: { AND: [visibleSheets(actor), { assignment: { dossierId: id } }] },
        }),
      ];
      expect(text(read)).not.toContain(CANARY);
      expect(page.opinions).toEqual({ awaited: 0, given: 0 });
      expect(page.exchanges?.notes).toBe(0);
    }
  });

  test("whoever holds both themes still reads it; the former theme alone sees the dossier no more", async () => {
    const { id, number } = await accepted();
    const sheets = (actor: Actor) =>
      db.scoreSheet.count({
        where: { AND: [visibleSheets(actor), { assignment: { dossierId: id } }] },
      });
    const opinions = (actor: Actor) =>
      db.expertOpinion.count({
        where: { AND: [visibleOpinions(actor, "instruction"), { dossierId: id }] },
      });
    expect([await sheets(themes.both), await opinions(themes.both)]).toEqual([1, 1]);
    expect([await sheets(themes.to.owner), await opinions(themes.to.owner)]).toEqual([0, 0]);
    // Its own scores stay the former theme's, though the dossier has left.
    expect([await sheets(themes.from.owner), await opinions(themes.from.owner)]).toEqual([1, 0]);
    expect(await sees(themes.from.owner, "instruction", id)).toBe(0);
    await expect(readDossierPage(themes.from.owner, number)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a note belongs to the theme it was written under, whatever the dossier becomes", async () => {
    const { id, number } = await accepted();
    const { owner } = themes.to;
    await db.internalNote.create({
      data: { dossierId: id, agentId: owner.agentId, body: "Ici", themeCode: "SNAP5" },
    });
    const notes = await db.internalNote.findMany({
      where: { dossierId: id },
      orderBy: { at: "asc" },
    });
    expect(notes.map(({ themeCode }) => themeCode)).toEqual(["SNAP1", "ITN2"]);
    const read = async (actor: Actor) =>
      (await readNotes(actor, number)).notes.map(({ body }) => body);
    expect(await read(owner)).toEqual(["Ici"]);
    expect(await read(themes.both)).toEqual(["Ici", CANARY]);
    expect((await readDossierPage(themes.both, number)).exchanges?.notes).toBe(2);
  });

  test("the jurors and the experts of the former theme see the dossier no more", async () => {
    const { id, juror, expert } = await accepted();
    expect(await sees(juror, "juror", id)).toBe(0);
    expect(await sees(expert, "expert", id)).toBe(0);
    expect(
      await db.scoreSheet.count({
        where: { AND: [visibleSheets(juror), { assignment: { dossierId: id } }] },
      }),
    ).toBe(0);
  });

  test("a juror of the new theme reads neither the former opinions nor the former sitting", async () => {
    const { id } = await accepted();
    const newcomer = await anActor(themes.to.other, { role: "juror", theme: "ITN2" });
    await db.jurorAssignment.create({
      data: {
        ...{ dossierId: id, jurorId: newcomer.agentId, presentation: 2 },
        assignedById: themes.to.owner.agentId,
      },
    });
    const session = await db.jurySession.create({
      data: {
        ...{ themeCode: "SNAP1", callId: themes.from.call.id, label: "Séance passée" },
        ...{ heldOn: new Date("2021-01-18"), convenedAt: new Date(DAY), openedAt: new Date(DAY) },
        endedAt: new Date(DAY),
        items: { create: { dossierId: id, position: 1, formerTheme: "SNAP1" } },
      },
    });
    expect(await sees(newcomer, "juror", id)).toBe(1);
    expect(await db.expertOpinion.count({ where: visibleOpinions(newcomer, "juror") })).toBe(0);
    expect(
      await db.jurySession.count({
        where: { AND: [{ id: session.id }, visibleSessions(newcomer)] },
      }),
    ).toBe(0);
    // The sitting keeps what it examined, in its own people's sight.
    const { items } = await readSession(themes.from.secretary, session.id);
    expect(items).toMatchObject([
      { kind: "seen", status: { label: "Réorienté" }, mayClose: false },
    ]);
  });

  test("nor the means of the former jury, where its own text shows those of a former presentation", async () => {
    const pair = await twoThemes("SNAP3", "SNAP4");
    await setClock("2021-01-21T10:00:00+01:00");
    const dossier = await aFiled(pair);
    const { id, number } = dossier;
    const jurors = [pair.from.juror, pair.from.second, pair.from.conflicted];
    for (const { agentId } of jurors) {
      await db.jurorAssignment.create({
        data: {
          ...{ dossierId: id, jurorId: agentId, assignedById: pair.from.owner.agentId },
          sheet: {
            create: {
              scores: {
                create: snap4.criteria.map(({ key }) => ({ criterion: key, value: 3 })),
              },
            },
          },
        },
      });
    }
    await db.scoreSheet.updateMany({
      where: { assignment: { dossierId: id } },
      data: { submittedAt: new Date(DAY) },
    });
    await moved(id, "scored");
    const { id: redirection } = await proposed(pair, dossier);
    await acceptRedirection(pair.to.owner, { number, redirection });
    const read = () => readFormerScores({ id, presentation: 2, theme: snap4 }, snap4.criteria);
    expect(await read()).toBeNull();
    // Not even that there was one: a first jury would read as much.
    await db.jurorAssignment.updateMany({ where: { dossierId: id }, data: { formerTheme: null } });
    expect(await read()).toBeNull();
  });

  test("the trail tells the new theme what the carrier did before, and nothing else, without place nor count", async () => {
    const { number } = await accepted();
    const trail = await readDossierAudit(themes.to.owner, number, "instruction");
    const sentences = trail.entries.map(({ sentence }) => sentence);
    expect(sentences.some((each) => each.startsWith("Dossier déposé"))).toBe(true);
    expect(sentences.some((each) => each.startsWith("Dossier réorienté du thème SNAP1"))).toBe(
      true,
    );
    expect(sentences.some((each) => each.startsWith("Dossier proposé"))).toBe(false);
    expect(trail.entries.every(({ place, hash }) => place === null && hash === null)).toBe(true);
    expect(trail.chain).toEqual({ state: "holds-so-far" });
    await expect(downloadDossierAudit(themes.to.owner, number)).rejects.toMatchObject({
      code: "not-open",
    });
    // Whoever holds both reads both; so does an auditor, the whole of it.
    const whole = await readDossierAudit(themes.both, number, "instruction");
    expect(whole.entries.some(({ sentence }) => sentence.startsWith("Dossier proposé"))).toBe(true);
    expect(whole.chain.state).toBe("holds");
    const file = await downloadDossierAudit(themes.from.auditor, number);
    expect(file.lines.map(({ action }) => action)).toContain("propose-redirection");
  });
});
