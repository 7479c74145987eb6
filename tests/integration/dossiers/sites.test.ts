import { beforeAll, describe, expect, test } from "vitest";
import { PASTED_SITES } from "@/domain/dossier/pasted-sites";
import { asText } from "@/domain/dossier/pasted-table";
import { blankSite, type TypedSite, typedSitesSchema } from "@/domain/dossier/sites";
import { canonical } from "@/domain/evidence/canonical";
import type { Actor } from "@/domain/rights/actor";
import { SAMPLES } from "@/domain/themes/samples";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { importTable } from "@/features/dossiers/commands/import-table";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { saveSite } from "@/features/dossiers/commands/save-site";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { openSite } from "@/features/dossiers/queries/open-site";
import { aCall, anActor, anOrganisation, setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aDraft, aFilledDraft, theForm } from "./filled-draft";

await testDatabase();
const DAY = "2021-01-20T10:00:00+01:00";
const SITES = typedSitesSchema.parse(SAMPLES.SNAP1.typed?.sites);

let carrier: Actor;
beforeAll(async () => {
  await setClock(DAY);
  await aCall("SNAP1", { closesOn: null });
  await aCall("ITN3");
  carrier = await aCarrier("SNAP1");
});

const sitesOf = async (id: string) =>
  typedSitesSchema.parse((await readDraft(id)).answers.sites?.value);
const site = (number: string, rank: number, typed: TypedSite, more: object = {}) => ({
  number,
  rank,
  seen: "",
  do: "save" as const,
  ...typed,
  ...more,
});

describe("the sites of a draft", () => {
  test("are added one by one, and wrong ones are said before they are kept", async () => {
    const { id, number } = await aDraft(carrier, "SNAP1");
    const [first = blankSite(), second = blankSite()] = SITES;
    expect(await saveSite(carrier, site(number, 0, first))).toEqual({ number, rank: 1 });
    const wrong = { ...second, agents: "beaucoup", after: "1" };
    await expect(saveSite(carrier, site(number, 0, wrong))).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "agents" }, { path: "after" }],
    });
    expect(await sitesOf(id)).toEqual([first]);
    expect(await saveSite(carrier, site(number, 0, wrong, { do: "keep" }))).toMatchObject({
      rank: 2,
    });
    expect(await sitesOf(id)).toEqual([first, wrong]);
    const { missing } = evaluate(await readDraft(id), new Date(DAY));
    expect(missing.filter(({ kind }) => kind === "sites")).toMatchObject([
      { effect: "blocks", step: "sites", path: "sites.1.agents" },
    ]);
  });

  test("are changed and removed as the page showed them, wherever they stand by then", async () => {
    const { id, number } = await aDraft(carrier, "SNAP1");
    await saveAnswers(carrier, {
      number,
      answers: [{ field: "sites", value: SITES, baseRevision: 0 }],
    });
    const [first = blankSite(), second = blankSite(), third = blankSite()] = SITES;
    // Someone removes the first while another has the third on screen.
    await saveSite(carrier, site(number, 1, first, { seen: canonical(first), do: "remove" }));
    const moved = { ...third, agents: "12" };
    const seen = canonical(third);
    expect(await saveSite(carrier, site(number, 3, moved, { seen }))).toMatchObject({ rank: 2 });
    expect((await sitesOf(id)).slice(0, 2)).toEqual([second, moved]);
    // What is on screen is no longer there: nothing is replaced.
    await expect(saveSite(carrier, site(number, 3, third, { seen }))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("are 500 at most, pasted at once, and opened one by one", async () => {
    const { id, number } = await aDraft(carrier, "SNAP1");
    const rows = Array.from({ length: 500 }, (_, index) => [
      `Site ${index + 1}`,
      "1 rue de la Mairie, 48000 Mende",
      "12",
      "4",
      "100",
      "Fibre optique",
      "Rural ou peu dense",
      "Non",
    ]);
    const headings = PASTED_SITES.columns.map(({ label }) => label);
    const input = {
      number,
      list: "sites" as const,
      revision: 0,
      table: asText([headings, ...rows]),
      do: "add" as const,
    };
    expect(await importTable(carrier, input)).toEqual({
      added: 500,
      step: "sites",
      anchor: "sites.0.name",
    });
    expect(await sitesOf(id)).toHaveLength(500);
    await expect(saveSite(carrier, site(number, 0, SITES[0] ?? blankSite()))).rejects.toMatchObject(
      {
        code: "invalid-input",
      },
    );
    const dossier = await openDossier(carrier, number);
    expect(openSite(dossier, "500")).toMatchObject({ rank: 500, site: { name: "Site 500" } });
    expect(openSite(dossier, "nouveau")).toMatchObject({ rank: 0, site: blankSite() });
    for (const wrong of ["0", "502", "1.5", "un"]) expect(() => openSite(dossier, wrong)).toThrow();
    await expect(
      importTable(carrier, { ...input, do: "replace", revision: 0 }),
    ).rejects.toMatchObject({ code: "changed-meanwhile" });
    await importTable(carrier, {
      ...input,
      do: "replace",
      revision: 1,
      table: asText(rows.slice(0, 3)),
    });
    expect(await sitesOf(id)).toHaveLength(3);
  });

  test("have no place in another theme's form", async () => {
    const { number } = await aDraft(await aCarrier("ITN3"), "ITN3");
    const value = SITES;
    await expect(
      saveAnswers(carrier, { number, answers: [{ field: "sites", value, baseRevision: 0 }] }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a dossier of SNAP1", () => {
  test("is filed with its sites", async () => {
    const draft = await aFilledDraft(carrier, "SNAP1");
    const { ready, simulation } = evaluate(await readDraft(draft.id), new Date(DAY));
    expect({ ready, verdict: simulation.verdict }).toEqual({ ready: true, verdict: "eligible" });
    await fileDossier(carrier, await theForm(draft));
    expect(await sitesOf(draft.id)).toEqual(SITES);
  });

  test("asks an operator since when its network exists; another carrier has nothing to say", async () => {
    const ministry = await anOrganisation();
    const operator = await anActor(
      await anOrganisation({ kind: "state-operator", ministryId: ministry.id }),
    );
    const asked = async (actor: Actor) => {
      const draft = await aFilledDraft(actor, "SNAP1");
      const { missing } = evaluate(await readDraft(draft.id), new Date(DAY));
      return missing.flatMap(({ path, effect }) =>
        path === "riePartnerNetworkSince" ? [effect] : [],
      );
    };
    expect(await asked(operator)).toEqual(["blocks"]);
    expect(await asked(carrier)).toEqual([]);
  });
});
