import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { Portal } from "../../scripts/portal/portal";
import { settingsFrom } from "../../scripts/portal/settings";
import { reportFailure } from "../../scripts/runtime/sentence";
import { bareHttp, bareInsert, bareNext } from "./baselines";
import { closingNight } from "./filing-storm";
import { type FirstLoad, firstLoad } from "./first-load";
import { performanceScore } from "./lighthouse";
import { type Measure, measure } from "./measure";
import { printTable } from "./table";
import { uploads } from "./uploads";
import { carrierCookie, completeDrafts, type Draft, fillItn3, ownerCookie } from "./volume";

const FILINGS = 1500;
const DRAFTS = 64;

const settings = settingsFrom({ ...process.env, PORT: "3400", GUICHET_DATA: ".data/bench" });
const at = (path: string) => new URL(path, settings.origin).href;

/** `npm run bench`: one portal, its baselines beside it, one table of ratios. */
async function bench(): Promise<void> {
  const portal = new Portal(settings);
  try {
    await portal.start({ reset: true, development: false });
    Object.assign(process.env, portal.variables);
    await publicPages();
    await backOffice();
    await commands(portal.variables.DATABASE_URL ?? "");
    await uploads(settings.origin);
    await closingNight(portal.variables, settings.port + 5);
    await database().$disconnect();
  } finally {
    await portal.stop();
  }
}

async function publicPages(): Promise<void> {
  const pages = [
    { name: "accueil", url: at(routes.home()) },
    { name: "fiche ITN3", url: at(routes.theme("itn3")) },
  ];
  const sizes = await Promise.all(pages.map(({ url }) => sizeOf(url)));
  const next = await bareNext(sizes, 3411);
  const weights: [string, FirstLoad][] = [];
  for (const [index, page] of pages.entries()) {
    const size = sizes[index] ?? 0;
    const http = await bareHttp(size, 3410);
    const bare = next.url(size);
    const floor = await measure({ name: "node:http nu, même taille", url: http.url });
    const reference = await measure({ name: "page Next nue, même taille", url: bare });
    const rows = [floor, reference, await measure(page)];
    http.stop();
    printTable(`Page publique, ${page.name}, 16 connexions`, rows, reference);
    weights.push([`page Next nue (${page.name})`, await firstLoad(bare)]);
    weights.push([page.name, await firstLoad(page.url)]);
  }
  next.stop();
  printWeights(weights);
  for (const page of pages) console.log(await cacheLine(page));
  for (const page of pages) {
    console.log(
      `${page.name}: Lighthouse mobile, performance ${await performanceScore(page.url)} / 100`,
    );
  }
}

async function sizeOf(url: string): Promise<number> {
  return Buffer.byteLength(await (await fetch(url)).text());
}

function printWeights(weights: readonly [string, FirstLoad][]): void {
  console.log("\nPremier chargement, en kB compressés (gzip)");
  for (const [name, { html, script, style }] of weights) {
    const kilobytes = (value: number) => value.toFixed(1).padStart(7);
    console.log(
      `  ${name.padEnd(34)} HTML ${kilobytes(html)}  JavaScript ${kilobytes(script)}  CSS ${kilobytes(style)}`,
    );
  }
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

async function backOffice(): Promise<void> {
  const { cookie } = await ownerCookie();
  const url = at(routes.instruction("theme=ITN3"));
  const rows: Measure[] = [];
  for (const count of [1_000, 10_000]) {
    await fillItn3(count);
    rows.push(
      await measure({ name: `liste d’instruction, ${count} dossiers`, url, headers: { cookie } }),
    );
  }
  printTable("Liste d’instruction, 16 connexions", rows, rows[0]);
}

async function commands(databaseUrl: string): Promise<void> {
  const { cookie, agentId } = await carrierCookie();
  const headers = {
    cookie,
    "content-type": "application/json",
    origin: settings.origin,
    "sec-fetch-site": "same-origin",
  };
  const insert = await bareInsert(databaseUrl);
  const written = await completeDrafts(agentId, DRAFTS);
  const autosave = await measure({
    name: "enregistrement automatique",
    url: settings.origin,
    headers,
    amount: FILINGS,
    next: savesOf(written),
  });
  const before = await database().filing.count();
  const filings = filingsOf(await completeDrafts(agentId, FILINGS));
  const filing = await measure({
    name: "dépôt",
    url: settings.origin,
    headers,
    amount: FILINGS,
    next: filings,
  });
  printTable("Écritures, 16 connexions", [insert, autosave, filing], insert);
  const filed = (await database().filing.count()) - before;
  console.log(`Dépôts acquittés et enregistrés: ${filed} sur ${FILINGS}`);
}

/** Each request changes one answer of a draft, over the revision the one before left. */
function savesOf(drafts: readonly Draft[]) {
  const revisions = drafts.map(() => 1);
  let turn = 0;
  return () => {
    const index = turn % drafts.length;
    turn += 1;
    const baseRevision = revisions[index] ?? 1;
    revisions[index] = baseRevision + 1;
    return {
      method: "PUT" as const,
      path: routes.saveAnswers(drafts[index]?.number ?? ""),
      body: JSON.stringify({
        answers: [{ field: "summary", value: `Résumé, version ${turn}.`, baseRevision }],
      }),
    };
  };
}

/** Each request files another dossier, once. */
function filingsOf(drafts: readonly Draft[]) {
  let turn = 0;
  return () => {
    const draft = drafts[turn];
    turn += 1;
    return {
      method: "POST" as const,
      path: routes.file(),
      body: JSON.stringify({
        key: randomUUID(),
        number: draft?.number,
        content: draft?.content,
        reread: "oui",
      }),
    };
  };
}

await bench().catch(reportFailure);
process.exit();
