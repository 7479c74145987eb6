import { expect, type Locator, type Page } from "@playwright/test";
import { metaOf } from "@/domain/themes/field-kinds";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { FormStep } from "@/domain/themes/types";
import { routes } from "@/routes";
import { fieldId } from "@/ui/field";
import { test } from "./browsers";
import { formOf } from "./dossier-filling";
import { signIn } from "./sign-in";

/** A whole dossier without a pointer: Tab, arrows, Space, Enter, and what one types. */

const THEME = "ITN4";
const MOST_TABS = 90;
const { typed = {}, lines } = SAMPLES[THEME];

const isFocused = (target: Locator) =>
  target.evaluate((node) => node === node.ownerDocument.activeElement);

/** Goes forward with Tab until a control has the focus, and checks that one sees it there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await isFocused(target)) break;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
  const outline = await target.evaluate((node) => {
    // The DSFR draws the box and the outline of radios and checkboxes on their label.
    const hidden = node instanceof HTMLInputElement && ["radio", "checkbox"].includes(node.type);
    const label = hidden ? node.labels?.[0] : null;
    const seen = label ? getComputedStyle(label, "::before") : getComputedStyle(node);
    return seen.outlineStyle;
  });
  expect(outline, `focus on ${target}`).not.toBe("none");
}

/** Leaves the header by its first link, as who uses the keyboard does. */
async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("link", { name: "Contenu", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, page.locator(`#${fieldId(id)}`));
  await page.keyboard.insertText(text);
}

/** Goes down a list until it holds the value. */
async function choose(page: Page, id: string, value: string): Promise<void> {
  const list = page.locator(`#${fieldId(id)}`);
  await tabTo(page, list);
  const options = await list.locator("option").count();
  for (let moved = 0; moved < options && (await list.inputValue()) !== value; moved += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(list).toHaveValue(value);
}

async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

async function answer(page: Page, field: string): Promise<void> {
  const value = typed[field];
  const schema = formOf(THEME).fields.shape[field];
  if (!schema || value === undefined || value === "" || field === "title") return;
  if (metaOf(schema).widget !== "choices") return type(page, field, String(value));
  for (const one of value as string[]) {
    await tick(page, page.locator(`input[name="${field}"][value="${one}"]`));
  }
}

async function fillStep(page: Page, step: FormStep): Promise<void> {
  if (step.kind === "plan") {
    for (const [index, { label, typedAmount, category }] of lines.entries()) {
      await press(page, page.getByRole("button", { name: "Ajouter une dépense" }));
      await expect(page.locator(`#${fieldId(`plan.${index}.label`)}`)).toBeFocused();
      await page.keyboard.insertText(label);
      await type(page, `plan.${index}.typedAmount`, typedAmount);
      await choose(page, `plan.${index}.category`, category);
    }
  }
  if (step.kind === "commitments") {
    for (const { key } of THEMES[THEME].commitments) {
      await tick(page, page.locator(`#${fieldId(`commitment.${key}`)}`));
    }
  }
  for (const field of step.fields) await answer(page, field);
}

test("a dossier is begun, filled and filed with the keyboard alone", async ({ page }) => {
  await signIn(page, "porteur-deconcentre", routes.newDossier(THEME.toLowerCase()));
  await skipToContent(page);
  // « Un nouveau projet » is the choice made already; Tab leaves it for the name.
  await type(page, "title", "Au clavier seul");
  await press(page, page.getByRole("button", { name: "Commencer le dossier" }));
  await page.waitForURL(/\/dossiers\/\d{4}-\d{6}\/etapes\//);
  const number = /\d{4}-\d{6}/.exec(page.url())?.[0] ?? "";

  const { steps } = formOf(THEME);
  for (const [index, step] of steps.entries()) {
    await fillStep(page, step);
    await press(
      page,
      step.kind === "files"
        ? page.getByRole("link", { name: "Étape suivante" })
        : page.getByRole("button", { name: "Enregistrer et continuer" }),
    );
    const next = steps[index + 1];
    await page.waitForURL(`**${next ? routes.step(number, next.key) : routes.missing(number)}`);
  }
  await press(page, page.getByRole("link", { name: "Relire et déposer" }));
  await page.waitForURL(`**${routes.summary(number)}`);
  await tick(page, page.getByLabel("J’ai relu le dossier"));
  await press(page, page.getByRole("button", { name: "Déposer le dossier" }));
  await expect(page.getByText(`Succès\u00A0: votre dossier ${number} est déposé`)).toBeVisible();
});
