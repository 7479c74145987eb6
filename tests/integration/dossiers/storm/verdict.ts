import { dossierChain, readChain } from "@/server/audit";
import { database } from "@/server/database/client";
import type { Told } from "./clients";
import type { Storm } from "./storm";

/** Everything wrong with a storm, in sentences; nothing when no filing is lost, doubled or late. */
export async function verdict({ early, late }: Storm): Promise<string[]> {
  const wrong: string[] = [];
  for (const told of [...early, ...late]) {
    for (const fault of await faultsOf(told)) wrong.push(`${told.carrier.number}: ${fault}`);
  }
  for (const { carrier, refusal } of early) {
    if (refusal !== null && refusal !== "too-late")
      wrong.push(`${carrier.number}: told ${refusal}`);
  }
  for (const { carrier, refusal } of late) {
    if (refusal !== "too-late") wrong.push(`${carrier.number}: late, and told ${refusal}`);
  }
  return wrong;
}

async function faultsOf({ carrier, receipts, refusal }: Told): Promise<string[]> {
  const faults: string[] = [];
  const dossier = await database().dossier.findUniqueOrThrow({
    where: { id: carrier.dossierId },
    include: { filings: true, call: true, answers: true, lines: true },
  });
  const { filings, call } = dossier;
  const [filing] = filings;
  if (filings.length > 1) faults.push(`filed ${filings.length} times`);
  if (new Set(receipts.map((receipt) => JSON.stringify(receipt))).size > 1) {
    faults.push("one key, two receipts");
  }
  const [receipt] = receipts;
  if (receipt && !filing) faults.push("acknowledged and lost");
  if (filing && !receipt) faults.push(`filed, and its carrier told ${refusal ?? "nothing"}`);
  if (receipt && filing) {
    const kept = [dossier.number, filing.filedAt.toISOString(), filing.fingerprint];
    const said = [receipt.number, receipt.filedAt, receipt.fingerprint];
    if (kept.join() !== said.join()) faults.push("the receipt is not that of the filing");
    if (filing.idempotencyKey !== carrier.key) faults.push("filed under another key");
    if (call.closesAt && filing.filedAt > call.closesAt) faults.push("filed after the closing");
  }
  const expected = filing ? "filed" : "draft";
  if (dossier.status !== expected) faults.push(`${dossier.status} instead of ${expected}`);
  if (!filing && (dossier.filedAt || dossier.total !== null || dossier.version !== 0)) {
    faults.push("a refused filing left a trace on its draft");
  }
  if (dossier.answers.length === 0 || dossier.lines.length === 0) faults.push("answers lost");

  const notices = await database().notification.count({ where: { dossierId: dossier.id } });
  if (notices !== filings.length) faults.push(`${notices} acknowledgements by mail`);
  const { lines, brokenAt } = await readChain(dossierChain(dossier.id));
  if (brokenAt !== null) faults.push("its audit chain is broken");
  if (lines.filter(({ action }) => action === "file").length !== filings.length) {
    faults.push("its audit chain does not tell its filing once");
  }
  return faults;
}
