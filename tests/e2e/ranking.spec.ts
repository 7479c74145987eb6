import { expect, type Locator, type Page } from "@playwright/test";
import { rankedId, routes } from "@/routes";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { expectGood } from "./accessible";
import { test } from "./browsers";
import { as, asPersona } from "./sign-in";

test.describe.configure({ mode: "serial" });

/** Three dossiers of ITN3 wait for their decision, in the order of their scores: 250 000, 386 032,50 and 308 826 €. */
const FIRST = DOSSIERS.proposed.number;
const SECOND = "2020-000008";
const THIRD = "2020-000007";
/** What the envelope is lowered to, above what it has committed: the third is financed in part. */
const LEFT = 736_032.5;

let call = "";
let initial = "";
const none = { session: "", round: "" };
const address = () => routes.ranking({ ...none, call });

const radio = (page: Page, number: string) => page.locator(`#${rankedId(number)}`);
/** By its label, as one does with a mouse. */
const choose = (page: Page, number: string) =>
  page.locator(`label[for="${rankedId(number)}"]`).click();
const rowOf = (page: Page, number: string) =>
  page.locator("#classement tbody tr").filter({ has: radio(page, number) });
const status = (page: Page) => page.locator(".guichet-ranking-bar [role=status]");
/** The numbers in the order of the page. */
const order = (page: Page) =>
  page
    .locator("#classement input[type=radio]")
    .evaluateAll((radios) => radios.map((each) => (each as HTMLInputElement).value));
const expectOrder = (page: Page, ...numbers: string[]) =>
  expect.poll(() => order(page)).toEqual(numbers);

/** What assistive technologies read of an element beside its name. */
const described = (element: Locator) =>
  element.evaluate((node) =>
    (node.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? `sans ${id}`)
      .join(" "),
  );

async function setEnvelope(page: Page, amount: string): Promise<void> {
  await page.goto(routes.administrationCall(call));
  await page.getByLabel("Enveloppe, TTC").fill(amount);
  await page.getByLabel("Motif du changement").fill("Essai du classement.");
  await page.getByRole("button", { name: "Changer l’enveloppe" }).click();
  await expect(page.getByLabel("Motif du changement")).toHaveValue("");
}

/** The order of the scores, as before anybody moved a dossier. */
async function followScores(page: Page): Promise<void> {
  await page.goto(address());
  await page.getByRole("button", { name: "Reprendre l’ordre des notes" }).click();
  await expect(page.getByText("Le classement reprend l’ordre des notes.").first()).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.administrationCalls());
    await page.getByRole("link", { name: "Appel à projets ITN3" }).click();
    await page.waitForURL(`**${routes.administrationCall("*")}`);
    call = page.url().split("/").at(-1) ?? "";
    initial = await page.getByLabel("Enveloppe, TTC").inputValue();
    const told = (await page.getByText(/engagés sur/).textContent()) ?? "";
    const committed = Number(
      (/^([^€]*)€/.exec(told)?.[1] ?? "").replace(/[^\d,]/g, "").replace(",", "."),
    );
    await followScores(page);
    await setEnvelope(page, (committed + LEFT).toFixed(2).replace(".", ","));
  });
});

test.afterAll(async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await followScores(page);
    await setEnvelope(page, initial);
  });
});

test("the ranking stands against the money, the waterline in words", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(routes.decisions(`ouverture=${call}`));
    await expectOrder(page, FIRST, SECOND, THIRD);
    await expect(page.locator("#classement-resume")).toHaveText(
      /^2 dossiers financés\s: 636\s032,50\s€ sur 736\s032,50\s€. Reste 100\s000,00\s€, dont 100\s000,00\s€ pour le dossier financé en partie\.$/,
    );
    await expect(rowOf(page, THIRD)).toContainText("En partie");
    await expect(
      page.getByText(/^Ligne d’eau, enveloppe «\sITN3\s»\s: il reste 100\s000,00\s€ pour/),
    ).toBeVisible();
    expect(await described(radio(page, SECOND))).toMatch(
      /^Rang\s+2\s+3,\d\d\ssur\s5\s+386\s032,50\s€\s*Calculé\s+Financé/,
    );
    await expectGood(page);
  });
});

test("by keyboard alone: choose, move, apply, take back; focus stays, one sentence is heard", async ({
  browser,
}) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(address());
    await expect(status(page)).toHaveText("");
    await radio(page, FIRST).focus();
    // The arrows alone choose, and nothing moves.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(radio(page, THIRD)).toBeFocused();
    await expect(radio(page, THIRD)).toBeChecked();
    await expectOrder(page, FIRST, SECOND, THIRD);
    await page.keyboard.press("Alt+ArrowUp");
    await expectOrder(page, FIRST, THIRD, SECOND);
    await expect(radio(page, THIRD)).toBeFocused();
    await expect(status(page)).toHaveText(
      new RegExp(
        `^Dossier ${THIRD}\\s: rang 2 sur 3, financé. Dossier ${SECOND}\\s: financé en partie. Reste 177\\s206,50\\s€.$`,
      ),
    );
    // Down again, twice in a row: the row crosses the page and keeps the focus.
    await page.keyboard.press("Alt+ArrowDown");
    await expectOrder(page, FIRST, SECOND, THIRD);
    await expect(radio(page, THIRD)).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(status(page)).toHaveText("Déjà au dernier rang, le 3.");
    // One stop for all the rows, then the toolbar: its first button is the one Enter uses.
    await page.keyboard.press("Tab");
    await expect(
      page.getByRole("link", { name: `Décision sur le dossier ${THIRD}` }),
    ).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Placer au rang")).toBeFocused();
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await expectOrder(page, THIRD, FIRST, SECOND);
    await expect(page.getByLabel("Placer au rang")).toBeFocused();
    await expect(page.getByLabel("Placer au rang")).toHaveValue("");
    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText("Aucun rang ni montant saisi\u00A0: rien ne change.");
    await expectOrder(page, THIRD, FIRST, SECOND);
    const up = page.getByRole("button", { name: "Monter" });
    await up.focus();
    await expect(up).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText("Déjà au rang 1.");
    await expect(up).toBeFocused();
    const undo = page.getByRole("button", { name: "Annuler le dernier changement" });
    await expect(page.locator("#dernier-changement")).toContainText(
      `dossier ${THIRD} placé au rang 1`,
    );
    await undo.press("Enter");
    await expectOrder(page, FIRST, SECOND, THIRD);
    await expect(undo).toBeFocused();
    // Kept: the page read again says the same.
    await page.reload();
    await expectOrder(page, FIRST, SECOND, THIRD);
  });
});

test("a key pressed as the answer comes is made on that answer, not on the page before it", async ({
  browser,
}) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(address());
    await choose(page, FIRST);
    const rank = page.getByLabel("Placer au rang");
    await rank.fill("3");
    // The field is emptied by the answer: the next move leaves at once, before the page is read again.
    await rank.evaluate((field: HTMLInputElement) => {
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      Object.defineProperty(field, "value", {
        configurable: true,
        get: () => own?.get?.call(field),
        set: (value: string) => {
          own?.set?.call(field, value);
          if (value !== "") return;
          Reflect.deleteProperty(field, "value");
          const up = document.querySelector<HTMLButtonElement>("button[value=up]");
          setTimeout(() => up?.click());
        },
      });
    });
    await page.getByRole("button", { name: "Appliquer", exact: true }).click();
    await expectOrder(page, SECOND, FIRST, THIRD);
    await expect(page.locator("#dernier-changement")).toContainText(
      `dossier ${FIRST} placé au rang 2`,
    );
    await expect(page.locator("main .fr-alert--error")).toHaveCount(0);
    await followScores(page);
  });
});

test("an amount in part, the reserve, a refusal that loses nothing typed", async ({ browser }) => {
  await as(browser, "presidente", async (page) => {
    await page.goto(address());
    await choose(page, THIRD);
    await page.getByLabel("Montant proposé").fill("900 000");
    await page.getByRole("button", { name: "Appliquer", exact: true }).click();
    await expect(
      page.getByRole("link", { name: /le montant proposé ne peut pas la dépasser/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Montant proposé")).toHaveValue("900 000");
    await page.getByLabel("Montant proposé").fill("100 000");
    await page.getByRole("button", { name: "Appliquer", exact: true }).click();
    await expect(rowOf(page, THIRD)).toContainText("Choisi");
    await expect(page.locator("#classement-resume")).toContainText("3 dossiers financés");
    await expect(page.locator("#classement-resume")).toContainText(/Reste 0,00\s€\.$/);
    await choose(page, SECOND);
    await page.getByRole("button", { name: "Mettre en réserve", exact: true }).click();
    await expect(rowOf(page, SECOND)).toContainText("En réserve");
    await expect(status(page)).toContainText(`Dossier ${SECOND}\u00A0: rang 2 sur 3, en réserve.`);
    await expectGood(page);
  });
});

test("two people at once: the second is told who did what, and keeps what was typed", async ({
  browser,
}) => {
  const owner = await asPersona(browser, "porteuse-de-theme-dinum");
  const secretary = await asPersona(browser, "secretaire");
  await owner.page.goto(address());
  await secretary.page.goto(address());
  await choose(owner.page, THIRD);
  await owner.page.getByRole("button", { name: "Monter" }).click();
  await expect(owner.page.locator("#dernier-changement")).toContainText("placé au rang 2");
  await choose(secretary.page, SECOND);
  await secretary.page.getByLabel("Placer au rang").fill("1");
  await secretary.page.getByRole("button", { name: "Appliquer", exact: true }).click();
  await expect(
    secretary.page.getByText(new RegExp(`saisie .dossier ${THIRD} placé au rang 2`)),
  ).toBeVisible();
  await expectOrder(secretary.page, FIRST, THIRD, SECOND);
  await expect(secretary.page.getByLabel("Placer au rang")).toHaveValue("1");
  await expectGood(secretary.page);
  await secretary.page.getByRole("button", { name: "Appliquer", exact: true }).click();
  await expectOrder(secretary.page, SECOND, FIRST, THIRD);
  await owner.context.close();
  await secretary.context.close();
});

test("without script each button posts and comes back at the row", async ({ browser }) => {
  await as(browser, "secretaire", followScores);
  await as(
    browser,
    "secretaire",
    async (page) => {
      await page.goto(address());
      await choose(page, THIRD);
      await page.getByRole("button", { name: "Monter" }).click();
      await page.waitForURL(`**${routes.rankedDossier({ ...none, call, dossier: THIRD })}`);
      await expectOrder(page, FIRST, THIRD, SECOND);
      await expect(radio(page, THIRD)).toBeChecked();
      await expect(status(page)).toHaveText(
        new RegExp(`^Dossier ${THIRD}\\s: rang 2 sur 3, financé. Reste 177\\s206,50\\s€.$`),
      );
      await page.getByLabel("Placer au rang").fill("9");
      await page.getByRole("button", { name: "Appliquer", exact: true }).click();
      await expect(
        page.getByRole("link", { name: "Le rang est un nombre entier, de 1 à 3." }),
      ).toBeVisible();
      await expect(page.getByLabel("Placer au rang")).toHaveValue("9");
      await page.getByLabel("Placer au rang").fill("");
      await page.getByRole("button", { name: "Annuler le dernier changement" }).click();
      await expectOrder(page, FIRST, SECOND, THIRD);
    },
    { javaScriptEnabled: false },
  );
});

test("a row dragged onto another takes its rank", async ({ browser }) => {
  await as(browser, "secretaire", async (page) => {
    await page.goto(address());
    // A drag is script's alone: nothing plays it again when the scripts come after it.
    await page.waitForLoadState("networkidle");
    // Browsers say that something is over a row at the second move over it.
    await rowOf(page, FIRST).locator(".guichet-handle").hover();
    await page.mouse.down();
    await rowOf(page, SECOND).hover();
    await rowOf(page, SECOND).hover();
    await page.mouse.up();
    await expectOrder(page, SECOND, FIRST, THIRD);
    await expect(status(page)).toContainText(`Dossier ${FIRST}\u00A0: rang 2 sur 3`);
    await page.getByRole("button", { name: "Annuler le dernier changement" }).click();
    await expectOrder(page, FIRST, SECOND, THIRD);
  });
});

test("scenarios: kept under a name, compared side by side, one taken back", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(address());
    await page.getByLabel("Nom du scénario").fill("Ordre des notes");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    await expect(page.getByText("Scénario « Ordre des notes » enregistré.").first()).toBeVisible();
    await choose(page, THIRD);
    await page.getByLabel("Placer au rang").fill("1");
    await page.getByRole("button", { name: "Appliquer", exact: true }).click();
    await expectOrder(page, THIRD, FIRST, SECOND);
    await page.getByLabel("Classement en cours").check({ force: true });
    await page.getByLabel("Ordre des notes", { exact: true }).check({ force: true });
    await page.getByRole("button", { name: "Comparer les scénarios cochés" }).click();
    await expect(page.getByRole("heading", { name: "Comparaison de 2 scénarios" })).toBeVisible();
    const compared = page.locator("#dossiers-compares");
    const third = compared.getByRole("row", { name: new RegExp(THIRD) });
    await expect(third).toContainText(/Rang 1. Financé, 308\s826,00\s€/);
    await expect(third).toContainText(/Rang 3. Financé en partie, 100\s000,00\s€/);
    await expect(third).toContainText(/rang 1 vers 3, −\s208\s826,00\s€/);
    for (const title of ["Par enveloppe", "Par ministère", "Par territoire"]) {
      await expect(page.getByRole("table", { name: title })).toBeVisible();
    }
    await expectGood(page);
    await page.getByRole("link", { name: "Revenir au classement" }).click();
    await page.getByRole("button", { name: "Reprendre le scénario Ordre des notes" }).click();
    await expectOrder(page, FIRST, SECOND, THIRD);
    await expect(page.locator("#dernier-changement")).toContainText(
      "scénario « Ordre des notes » repris",
    );
  });
});

test("the page of the sitting shows the same ranking; an instructor reads it only", async ({
  browser,
}) => {
  await as(browser, "secretaire", async (page) => {
    await page.goto(routes.sessions());
    await page
      .getByRole("link", { name: /Appel à projets ITN3/ })
      .first()
      .click();
    await page.waitForURL(`**${routes.session("*")}`);
    const session = page.url().split("/").at(-1) ?? "";
    await page.goto(routes.sessionRanking(session));
    await expect(page.getByRole("heading", { level: 1, name: "Classement" })).toBeVisible();
    await expectOrder(page, FIRST, SECOND, THIRD);
    await expectGood(page);
  });
  await as(browser, "instructrice", async (page) => {
    await page.goto(address());
    await expect(page.locator("#classement")).toContainText(THIRD);
    await expect(page.locator("#classement input, .guichet-ranking-bar")).toHaveCount(0);
    await expectGood(page);
  });
});

test("what is funded is proposed, what is not goes to the reserve", async ({ browser }) => {
  await as(browser, "porteuse-de-theme-dinum", async (page) => {
    await page.goto(address());
    await page.getByRole("button", { name: "Proposer les décisions cochées" }).click();
    await expect(page.getByRole("link", { name: "Cochez au moins un dossier." })).toBeVisible();
    await page.getByLabel(`${SECOND} –`, { exact: false }).last().check({ force: true });
    await page.getByLabel("Raison principale").selectOption("meets-criteria");
    await page.getByLabel("Raisons de la décision").fill("Classé parmi les premiers.");
    await page.getByRole("button", { name: "Proposer les décisions cochées" }).click();
    await expect(page.getByText("1 décision proposée.").first()).toBeVisible();
    await expect(rowOf(page, SECOND)).toContainText("Décision proposée");
  });
  await as(browser, "presidente", async (page) => {
    await page.goto(routes.decisionReturn(SECOND));
    await page.getByRole("textbox").fill("À revoir après la séance.");
    await page.getByRole("button", { name: /Renvoyer/ }).click();
    await page.waitForURL(`**${routes.proposal(SECOND)}`);
    await page.goto(address());
    await choose(page, THIRD);
    await page.getByRole("button", { name: "Mettre en réserve", exact: true }).click();
    const held = page.locator("#reserver");
    await held.getByLabel(`${THIRD} –`, { exact: false }).check({ force: true });
    await held.getByRole("button", { name: "Mettre en réserve les dossiers cochés" }).click();
    await expect(page.getByText("1 dossier mis en réserve.").first()).toBeVisible();
    await expect(page.getByText(/dossier .+, premier de la réserve/)).toBeVisible();
    await page.getByRole("button", { name: `Appeler le dossier ${THIRD}` }).click();
    await expect(rowOf(page, THIRD)).toContainText("Sort de la réserve");
    await expectGood(page);
  });
});
