import { z } from "zod";
import { UNRANKED } from "@/domain/dossier/ministry-rank";
import { dossierNumber } from "@/domain/dossier/number";
import { typedRank } from "@/domain/dossier/typed-rank";
import type { TypedValues } from "@/domain/form-state";
import { formerRankField, rankField } from "./rank-fields";

/** What enters the portfolio, one schema per command. */

/** Dossiers of one form: those of a page. */
const MOST_RANKED = 100;

const formerRank = z.coerce.number().int().min(1).max(UNRANKED);

/** The dossiers of a posted form of the order. */
function rankedIn(names: Iterable<string>): string[] {
  return [...names].flatMap((name) => {
    const number = name.startsWith("rang-") ? name.slice("rang-".length) : "";
    return dossierNumber.safeParse(number).success ? [number] : [];
  });
}

/** One page of the ministry's order: its fields are those of the dossiers it shows. */
export function orderSchema(values: TypedValues) {
  const fields = rankedIn(Object.keys(values))
    .slice(0, MOST_RANKED)
    .flatMap((number): [string, z.ZodType<number>][] => [
      [rankField(number), typedRank],
      [formerRankField(number), formerRank],
    ]);
  return z.object(Object.fromEntries(fields));
}

/** Ranks typed, with those they were typed over. */
export type OrderInput = Readonly<Record<string, number>>;

/** What changes of an order: the dossiers whose rank typed is not the one that was read. */
export function changesOf(input: OrderInput): { number: string; from: number; to: number }[] {
  return rankedIn(Object.keys(input)).flatMap((number) => {
    const [from, to] = [input[formerRankField(number)], input[rankField(number)]];
    return from === undefined || to === undefined || from === to ? [] : [{ number, from, to }];
  });
}
