import { routes } from "@/routes";
import { EmptyState } from "@/ui/empty-state";
import { ScoresView } from "@/ui/scores-view";
import type { DossierScores } from "../queries/scores";

/** The scores of a dossier, or why there is nothing to read yet. */
export function JuryScoresView(props: DossierScores & { slug: string }) {
  const { criteria, sheets, aggregate, slug } = props;
  if (!aggregate) {
    return (
      <EmptyState>
        Les notes se lisent après la clôture de la notation. D’ici là, personne ne voit les fiches
        d’un autre, ni leur nombre, ni leur moyenne.
      </EmptyState>
    );
  }
  return (
    <ScoresView
      criteria={criteria}
      sheets={sheets}
      aggregate={aggregate}
      rulesHref={routes.scoringRules(slug)}
    />
  );
}
