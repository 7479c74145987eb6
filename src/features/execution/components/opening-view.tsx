import { appealUntil } from "@/domain/evaluation/appeal";
import type { Cents } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { StartForm } from "./start-form";

/** What stands between an award and its follow-up, for those who examined the dossier. */
export function OpeningView(props: {
  number: string;
  /** The award in force, once notified; null without any. */
  award: { grant: Cents; notifiedAt: Date } | null;
  /** Why it cannot be opened, in French. */
  obstacle: string | null;
  mayOpen: boolean;
  now: Date;
}) {
  const { number, award, obstacle, mayOpen, now } = props;
  if (!award) {
    return (
      <EmptyState>
        Aucune subvention n’est accordée et notifiée{"\u00A0"}: il n’y a pas de projet à suivre.
      </EmptyState>
    );
  }
  const until = appealUntil(award.notifiedAt);
  return (
    <>
      <p className="fr-text--lead">
        <Amount cents={award.grant} /> accordés. L’ouverture du suivi fige le dossier déposé
        {"\u00A0"}: plan, phases, jalons et indicateurs deviennent la référence du projet.
      </p>
      {obstacle ? (
        <Message severity="info" title="Information : le suivi ne peut pas encore s’ouvrir">
          <p>{obstacle}</p>
        </Message>
      ) : mayOpen ? (
        <>
          {now <= until && (
            <Message severity="warning" title="Attention : le délai de recours court encore">
              <p>
                Le porteur peut contester sa décision jusqu’au <InstantTime instant={until} />. Une
                fois le suivi ouvert, il ne le peut plus sur le portail.
              </p>
            </Message>
          )}
          <StartForm number={number} />
        </>
      ) : (
        <p>Le suivi est ouvert par le porteur du thème ou un instructeur.</p>
      )}
    </>
  );
}
