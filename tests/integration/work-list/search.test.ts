import { beforeAll, describe, expect, test } from "vitest";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { parseFilters } from "@/features/work-list/filters";
import { readWorkList } from "@/features/work-list/queries/list";
import { aReviewedDossier, type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aFilledDraft, theForm } from "../dossiers/filled-draft";

const db = await testDatabase();
let room: Room;
let number: string;

const found = async (recherche: string) => {
  const { rows } = await readWorkList(room.owner, parseFilters({ recherche }));
  return rows.map((row) => row.number);
};

beforeAll(async () => {
  await setClock("2021-01-12T10:00:00+01:00");
  room = await theRoom("ITN3");
  const dossier = await aReviewedDossier(room);
  number = dossier.number;
  await db.dossier.update({
    where: { id: dossier.id },
    data: { title: "Développer l’accueil des usagers : œuvres d’art & réseaux d’eau" },
  });
  await db.organisation.update({
    where: { id: room.prefecture.id },
    data: { name: "Préfecture de la Haute-Saône" },
  });
  await aReviewedDossier(room, {
    carrier: await anActor(await anOrganisation({ kind: "state-operator" })),
  });
});

describe("search in French", () => {
  test.each([
    ["its words", "accueil usagers"],
    ["whatever the order", "usagers accueil"],
    ["without accents", "developper"],
    ["with accents", "DÉVELOPPER"],
    ["another ending", "développement"],
    ["a plural", "oeuvre usager réseau"],
    ["a ligature", "Œuvre"],
    ["the beginning of a word", "usag"],
    ["an elision", "l'eau"],
    ["the carrier", "haute-saone"],
    ["the carrier and the title", "préfecture accueil"],
  ])("finds by %s", async (_, typed) => {
    expect(await found(typed)).toEqual([number]);
  });

  test("finds by the number, whole, without its zeros, or by its end", async () => {
    const [year, rank = ""] = number.split("-");
    const short = rank.replace(/^0+/, "");
    for (const typed of [number, `${year}-${short}`, `  ${number} `]) {
      expect(await found(typed), typed).toEqual([number]);
    }
    expect(await found(short)).toContain(number);
    expect(await found(`${number} usagers`)).toEqual([number]);
    expect(await found("1999-000001")).toEqual([]);
  });

  test.each(["introuvable", "accueil introuvable", "& | ! ( ) :* <->", "le la les", "%_\\'"])(
    "%s finds nothing, and never fails",
    async (typed) => {
      expect(await found(typed)).toEqual([]);
    },
  );
});

test("the summary is found once filed, and follows the last filing alone", async () => {
  const carrier = await anActor(
    await anOrganisation({ kind: "deconcentrated-service", ministryId: room.interior.id }),
  );
  const draft = await aFilledDraft(carrier, "ITN3");
  const { id } = await db.dossier.findUniqueOrThrow({ where: { number: draft.number } });
  const write = (value: string) =>
    db.answer.update({
      where: { dossierId_field: { dossierId: id, field: "summary" } },
      data: { value },
    });
  await write("Un radar pour les chauves-souris.");
  expect(await found("chauves-souris")).toEqual([]);
  await fileDossier(carrier, await theForm(draft));
  expect(await found("chauve souris")).toEqual([draft.number]);
  await write("Un sonar pour les dauphins.");
  expect(await found("dauphin")).toEqual([]);
  const { words } = (
    await db.$queryRaw<{ words: number }[]>`
      SELECT count(*)::int AS words FROM dossier_text WHERE dossier_id = ${id}::uuid`
  )[0] ?? { words: 0 };
  expect(words).toBe(1);
});

test("a draft is in no search", async () => {
  const draft = await aReviewedDossier(room, { status: "draft" });
  expect(await found(draft.number)).toEqual([]);
  expect(await db.$queryRaw`SELECT FROM dossier_text WHERE dossier_id = ${draft.id}::uuid`).toEqual(
    [],
  );
});
