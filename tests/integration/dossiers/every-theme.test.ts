import { beforeAll, describe, expect, test } from "vitest";
import { parsePlan } from "@/domain/dossier/funding-plan";
import { simulate } from "@/domain/funding/simulate";
import { FORMS } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { evaluate, readDraft } from "@/features/dossiers/draft";
import { installReferenceData } from "@/server/reference-data";
import { setClock } from "../../fixtures/world";
import { testDatabase } from "../database";
import { aCarrier, aFilledDraft, theForm } from "./filled-draft";

const db = await testDatabase();

/** The calls as the texts open them, and the list of procedures. */
beforeAll(() => db.$transaction((tx) => installReferenceData(tx)));

describe.each(FORMS.map(({ theme }) => theme))("the sample of %s", (theme) => {
  const { lines, typed = {}, ...sample } = SAMPLES[theme];

  test("lacks nothing, warns of nothing, and is filed at the amounts of the rules", async () => {
    await setClock(sample.filedAt.toISOString());
    const carrier = await aCarrier(theme);
    const draft = await aFilledDraft(carrier, theme);
    expect(evaluate(await readDraft(draft.id), sample.filedAt).missing).toEqual([]);

    const receipt = await fileDossier(carrier, await theForm(draft));
    expect(receipt.number).toBe(draft.number);
    const filed = await db.dossier.findUniqueOrThrow({ where: { id: draft.id } });
    const { amounts } = simulate(THEMES[theme], {
      ...sample,
      priorGrants: [],
      phaseOfLargerProject: false,
      expenses: parsePlan(lines).expenses,
    });
    expect(filed).toMatchObject({
      status: "filed",
      title: typed.title,
      total: BigInt(amounts?.total ?? -1),
      base: BigInt(amounts?.base ?? -1),
      computedGrant: BigInt(amounts?.grant ?? -1),
    });
  });
});
