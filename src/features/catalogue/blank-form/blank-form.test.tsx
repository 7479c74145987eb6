import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { metaOf } from "@/domain/themes/field-kinds";
import { fileSlots } from "@/domain/themes/file-slots";
import { FORMS } from "@/domain/themes/forms";
import { THEMES } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import { BlankForm } from "./blank-form";

/** The page as HTML, its entities read. */
const page = (theme: Theme) =>
  renderToStaticMarkup(<BlankForm theme={theme} contact="aide@guichet.example" />)
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");

describe.each(FORMS.map((form) => [form.theme, form] as const))(
  "the blank form of %s",
  (code, form) => {
    const html = page(THEMES[code]);

    it("has every step, question, help and choice, once each", () => {
      form.steps.forEach(({ title }, index) => {
        expect(html).toContain(`Étape ${index + 1}\u00A0: ${title}`);
      });
      for (const [field, schema] of Object.entries(form.fields.shape)) {
        const { label, hint, options = [], optional } = metaOf(schema);
        expect(html.split(`>${label} `).length, field).toBe(2);
        if (hint) expect(html).toContain(hint);
        if (optional) expect(html).toContain(`${label} <span class="blank-form__optional">`);
        const told = options.filter(({ value }) => value !== "oui" && value !== "non");
        for (const option of told) expect(html).toContain(`<li>${option.label}</li>`);
      }
    });

    it("has the columns of the plan, the files one may join and the commitments", () => {
      for (const term of ["Intitulé", "Nature", "Catégorie", "Année", "Prestataire", "Qui paie"]) {
        expect(html).toContain(`<dt>${term}</dt>`);
      }
      for (const { label } of fileSlots(form)) expect(html).toContain(`<dt>${label}</dt>`);
      for (const { text } of THEMES[code].commitments) expect(html).toContain(text);
    });
  },
);

describe("what only some themes ask", () => {
  it.each([
    ["ITN6", "Entreprise innovante"],
    ["SNAP1", "Débit après (Mbit/s)"],
    ["SNAP2A", "votre contrepartie"],
    ["SNAP2B", "direction du numérique (DNUM)"],
    ["SNAP3", "Jalon qui termine la phase"],
    ["SNAP4", "Licence d’un produit non européen"],
  ] as const)("%s: %s", (code, words) => {
    expect(page(THEMES[code])).toContain(words);
    expect(page(THEMES.ITN8A)).not.toContain(words);
  });
});

it("says that ITN7 has no form, why, and whom to write to", () => {
  const html = page(THEMES.ITN7);
  expect(html).toContain("Il n’existe pas de formulaire pour ITN7.");
  expect(html).toContain("Action 6-2 l.76");
  expect(html).toContain("mailto:aide@guichet.example");
  expect(html).not.toContain("Étape 1");
});
