import { routes } from "@/routes";
import { type DecisionLetterData, OUTCOME_WORDS } from "@/server/pdf/decision-letter";
import { AppLink } from "@/ui/app-link";
import { DecisionLetter as Letter } from "@/ui/decision-letter";

/** The letter of a notified decision, and its PDF: the same words. */
export function DecisionLetter({ letter }: { letter: DecisionLetterData }) {
  const { service, outcome, ...content } = letter;
  return (
    <>
      <p>
        <a className="fr-link fr-link--download" href={routes.letterFile(letter.number)} download>
          Télécharger la lettre
          <span className="fr-link__detail">PDF</span>
        </a>
      </p>
      <p>
        <AppLink href={routes.appeal(letter.number)}>Contester cette décision</AppLink>
      </p>
      <Letter {...content} words={OUTCOME_WORDS[outcome]} contactEmail={service.contact} />
    </>
  );
}
