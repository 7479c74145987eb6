import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { routes } from "@/routes";
import { ACCESS } from "../fixtures/access-matrix";
import { VISITS } from "../fixtures/access-visits";
import { DOSSIERS } from "../fixtures/demonstration-dossiers";
import { requestsOf } from "./sign-in";

/** Addresses that hold the key of a row, found in the pages of those who may read them. */

const PAGE = { headers: { accept: "text/html" }, maxRedirects: 0 };
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** The first address of a shape that a page holds. */
async function linkIn(context: APIRequestContext, page: string, shape: RegExp): Promise<string> {
  const text = await (await context.get(page, PAGE)).text();
  const found = shape.exec(text)?.[0];
  expect(found, `${page} holds ${shape}`).toBeTruthy();
  return found ?? "";
}

/** Opened by one, not found by the others. */
async function expectKept(
  baseURL: string | undefined,
  owner: APIRequestContext,
  addresses: readonly string[],
  strangers: readonly string[],
): Promise<void> {
  for (const address of addresses) {
    expect((await owner.get(address, PAGE)).status(), address).toBe(200);
  }
  for (const person of strangers) {
    const context = await requestsOf(request, person, baseURL);
    for (const address of addresses) {
      expect((await context.get(address, PAGE)).status(), `${address} as ${person}`).toBe(404);
    }
    await context.dispose();
  }
}

test("the sessions of a jury and the recusal of a juror are read by their room only", async ({
  baseURL,
}) => {
  const { number } = DOSSIERS.underReview;
  const secretary = await requestsOf(request, "secretaire", baseURL);
  const dossier = await linkIn(
    secretary,
    routes.jurors(number),
    new RegExp(`${routes.jurors(number)}/${UUID}`),
  );
  await expectKept(
    baseURL,
    secretary,
    [dossier],
    ["porteuse-centrale", "jure-en-conflit", "auditrice"],
  );
  const session = await linkIn(
    secretary,
    routes.sessions(),
    new RegExp(`${routes.sessions()}/${UUID}`),
  );
  await expectKept(
    baseURL,
    secretary,
    [session],
    ["porteur-deconcentre", "dnum-interieur", "administrateur", "porteur-de-theme-ditp"],
  );
  await secretary.dispose();
});

test("an agent of an unknown organisation waits in one page; the administrator alone reads of it", async ({
  baseURL,
}) => {
  const unknown = await requestsOf(request, "organisation-inconnue", baseURL);
  for (const { line, address } of VISITS.filter(({ line }) => ACCESS[line] !== "public")) {
    const answer = await unknown.get(address, PAGE);
    if (line.startsWith("/api/")) {
      expect(answer.status(), address).toBe(404);
    } else {
      expect(answer.headers().location, address).toBe(routes.unknownOrganisation());
    }
  }
  await unknown.dispose();

  const administrator = await requestsOf(request, "administrateur", baseURL);
  const organisation = await linkIn(
    administrator,
    routes.administrationOrganisations(),
    /\/administration\/organisations\/\d{14}/,
  );
  const agent = await linkIn(
    administrator,
    routes.administrationRoles(),
    new RegExp(`${routes.administrationRoles()}/${UUID}`),
  );
  const id = agent.split("/").at(-1) ?? "";
  await expectKept(
    baseURL,
    administrator,
    [organisation, agent, routes.administrationGrant(id), routes.administrationAccount(id)],
    ["auditrice", "instructrice", "porteuse-centrale"],
  );
  await administrator.dispose();
});
