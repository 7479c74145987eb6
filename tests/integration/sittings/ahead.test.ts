import { expect, test } from "vitest";
import { endSitting } from "@/features/sittings/commands/hold-sitting";
import { signMinutes } from "@/features/sittings/commands/sign-minutes";
import { readMinutes } from "@/features/sittings/queries/minutes";
import { readSittingsAhead } from "@/features/sittings/queries/next-sitting";
import { testDatabase } from "../database";
import { aSitting } from "./sitting";

await testDatabase();

test("the next sitting is told to its people: who prepares it reads what is left, who was convened what is asked", async () => {
  const { jury, session } = await aSitting({ open: false });
  const { next: prepared } = await readSittingsAhead(jury.secretary);
  expect(prepared?.session.id).toBe(session);
  expect(prepared?.toPrepare).toEqual(expect.any(Number));
  const { next: asked } = await readSittingsAhead(jury.juror);
  expect(asked).toMatchObject({ answerAwaited: true, toPrepare: null, enters: true });
});

test("once ended, it is no longer ahead: its minutes wait for each of those who sign, once", async () => {
  const { jury, session } = await aSitting();
  const opened = await readSittingsAhead(jury.juror);
  expect(opened.next?.session).toMatchObject({ id: session, status: "open" });
  await endSitting(jury.secretary, { session });
  expect((await readSittingsAhead(jury.juror)).next?.session.id).not.toBe(session);
  const waiting = async () =>
    Promise.all(
      [jury.secretary, jury.chair, jury.juror].map(async (who) =>
        (await readSittingsAhead(who)).toSign.some(({ id }) => id === session),
      ),
    );
  expect(await waiting()).toEqual([true, true, false]);
  const { print } = await readMinutes(jury.secretary, session);
  await signMinutes(jury.secretary, { session, print });
  expect(await waiting()).toEqual([false, true, false]);
});
