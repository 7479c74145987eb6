import { randomUUID } from "node:crypto";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import { bareInserts } from "./baselines";
import { measure } from "./measure";
import { printMeasures } from "./table";
import { carrierCookie, completeDrafts, type Draft } from "./volume";

const FILINGS = 1500;
/** Many more than connections: no save overtakes the one before on its draft. */
const DRAFTS = 400;
/** The first ones open connections and compile: they are not measured. */
const WARM_UP = 200;

/** Autosave and filing beside a bare insert of one row, and beside a bare route of Next that makes it. */
export async function writes(origin: string, databaseUrl: string, freePort: number): Promise<void> {
  const { cookie, agentId } = await carrierCookie();
  const headers = {
    cookie,
    "content-type": "application/json",
    origin,
    "sec-fetch-site": "same-origin",
  };
  const load = (name: string, amount: number, next: ReturnType<typeof savesOf>) =>
    measure({ name, url: origin, headers, amount, next });
  const bare = await bareInserts(databaseUrl, freePort);
  const save = savesOf(await completeDrafts(agentId, DRAFTS));
  await load("mise en route", WARM_UP, save);
  const autosave = await load("enregistrement automatique", FILINGS, save);
  const before = await database().filing.count();
  const file = filingsOf(await completeDrafts(agentId, WARM_UP + FILINGS));
  await load("mise en route", WARM_UP, file);
  const filing = await load("dépôt", FILINGS, file);
  const aim = { of: "perSecond" as const, atLeast: 0.1 };
  printMeasures("Écritures, 16 connexions", [...bare, autosave, { ...filing, aim }]);
  const filed = (await database().filing.count()) - before;
  console.log(`  Dépôts acquittés et enregistrés: ${filed} sur ${WARM_UP + FILINGS}`);
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
      method: "PUT" as "PUT" | "POST",
      path: routes.saveAnswers(drafts[index]?.number ?? ""),
      body: JSON.stringify({
        answers: [{ field: "summary", value: `Résumé, version ${turn}.`, baseRevision }],
      }),
    };
  };
}

/** Each request files another dossier, once. */
function filingsOf(drafts: readonly Draft[]): ReturnType<typeof savesOf> {
  let turn = 0;
  return () => {
    const draft = drafts[turn];
    turn += 1;
    return {
      method: "POST",
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
