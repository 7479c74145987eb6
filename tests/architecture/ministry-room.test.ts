import { expect, test } from "vitest";
import { filesUnder, importsOf } from "./source-tree";

const SIGHT = "src/server/database/ministry-sight";

/**
 * What the pages of a ministry read beside its sight, and why it shows no row of another ministry: the reader's own rows,
 * or what the owner computes of a dossier that the sight has opened.
 */
const BESIDE_THE_SIGHT: readonly string[] = [
  // Who holds the roles of a DNUM, and the delegations: roles are granted to no ministry.
  "src/features/delegations/queries",
  // The amounts of a draft told to the DNUM, from answers that no ministry is granted.
  "src/features/dossiers/visa-facts",
];

test("what the pages of a ministry read, they read under its sight", () => {
  const pages = filesUnder("src/app/(ministry)", /\.tsx$/);
  const read = new Set(
    pages
      .flatMap((page) => importsOf(page))
      .map(({ target }) => target)
      .filter((target) =>
        /^src\/features\/[^/]+\/(?:queries\/)?(?!components|actions)[a-z-]+$/.test(target),
      ),
  );
  const sources = filesUnder("src/features", /\.ts$/).filter(({ path }) =>
    read.has(path.replace(/\.ts$/, "")),
  );
  const beside = sources.filter((file) => {
    const targets = importsOf(file).filter(({ typeOnly }) => !typeOnly);
    const reads = targets.some(({ target }) => target.startsWith("src/server/"));
    return reads && !targets.some(({ target }) => target === SIGHT);
  });
  expect(sources.length).toBeGreaterThan(5);
  expect(beside.map(({ path }) => path.replace(/\.ts$/, ""))).toEqual(BESIDE_THE_SIGHT);
});
