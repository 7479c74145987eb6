import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { routes } from "@/routes";
import { bareHttp, bareNext } from "./baselines";
import { type LoadedPage, weights } from "./first-load";
import { lighthouseScores } from "./lighthouse";
import { compareAddresses } from "./measure";
import { signedInPages } from "./signed-in-pages";
import { printMeasures } from "./table";

/**
 * The home and a theme's page beside bare answers of their size, what a shared cache may do with them, what pages weigh,
 * and what Lighthouse says.
 */
export async function publicPages(origin: string, freePort: number): Promise<void> {
  const at = (path: string) => new URL(path, origin).href;
  const measured = [
    { name: "accueil", url: at(routes.home()) },
    { name: "fiche ITN3", url: at(routes.theme("itn3")) },
  ];
  const sizes = await Promise.all(measured.map(({ url }) => sizeOf(url)));
  const next = await bareNext(sizes, freePort);
  const references: LoadedPage[] = measured.map(({ name }, index) => ({
    name: `page Next nue, taille de ${name}`,
    url: next.url(sizes[index] ?? 0),
    reference: true,
  }));
  try {
    for (const [index, page] of measured.entries()) {
      const http = await bareHttp(sizes[index] ?? 0, freePort + 1);
      const [reference, own, bare] = await compareAddresses([
        references[index] ?? page,
        page,
        { name: "node:http nu, même taille", url: http.url },
      ]);
      await http.stop();
      if (!reference || !own || !bare) continue;
      printMeasures(`Page publique, ${page.name}, 16 connexions`, [
        reference,
        { ...own, aim: { of: "perSecond", atLeast: 1 } },
        bare,
      ]);
    }
    console.log("\nCe qu’un cache partagé peut garder");
    for (const page of measured) console.log(`  ${await cacheLine(page)}`);
    const others = [
      { name: "liste des thèmes", url: at(routes.themes()) },
      { name: "trouver mon thème", url: at(routes.finder()) },
      { name: "calendrier", url: at(routes.calendar()) },
      { name: "formulaire vierge SNAP4", url: at(routes.blankForm("snap4")) },
      { name: "connexion", url: at(routes.signIn()) },
    ];
    const [reference] = references;
    await weights([
      ...(reference ? [reference] : []),
      ...measured,
      ...others,
      ...(await signedInPages(origin)),
    ]);
    await lighthouseScores([...references, ...measured]);
  } finally {
    await next.stop();
  }
}

async function sizeOf(url: string): Promise<number> {
  return Buffer.byteLength(await (await fetch(url)).text());
}

async function cacheLine({ name, url }: { name: string; url: string }): Promise<string> {
  const { headers } = await head(url);
  const cookie = headers["set-cookie"] ? "avec cookie" : "sans cookie";
  const again = await head(url, { "if-none-match": headers.etag ?? "" });
  return `${name}: ${headers["cache-control"]}, ${cookie}, ETag relu: ${again.statusCode}`;
}

/** What a proxy asks: `fetch` would add « no-cache » to a conditional request. */
async function head(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const [response] = await once(get(url, { headers }), "response");
  return response.resume();
}
