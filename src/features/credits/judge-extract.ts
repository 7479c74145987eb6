import type { Day } from "@/domain/calendar";
import { type ExtractFact, type LineOutcome, readExtractLine } from "@/domain/credits/extract";
import { type AccountSums, accountLack, applied } from "@/domain/credits/ledger";
import type { Actor } from "@/domain/rights/actor";
import { accountSums, PAYING_DECISION } from "@/server/credits";
import type { Transaction } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import type { RawLine } from "./extract-file";

/** A fact with the rows it is of. */
export interface PlacedFact extends ExtractFact {
  unitId: string;
  dossierId: string;
}

/** What becomes of a line; `fact` where it reads and its unit and its dossier are known. */
export interface JudgedLine {
  position: number;
  fact: PlacedFact | null;
  /** What names the fact, where it reads; empty otherwise. */
  key: string;
  content: RawLine["cells"];
  outcome: LineOutcome;
  reason: string;
}

const accountKey = (dossierId: string, unitId: string) => `${dossierId} ${unitId}`;

/** What an extract counted already of a fact: enough to tell it from another under the same key. */
interface Counted {
  dossierId: string | null;
  ae: bigint;
  cp: bigint;
}

/**
 * Judges the lines of an extract in their order, each after those before it: read, placed, known, borne by its account.
 * Memory holds the accounts and the keys met, never the lines. Only facts of the BOP's own units and of dossiers in the
 * actor's sight are taken; any other unit or dossier is told as unknown.
 */
export class ExtractJudge {
  private units: ReadonlyMap<string, string> | null = null;
  private readonly accounts = new Map<string, AccountSums | null>();
  private readonly met = new Map<string, { position: number } & Counted>();

  constructor(
    private readonly tx: Transaction,
    private readonly actor: Actor,
    private readonly bop: string,
    private readonly today: Day,
  ) {}

  /** The next lines of the file, judged. */
  async lines(raw: readonly RawLine[]): Promise<JudgedLine[]> {
    const read = raw.map(({ cells, misshapen }) =>
      misshapen === null ? readExtractLine(cells, this.today) : { reason: misshapen },
    );
    const facts = read.flatMap((each) => ("fact" in each ? [each.fact] : []));
    const dossiers = await this.dossiersOf(facts);
    const units = await this.unitCodes();
    const placed = raw.map((line, index): JudgedLine => {
      const result = read[index];
      const base = { position: line.position, content: line.cells, fact: null, key: "" };
      if (!result || "reason" in result) {
        return { ...base, outcome: "refused", reason: result?.reason ?? "" };
      }
      const { fact } = result;
      const unitId = units.get(fact.unit);
      const dossierId = dossiers.get(fact.number);
      const reason = !unitId
        ? `Aucune unité de ce BOP n’a le code ${fact.unit}.`
        : !dossierId
          ? `Aucun dossier accordé de votre BOP n’a le numéro ${fact.number}.`
          : "";
      return unitId && dossierId
        ? { ...base, key: fact.key, fact: { ...fact, unitId, dossierId }, outcome: "taken", reason }
        : { ...base, key: fact.key, outcome: "refused", reason };
    });
    return this.placed(placed);
  }

  /** Lines already read and placed, judged on the accounts and the known facts of now. */
  async placed(lines: readonly JudgedLine[]): Promise<JudgedLine[]> {
    const facts = lines.flatMap(({ fact }) => (fact ? [fact] : []));
    const known = await this.knownOf(facts);
    await this.loadAccounts(facts);
    return lines.map((line) => (line.fact ? this.judged(line, line.fact, known) : line));
  }

  private judged(
    line: JudgedLine,
    fact: PlacedFact,
    known: ReadonlyMap<string, Counted>,
  ): JudgedLine {
    const counted = known.get(fact.key);
    if (counted) return { ...line, ...compared(fact, counted, "dans un extrait déjà enregistré") };
    const met = this.met.get(fact.key);
    if (met) return { ...line, ...compared(fact, met, `à la ligne ${met.position}`) };
    const key = accountKey(fact.dossierId, fact.unitId);
    const account = this.accounts.get(key);
    const name = `Dossier ${fact.number}`;
    if (!account) {
      const reason = `${name}\u00A0: il n’a reçu aucun crédit de l’unité ${fact.unit}. La DNUM doit d’abord les lui déléguer.`;
      return { ...line, outcome: "refused", reason };
    }
    const lack = accountLack(name, account, fact);
    if (lack) return { ...line, outcome: "refused", reason: lack.message };
    this.accounts.set(key, applied(account, fact));
    const { dossierId, ae, cp } = fact;
    const { position } = line;
    this.met.set(fact.key, { position, dossierId, ae: BigInt(ae), cp: BigInt(cp) });
    return { ...line, outcome: "taken", reason: "" };
  }

  private async unitCodes(): Promise<ReadonlyMap<string, string>> {
    if (this.units) return this.units;
    const rows = await this.tx.operatingUnit.findMany({
      where: { bop: this.bop },
      select: { id: true, code: true },
    });
    this.units = new Map(rows.map(({ id, code }) => [code, id]));
    return this.units;
  }

  private async dossiersOf(facts: readonly ExtractFact[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.dossier.findMany({
      where: {
        AND: [
          { number: { in: [...new Set(facts.map(({ number }) => number))] } },
          visibleDossiers(this.actor, "credits"),
          { decisions: { some: PAYING_DECISION } },
        ],
      },
      select: { id: true, number: true },
    });
    return new Map(rows.map(({ id, number }) => [number, id]));
  }

  private async knownOf(facts: readonly PlacedFact[]): Promise<ReadonlyMap<string, Counted>> {
    const keys = facts.map(({ key }) => key);
    const lines = await this.tx.$queryRaw<(Counted & { key: string })[]>`
      SELECT line.key, movement.dossier_id AS "dossierId", movement.ae, movement.cp
      FROM accounting_line line JOIN credit_movement movement ON movement.id = line.movement_id
      WHERE line.outcome = 'taken' AND line.key = ANY (${keys}::text[])`;
    return new Map(lines.map(({ key, ...counted }) => [key, counted]));
  }

  /** The accounts met for the first time; null for a dossier that has none in the unit. */
  private async loadAccounts(facts: readonly PlacedFact[]): Promise<void> {
    const missing = new Map(
      facts
        .map(({ dossierId, unitId }) => ({ dossierId, unitId }))
        .map((each) => [accountKey(each.dossierId, each.unitId), each] as const)
        .filter(([key]) => !this.accounts.has(key)),
    );
    if (missing.size === 0) return;
    const rows = await this.tx.creditAccount.findMany({ where: { OR: [...missing.values()] } });
    for (const key of missing.keys()) this.accounts.set(key, null);
    for (const row of rows)
      this.accounts.set(accountKey(row.dossierId, row.unitId), accountSums(row));
  }
}

/** The same fact again is known; another under its key is an error of the accounting. */
function compared(
  fact: PlacedFact,
  counted: Counted,
  where: string,
): { outcome: LineOutcome; reason: string } {
  const same =
    counted.dossierId === fact.dossierId &&
    counted.ae === BigInt(fact.ae) &&
    counted.cp === BigInt(fact.cp);
  return same
    ? { outcome: "known", reason: `Déjà comptée ${where}.` }
    : {
        outcome: "refused",
        reason: `Cette pièce et ce poste sont déjà ${where}, avec un autre montant ou un autre dossier. Une correction est un nouveau poste.`,
      };
}
