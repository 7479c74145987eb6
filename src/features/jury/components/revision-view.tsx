import { SCORE_WORDS } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { DossierHeader } from "@/ui/dossier-header";
import { EmptyState } from "@/ui/empty-state";
import type { MySheet } from "../queries/my-sheet";
import { ReviseScoreForm } from "./revise-score-form";

/** One score to change after the discussion: what it is, what it becomes, why. */
export function RevisionView({ sheet, criterion }: { sheet: MySheet; criterion: Criterion }) {
  const score = sheet.scores.find((each) => each.criterion === criterion.key);
  return (
    <>
      <DossierHeader {...sheet.header} as="p" />
      <h1 className="fr-h3">Changer ma note après la discussion</h1>
      {score?.value == null ? (
        <EmptyState>Vous n’avez pas noté ce critère.</EmptyState>
      ) : (
        <>
          <p>
            Critère{"\u00A0"}: <strong>{criterion.name}</strong>. Votre note qui compte aujourd’hui
            {"\u00A0"}: {score.value} sur 5, {SCORE_WORDS[score.value].toLowerCase()}.
          </p>
          <p>
            Votre fiche reste telle que vous l’avez remise. La nouvelle note compte à sa place
            {"\u00A0"}; ceux qui lisent les notes verront les deux, et votre raison.
          </p>
          <ReviseScoreForm
            number={sheet.dossier.number}
            criterion={criterion}
            revision={score.changes.length}
          />
        </>
      )}
    </>
  );
}
