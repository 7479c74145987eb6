import { expect, test } from "vitest";
import { type Readers, withoutUnusedStyles } from "../../scripts/portal/unused-styles";

const NOBODY: Readers = { pages: "", script: "", sheets: "" };
const without = (css: string, readers: Partial<Readers> = {}) =>
  withoutUnusedStyles(css, { ...NOBODY, ...readers });

test("the rules of classes nobody names leave the sheet, selector by selector", async () => {
  const css =
    "@media print{.fr-badge--green{color:red}}.fr-card,.fr-tile:not(.fr-x,.fr-y),.fr-tag .fr-tile{a:b}.fr-col{c:d}";
  expect(await without(css, { pages: 'className="fr-tile fr-col"' })).toBe(
    ".fr-tile:not(.fr-x,.fr-y){a:b}.fr-col{c:d}",
  );
});

test("a class whose end is computed keeps all its ends", async () => {
  const COMPUTED = `fr-badge fr-badge--\${severity}`;
  const css = ".fr-badge--info{a:b}.fr-badge--new{a:b}.fr-badges{a:b}";
  const kept = ".fr-badge--info{a:b}.fr-badge--new{a:b}";
  expect(await without(css, { pages: COMPUTED })).toBe(kept);
});

test("the script of the DSFR names its classes without their prefix, and opens what it names", async () => {
  const css = ".fr-collapse{a:b}.fr-collapse--expanded{a:b}.fr-modal{a:b}.fr-tabs{a:b}";
  expect(await without(css, { script: "ns.selector('collapse'); ns('modal')" })).toBe(
    ".fr-collapse{a:b}.fr-collapse--expanded{a:b}.fr-modal{a:b}",
  );
});

test("tags, identifiers and attributes stay, whoever writes them; an old family of icons does not", async () => {
  const css = "h6{a:b}#top{a:b}[data-fr-scrolling] body{a:b}a[aria-current=page]{a:b}.other{a:b}";
  expect(await without(`${css}[class^=fr-fi-]:before{a:b}`)).toBe(css);
});

test("variables nobody reads leave it too, and those they read in turn", async () => {
  const css = ":root{--a:1;--b:var(--a);--c:2}p{color:var(--c)}";
  expect(await without(css)).toBe(":root{--c:2}p{color:var(--c)}");
  expect(await without(css, { sheets: "p{margin:var(--b)}" })).toBe(css);
});
