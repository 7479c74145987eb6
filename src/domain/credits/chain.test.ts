import { expect, test } from "vitest";
import { cents } from "@/domain/money";
import { chainOf, LINKS } from "./chain";

test("seven links in their order, each with what has not followed", () => {
  const chain = chainOf({
    requested: cents(1_000),
    base: cents(1_500),
    granted: cents(900),
    allocated: cents(700),
    committed: cents(400),
    paid: cents(150),
    returned: cents(200),
  });
  expect(chain.map(({ link }) => link)).toEqual([...LINKS]);
  expect(chain.map(({ gap }) => gap?.amount ?? null)).toEqual([
    null,
    null,
    100, // Asked and not granted.
    200, // Granted and not yet delegated.
    100, // Delegated, 200 of which came back, and not committed.
    250,
    null,
  ]);
});
