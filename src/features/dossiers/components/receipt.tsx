import { formatDay, formatInstant } from "@/domain/calendar";
import { filedRoundSentence } from "@/domain/dossier/deadlines";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { nextDates } from "@/domain/dossier/next-dates";
import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import type { FiledDossier } from "../queries/filed-dossier";

export interface ReceiptProps {
  filed: FiledDossier;
}

/** The lasting proof of a filing. */
export function Receipt({ filed }: ReceiptProps) {
  const { number, amounts, theme, filings } = filed;
  const words = FILING_WORDS[filed.act];
  const others = filings.filter(({ version }) => version !== filed.version);
  return (
    <>
      <Message severity="success" title={`Succès : ${lowerFirst(words.done(number))}`}>
        <p>Reçu le {formatInstant(filed.filedAt)}.</p>
      </Message>
      <p>
        <a
          className="fr-link fr-link--download"
          href={routes.receiptFile(number, filed.version)}
          download
        >
          Télécharger le récépissé
          <span className="fr-link__detail">PDF</span>
        </a>
      </p>
      <h2 className="fr-h4">Le dépôt</h2>
      <DefinitionList
        items={[
          { term: "Numéro", details: number },
          { term: "Projet", details: filed.title },
          { term: "Thème", details: `${theme.code}, ${theme.title}` },
          { term: "Ouverture", details: filed.callLabel },
          { term: "Porteur", details: filed.carrierName },
          { term: "Déposé par", details: filed.filedBy },
          { term: "Reçu le", details: formatInstant(filed.filedAt) },
          { term: "Fichiers joints", details: filed.files === 0 ? "Aucun" : filed.files },
          {
            term: "Empreinte du contenu (SHA-256)",
            details: <code className="guichet-fingerprint">{filed.fingerprint}</code>,
          },
        ]}
      />
      <h2 className="fr-h4">Les montants déposés</h2>
      <DefinitionList
        items={[
          { term: "Coût total", details: formatEuros(amounts.total) },
          { term: "Base de calcul", details: formatEuros(amounts.base) },
          { term: "Subvention calculée", details: formatEuros(amounts.grant) },
          { term: "Subvention demandée", details: formatEuros(amounts.requested) },
        ]}
      />
      {others.length > 0 && (
        <>
          <h2 className="fr-h4">Les autres récépissés de ce dossier</h2>
          <ul>
            {others.map(({ version, act, filedAt }) => (
              <li key={version}>
                <AppLink href={routes.receipt(number, version)}>
                  {FILING_WORDS[act].called}, reçu le {formatInstant(filedAt)}
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="fr-h4">Ce qui se passe ensuite</h2>
      {filed.round && <p>{filedRoundSentence(filed.filedAt, filed.round.month)}</p>}
      <ol>
        {nextDates(theme, filed.round).map(({ label, day }) => (
          <li key={label}>
            {label}
            {day && ` : ${formatDay(day)}`}
          </li>
        ))}
      </ol>
      <p>
        <AppLink className="fr-btn" href={routes.dossier(number)}>
          Suivre le dossier
        </AppLink>
      </p>
    </>
  );
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
