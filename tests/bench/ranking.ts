import { THEMES } from "@/domain/themes/index";
import { moveRow } from "@/features/ranking/commands/move-row";
import { type RankingPage, readRanking } from "@/features/ranking/queries/ranking";
import { linesOf } from "@/features/ranking/ranking-lines";
import { scoredDossiers } from "../fixtures/ranked-call";
import { aCall, anActor, anOrganisation } from "../fixtures/world";
import { printTable, type Row } from "./table";

const DOSSIERS = 300;
const JURORS = 12;
const ROUNDS = 30;

/** The ranking of a large call: the waterline computed in the browser at each move, a move kept, the page read whole. */
export async function ranking(): Promise<void> {
  const owner = await anActor(await anOrganisation(), { role: "theme-owner", theme: "ITN3" });
  const call = await aCall("ITN3");
  await scoredDossiers(call, { dossiers: DOSSIERS, jurors: JURORS, by: owner });
  const scope = { callId: call.id, roundId: null };
  const page = (await readRanking(owner, scope)) as RankingPage;
  const facts = new Map(page.lines.map((line) => [line.number, line]));
  const numbers = page.rows.map(({ dossier }) => dossier);
  let revision = 0;
  const rows: Row[] = [
    row("ligne d’eau recalculée", await times(() => linesOf(page.rows, facts, page.levels)), 20),
    row(
      "déplacement enregistré",
      await times(async (round) => {
        const moved = await moveRow(owner, {
          ...{ call: call.id, round: "", session: "", amount: "", place: "" as const },
          ...{
            act: "apply",
            dossier: numbers[round] ?? "",
            rank: String(DOSSIERS - round),
            revision,
          },
        });
        revision = moved.revision;
      }),
      500,
    ),
    row("classement lu en entier", await times(() => readRanking(owner, scope)), 500),
  ];
  const criteria = THEMES.ITN3.criteria.length;
  printTable(
    `Classement de ${DOSSIERS} dossiers, ${JURORS} jurés, ${criteria} critères`,
    ["p50 ms", "p95 ms"],
    rows,
  );
}

/** Milliseconds of each round, in order. */
async function times(work: (round: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work(round);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

function row(name: string, taken: readonly number[], atMost: number): Row {
  const p50 = taken[Math.floor(taken.length / 2)] ?? Number.NaN;
  const p95 = taken[Math.floor(taken.length * 0.95)] ?? Number.NaN;
  return {
    name,
    cells: [p50.toFixed(1), p95.toFixed(1)],
    aimed: { figure: p95, aim: { atMost } },
  };
}
