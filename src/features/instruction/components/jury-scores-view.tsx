import type { Aggregate } from "@/domain/evaluation/aggregation";
import type { Criterion } from "@/domain/themes/types";
import { EmptyState } from "@/ui/empty-state";
import { ScoresView } from "@/ui/scores-view";
import type { ReadSheet } from "../queries/scores";

/** The scores of a dossier, or why there is nothing to read yet. */
export function JuryScoresView(props: {
  criteria: readonly Criterion[];
  sheets: readonly ReadSheet[];
  aggregate: Aggregate | null;
}) {
  if (!props.aggregate) {
    return (
      <EmptyState>
        Les notes se lisent après la clôture de la notation. D’ici là, personne ne voit les fiches
        d’un autre, ni leur nombre, ni leur moyenne.
      </EmptyState>
    );
  }
  return <ScoresView criteria={props.criteria} sheets={props.sheets} aggregate={props.aggregate} />;
}
