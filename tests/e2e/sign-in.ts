import type { Browser, BrowserContext, Page } from "@playwright/test";
import { routes } from "@/routes";
import { personas } from "../../prisma/demonstration/personas";

/** Signs in as a person of the demonstration, by the sign-in page and the provider's page of personas. */
export async function signIn(page: Page, key: string, returnTo?: string): Promise<void> {
  const persona = personas.find((each) => each.key === key);
  if (!persona) throw new Error(`No persona is called ${key}`);
  const { given_name, usual_name } = persona.claims;
  await page.goto(routes.signIn(returnTo));
  await page
    .getByRole("main")
    .getByRole("link", { name: /ProConnect/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: `Continuer en tant que ${given_name} ${usual_name}` })
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith("/api/"));
}

/** A browser of one's own, signed in as a person of the demonstration. */
export async function asPersona(
  browser: Browser,
  key: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, key);
  return { page, context };
}
