import { beforeAll, describe, expect, test } from "vitest";
import { FORMS } from "@/domain/themes/forms";
import { SAMPLES } from "@/domain/themes/samples";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { simulateFiled } from "@/server/filed-dossier";
import { installReferenceData } from "@/server/reference-data";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();
const DAY = new Date("2021-01-20T10:00:00+01:00");

beforeAll(async () => {
  await setClock(DAY.toISOString());
  await db.$transaction((tx) => installReferenceData(tx));
});

/** The calls are those the texts publish, the procedures those shipped: nothing is set up for one theme. */
describe.each(FORMS.map(({ theme }) => theme))("%s", (theme) => {
  test("is filled with its sample, lacks nothing and files", async () => {
    const actor = await aCarrier(theme);
    const draft = await aFilledDraft(actor, theme);
    const { missing, simulation } = evaluate(await readDraft(draft.id), DAY);
    expect(missing.map(({ message }) => message)).toEqual([]);
    expect(simulation.verdict).toBe("eligible");

    const receipt = await fileDossier(actor, await theForm(draft));
    const filed = await db.dossier.findUniqueOrThrow({
      where: { number: receipt.number },
      include: { call: true, filings: true },
    });
    expect(filed).toMatchObject({
      status: "filed",
      verdict: "eligible",
      call: { kind: SAMPLES[theme].call },
    });
    expect(filed.filings).toHaveLength(1);
    expect(filed.computedGrant).toBe(BigInt(simulation.amounts?.grant ?? 0));
    expect((await simulateFiled(filed.id))?.verdict).toBe("eligible");
  });
});
