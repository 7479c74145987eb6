import { expect, type Page } from "@playwright/test";
import { routes } from "@/routes";
import { expectGood } from "./accessible";
import { test } from "./browsers";

/** The same for everybody: made before anyone asks, kept by shared caches. */
const PRERENDERED = [
  routes.home(),
  routes.themes(),
  routes.theme("itn3"),
  routes.theme("itn7"),
  routes.theme("snap2a"),
  routes.blankForm("snap3"),
  routes.blankForm("itn7"),
  routes.calendar(),
  routes.help(),
  routes.accessibility(),
  routes.legalNotice(),
  routes.personalData(),
  routes.cookies(),
  routes.siteMap(),
];

/** Made for one request. */
const DYNAMIC = [
  routes.simulator("itn3"),
  routes.themes("recherche=fibre"),
  routes.signIn(),
  routes.refused("population"),
  routes.signedOut("faite"),
];

/** What the console and the browser's content policy complain of on a page. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** The sources of a directive of the policy. */
function directive(policy: string, name: string): string {
  return policy.split("; ").find((each) => each.startsWith(`${name} `)) ?? "";
}

for (const address of [...PRERENDERED, ...DYNAMIC]) {
  test(`${address} is accessible, fits a phone, names itself and breaks no policy`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    const title = page.getByRole("main").getByRole("heading", { level: 1 });
    await expect(title).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    // From the most precise to the service; the home page is the service itself.
    expect(await page.title()).toMatch(address === routes.home() ? /\S/ : /^\S.+ – \S.+$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expectGood(page);

    // A touch of the menu starts the scripts of the DSFR: they obey the policy too.
    await page.getByRole("button", { name: "Paramètres d’affichage" }).first().click();
    await expect(page.getByRole("dialog", { name: "Paramètres d’affichage" })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test(`${address} sends the headers of its kind`, async ({ request }) => {
    const response = await request.get(address);
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(directive(policy, "default-src")).toBe("default-src 'none'");
    expect(directive(policy, "script-src")).not.toContain("unsafe");
    expect(directive(policy, "script-src")).toMatch(/'(?:sha256|nonce)-/);
    expect(directive(policy, "frame-ancestors")).toContain("'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["strict-transport-security"]).toContain("max-age=");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("set-cookie");
    if (PRERENDERED.includes(address)) {
      expect(headers["cache-control"]).toMatch(/^public, .*s-maxage=\d+/);
      expect(headers.etag).toBeTruthy();
    } else {
      expect(headers["cache-control"]).toMatch(/no-store/);
    }
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("public pages read the same", async ({ page }) => {
    for (const address of [...PRERENDERED, ...DYNAMIC]) {
      await page.goto(address);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      // Every address of the navigation is at hand in the footer, where no menu has to be opened.
      const footer = page.getByRole("contentinfo");
      await expect(footer.getByRole("link", { name: "Thèmes" }).first()).toBeVisible();
    }
  });
});

test("the keyboard meets the skip links first, and they lead to the content", async ({ page }) => {
  await page.goto(routes.help());
  for (const name of ["Contenu", "Menu", "Pied de page"]) {
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name, exact: true }).first();
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
  }
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
});

test("an address nobody has says so, with a way on", async ({ page, request }) => {
  for (const address of ["/rien-de-tel", "/themes/itn9"]) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    await expectGood(page);
  }
  const missing = await request.get("/rien-de-tel");
  expect(missing.headers()["cache-control"]).not.toMatch(/public/);
});

test("the page of an outage answers 503 and says when to come back", async ({ page }) => {
  const response = await page.goto(routes.unavailable(routes.help()));
  expect(response?.status()).toBe(503);
  expect(response?.headers()["retry-after"]).toMatch(/^\d+$/);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expectGood(page);
});

test("text keeps its width when Marianne takes the place of the waiting font", async ({ page }) => {
  await page.goto(routes.theme("itn3"));
  const ratios = await page.evaluate(async () => {
    const text = document.querySelector("main")?.textContent ?? "";
    const context = document.createElement("canvas").getContext("2d");
    const widthIn = async (font: string) => {
      await document.fonts.load(font);
      if (!context) throw new Error("No canvas here");
      context.font = font;
      return context.measureText(text).width;
    };
    const styles = ["400 100px", "500 100px", "700 100px", "italic 400 100px"];
    return Promise.all(
      styles.map(
        async (style) =>
          (await widthIn(`${style} arial`)) / (await widthIn(`${style} Marianne, monospace`)),
      ),
    );
  });
  for (const ratio of ratios) expect(Math.abs(ratio - 1), String(ratios)).toBeLessThan(0.02);
});
