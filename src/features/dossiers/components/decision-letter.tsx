import { formatDate, formatInstant } from "@/domain/calendar";
import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { type DecisionLetterData, OUTCOME_WORDS } from "@/server/pdf/decision-letter";
import { DefinitionList } from "@/ui/definition-list";

/** The letter of a notified decision: the same words as its PDF. */
export function DecisionLetter({ letter }: { letter: DecisionLetterData }) {
  const { number, outcome, amount, computed, authority, service, nextDates } = letter;
  const words = OUTCOME_WORDS[outcome];
  return (
    <>
      <h2>{words.object}</h2>
      <p className="fr-text--lead">
        {words.sentence}
        {amount !== null && (
          <>
            {" "}
            Subvention accordée{"\u00A0"}: <strong>{formatEuros(amount)}</strong>.
          </>
        )}
      </p>
      <p>
        <a className="fr-link fr-link--download" href={routes.letterFile(number)} download>
          Télécharger la lettre
          <span className="fr-link__detail">PDF</span>
        </a>
      </p>
      <DefinitionList
        items={[
          { term: "Autorité", details: authority },
          { term: "Dossier", details: `${number}, ${letter.title}` },
          { term: "Thème", details: `${letter.theme.code}, ${letter.theme.title}` },
          { term: "Porteur", details: letter.carrierName },
          { term: "Déposé le", details: formatInstant(letter.filedAt) },
          { term: "Décidé le", details: formatDate(letter.decidedAt) },
          { term: "Notifié le", details: formatInstant(letter.notifiedAt) },
          { term: "Coût total déposé", details: computed && formatEuros(computed.total) },
          { term: "Subvention calculée", details: computed && formatEuros(computed.grant) },
        ]}
      />
      <h3>Les raisons de la décision</h3>
      <p className="guichet-written">{letter.motive}</p>
      {nextDates.length > 0 && (
        <>
          <h3>Ce qui se passe ensuite</h3>
          <ul>
            {nextDates.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <h3>Si vous contestez cette décision</h3>
      <p>
        Vous disposez de deux mois à compter de la réception de cette lettre pour former{"\u00A0"}:
      </p>
      <ul>
        <li>
          un recours gracieux, adressé à l’autorité qui décide ({authority}), par courriel à{" "}
          <a href={`mailto:${service.contact}`}>{service.contact}</a>,
        </li>
        <li>un recours contentieux, devant le tribunal administratif compétent.</li>
      </ul>
      <p>
        Un recours gracieux formé dans ces deux mois interrompt le délai du recours contentieux.
        Sans réponse pendant deux mois, il est rejeté. À compter de la réponse ou du rejet, vous
        disposez à nouveau de deux mois pour saisir le tribunal.
      </p>
    </>
  );
}
