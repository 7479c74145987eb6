import type { Actor } from "@/domain/rights/actor";
import type { RankingScope } from "@/server/ranking";
import { orUnavailable } from "@/server/unavailable";
import { readComparison } from "../queries/comparison";
import { readRanking } from "../queries/ranking";
import { RankingView } from "./ranking-view";

/** The search parameters of a page that shows a ranking. */
export interface RankingQuery {
  dossier?: string | string[];
  comparer?: string | string[];
}

/** The ranking of a scope as its page is asked for: the row to come back to, or scenarios to compare. */
export async function RankingOf(props: {
  actor: Actor;
  scope: RankingScope;
  /** The sitting the page belongs to; empty among the decisions. */
  session: string;
  query: RankingQuery;
}) {
  const { actor, scope, session, query } = props;
  const compared = [query.comparer ?? []].flat();
  const page = await orUnavailable(() => readRanking(actor, scope, session));
  const comparison =
    compared.length > 0 ? await orUnavailable(() => readComparison(actor, scope, compared)) : null;
  return (
    <RankingView
      page={page}
      comparison={comparison}
      compared={compared}
      at={[query.dossier ?? ""].flat()[0] ?? ""}
    />
  );
}
