import { type CDPSession, expect, type Page } from "@playwright/test";
import { metaOf } from "@/domain/themes/field-kinds";
import { FORMS, isAskedOf } from "@/domain/themes/forms";
import { SAMPLES } from "@/domain/themes/samples";
import type { CarrierKind, FormStep, ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { startDossier } from "./dossier-filling";
import { fileSample } from "./filed-dossier";
import { signIn } from "./sign-in";

/** Who files for each kind of carrier in the demonstration. */
const PERSONAS: Readonly<Partial<Record<CarrierKind, string>>> = {
  "deconcentrated-service": "porteur-deconcentre",
  "business-directorate": "porteuse-operateur",
  "state-operator": "porteuse-operateur",
};
const personaOf = ({ theme }: ThemeForm) =>
  PERSONAS[SAMPLES[theme].carrier.kind] ?? "porteuse-centrale";

for (const form of FORMS) {
  test(`${personaOf(form)} files a dossier on ${form.theme}`, async ({ page }) => {
    await signIn(page, personaOf(form), routes.dossiers());
    const number = await fileSample(page, form.theme, `Essai ${form.theme}`);
    await expect(page.getByText(`Succès\u00A0: votre dossier ${number} est déposé`)).toBeVisible();
  });
}

const TOO_LONG = "Ce texte est trop long. ".repeat(140);

/** Types in each field of a step what it cannot read, and returns how many answers that makes. */
async function spoil(page: Page, form: ThemeForm, step: FormStep): Promise<number> {
  const wrong = step.fields.flatMap((field) => {
    const schema = form.fields.shape[field];
    if (!isAskedOf(form, field, SAMPLES[form.theme].carrier.kind)) return [];
    const widget = schema && metaOf(schema).widget;
    if (!widget || widget === "yes-no" || widget === "choice" || widget === "choices") return [];
    return [{ field, typed: widget === "text" || widget === "textarea" ? TOO_LONG : "?" }];
  });
  for (const { field, typed } of wrong) await page.locator(`#${fieldId(field)}`).fill(typed);
  return wrong.length;
}

/** The errors of the step, above it: as many as there are, each a link to a field that says it is wrong. */
async function expectErrors(page: Page, count: number): Promise<void> {
  const links = page.locator(".fr-alert--error a");
  await expect(links).toHaveCount(count);
  const fields = await links.evaluateAll((all) =>
    all.map((link) => {
      const href = link.getAttribute("href") ?? "";
      return { href, invalid: document.querySelector(href)?.getAttribute("aria-invalid") };
    }),
  );
  expect(fields.filter(({ invalid }) => invalid !== "true")).toEqual([]);
}

/** What the eye and the screen reader meet in a step, its place in the texts left out. */
const lookOf = (form: ThemeForm, { kind, fields }: FormStep) =>
  JSON.stringify([
    kind,
    fields.map((field) => {
      const schema = form.fields.shape[field];
      return schema && { ...metaOf(schema), source: null };
    }),
  ]);

test.describe("on a phone the scripts of which never came", () => {
  test.use({ viewport: { width: 320, height: 720 } });
  // Not `javaScriptEnabled: false`: axe could not run either. Not a route: it would empty the browser's cache as well.
  let blocked: CDPSession;
  test.beforeEach(async ({ page }) => {
    blocked = await page.context().newCDPSession(page);
    await blocked.send("Network.enable");
    await blocked.send("Network.setBlockedURLs", { urls: ["*.js", "*.js?*"] });
  });
  // The page is given back to others.
  test.afterEach(() => blocked.detach());
  /** Steps that several themes share are the same page: they are looked at once. */
  const seen = new Set<string>();
  const unseen = FORMS.map((form) => ({
    form,
    steps: form.steps.filter((step) => {
      const look = lookOf(form, step);
      return !seen.has(look) && seen.add(look);
    }),
  }));

  for (const { form, steps } of unseen.filter(({ steps }) => steps.length > 0)) {
    test(`each step of ${form.theme} says what is wrong`, async ({ page }) => {
      await signIn(page, personaOf(form), routes.dossiers());
      const number = await startDossier(page, form.theme, `Relecture ${form.theme}`);
      for (const step of steps) {
        await page.goto(routes.step(number, step.key));
        const wrong = await spoil(page, form, step);
        if (wrong > 0) {
          const answered = page.waitForEvent("load");
          await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
          await answered;
          await expectErrors(page, wrong);
        }
        await expectGood(page);
      }
    });
  }
});
