import { randomUUID } from "node:crypto";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { Portal } from "../../scripts/portal/portal";
import { settingsFrom } from "../../scripts/portal/settings";
import { bareHttp, bareInsert, bareNext } from "./baselines";
import { type FirstLoad, firstLoad } from "./first-load";
import { performanceScore } from "./lighthouse";
import { type Measure, measure } from "./measure";
import { printTable } from "./table";
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
  } finally {
    await database()
      .$disconnect()
      .catch(() => {});
    await portal.stop();
  }
}

async function publicPages(): Promise<void> {
  const pages = [
    { name: "accueil", url: at(routes.home()) },
    { name: "fiche ITN3", url: at(routes.theme("itn3")) },
  ];
  const size = Buffer.byteLength(await (await fetch(at(routes.home()))).text());
  const http = await bareHttp(size, 3410);
  const next = await bareNext(size, 3411);
  const bareWeight = await firstLoad(next.url);
  const reference = await measure({ name: "page Next nue, même taille", url: next.url });
  const rows: Measure[] = [
    await measure({ name: "node:http nu, même taille", url: http.url }),
    reference,
  ];
  const weights: [string, FirstLoad][] = [["page Next nue", bareWeight]];
  for (const page of pages) {
    rows.push(await measure(page));
    weights.push([page.name, await firstLoad(page.url)]);
  }
  http.stop();
  next.stop();
  printTable("Pages publiques, 16 connexions", rows, reference);
  printWeights(weights);
  for (const page of pages) console.log(await cacheLine(page));
  for (const page of pages) {
    console.log(
      `${page.name}: Lighthouse mobile, performance ${await performanceScore(page.url)} / 100`,
    );
  }
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
  const { headers } = await fetch(url);
  const etag = headers.get("etag") ?? "";
  const again = await fetch(url, { headers: { "if-none-match": etag } });
  const cookie = headers.get("set-cookie") ? "avec cookie" : "sans cookie";
  return `${name}: ${headers.get("cache-control")}, ${cookie}, ETag relu: ${again.status}`;
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

await bench();
process.exit();
