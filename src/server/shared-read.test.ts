import { expect, test } from "vitest";
import { Prisma } from "./database/generated/client";
import { conditionKey, sharedRead } from "./shared-read";

/** Reads that end when told to. */
function reads() {
  const ends: { end: (answer: number) => void; fail: (error: Error) => void }[] = [];
  const read = () => new Promise<number>((end, fail) => ends.push({ end, fail }));
  return { ends, read };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("whoever comes while it is read gets what is read after they asked, together", async () => {
  const { ends, read } = reads();
  const first = sharedRead("figures", read);
  const others = [1, 2, 3].map(() => sharedRead("figures", read));
  expect(ends).toHaveLength(1);
  ends[0]?.end(1);
  expect(await first).toBe(1);
  await settled();
  expect(ends).toHaveLength(2);
  const late = sharedRead("figures", read);
  ends[1]?.end(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  await settled();
  ends[2]?.end(3);
  expect(await late).toBe(3);
});

test("what was read is not kept: alone, each reads anew", async () => {
  const { ends, read } = reads();
  for (const answer of [1, 2]) {
    const asked = sharedRead("alone", read);
    ends.at(-1)?.end(answer);
    expect(await asked).toBe(answer);
    await settled();
  }
  expect(ends).toHaveLength(2);
});

test("another key is another read", async () => {
  const { ends, read } = reads();
  const one = sharedRead("one", read);
  const other = sharedRead("other", read);
  expect(ends).toHaveLength(2);
  ends[0]?.end(1);
  ends[1]?.end(2);
  expect(await Promise.all([one, other])).toEqual([1, 2]);
});

test("a read that fails is told to those who waited for it alone", async () => {
  const { ends, read } = reads();
  const first = sharedRead("failing", read);
  const next = sharedRead("failing", read);
  ends[0]?.fail(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  await settled();
  ends[1]?.end(2);
  expect(await next).toBe(2);
});

test("conditions of the same text and values have the same key, others another", () => {
  const themes = (list: string[]) => Prisma.sql`theme = ANY (${list})`;
  expect(conditionKey(themes(["ITN3"]))).toBe(conditionKey(themes(["ITN3"])));
  expect(conditionKey(themes(["ITN3"]))).not.toBe(conditionKey(themes(["ITN6"])));
});
