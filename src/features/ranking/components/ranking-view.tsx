import { TIE_RULE } from "@/domain/evaluation/ranking";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { Comparison } from "../queries/comparison";
import type { ApartRanking, RankingPage } from "../queries/ranking";
import { linesOf, restOf } from "../ranking-lines";
import { movedSentence } from "../words";
import { ApplyForms } from "./apply-forms";
import { ComparisonView } from "./comparison-view";
import { RankingEffect } from "./ranking-effect";
import { RankingLead } from "./ranking-lead";
import { RankingTable } from "./ranking-table";
import { RankingWorkbench } from "./ranking-workbench";
import { CallFromReserve } from "./reserve-form";
import { Scenarios } from "./scenarios";

interface RankingViewProps {
  page: RankingPage | ApartRanking;
  comparison: Comparison | null;
  /** What the address says: the dossier to come back to, the scenarios to compare. */
  at: string;
  compared: readonly string[];
}

/** The ranking of a call against its money, what is done with it, and its scenarios. */
export function RankingView({ page, comparison, at, compared }: RankingViewProps) {
  if (page.sight === "apart") {
    return (
      <Message severity="info" title="Déport" as="p">
        Ce classement ne vous est pas présenté, en raison d’un lien d’intérêts.
      </Message>
    );
  }
  if (page.rows.length === 0) {
    return (
      <EmptyState>
        Aucun dossier n’est prêt pour une décision. Ils arrivent ici après la clôture de la
        notation, ou dès la recevabilité quand le thème ne note pas.
      </EmptyState>
    );
  }
  const line = linesOf(
    page.rows,
    new Map(page.lines.map((each) => [each.number, each])),
    page.levels,
  );
  if (comparison) return <ComparisonView comparison={comparison} page={page} />;
  const known = page.rows.some(({ dossier }) => dossier === at);
  const told = known
    ? movedSentence({
        before: [],
        after: line.positions,
        moved: at,
        left: restOf(line.tightest),
      })
    : "";
  return (
    <>
      {page.called && page.may.rank && <CallFromReserve page={page} called={page.called} />}
      {page.may.rank ? (
        <RankingWorkbench key={rankingOf(page)} page={page} at={at} told={told} />
      ) : (
        <>
          <RankingLead line={line} levels={page.levels} />
          <RankingTable line={line} choosing={null} />
          <RankingEffect line={line} />
        </>
      )}
      <ReadingNote>{TIE_RULE}</ReadingNote>
      <ApplyForms page={page} line={line} />
      <Scenarios page={page} compared={compared} />
    </>
  );
}

/** One workbench per ranking: what is on its way in one must not show in another. */
const rankingOf = ({ key }: RankingPage) => [key.session, key.round, key.call].join(" ");
