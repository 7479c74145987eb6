import { VISA_LABELS, type VisaFacts } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { StatusBadge } from "@/ui/status-badge";
import type { MinistryVisa } from "../queries/ministry-visa";
import { Typed } from "./asked-visa";
import { FactsList } from "./facts-list";
import { GiveVisaForm } from "./give-visa-form";

interface Props {
  visa: MinistryVisa;
  /** As filed, or the summary of the draft as it stands. */
  facts: VisaFacts;
}

/** A visa to give or given: what was asked, what the DNUM may read, its answer. */
export function MinistryVisaView({ visa, facts }: Props) {
  const { number, requirement, mayAnswer, filed, status } = visa;
  return (
    <>
      <Question visa={visa} />
      <h2 className="fr-h4">{filed ? "Le dossier déposé" : "Le brouillon, tel qu’il est"}</h2>
      {filed ? (
        <p>
          <AppLink href={routes.ministryDossier(number)}>Lire tout le dossier déposé</AppLink>
        </p>
      ) : (
        <p>Le porteur vous montre ce résumé, et le modifie encore. Vous lirez le reste au dépôt.</p>
      )}
      <FactsList facts={facts} callLabel={visa.callLabel} />
      <h2 className="fr-h4">Votre visa</h2>
      {mayAnswer ? (
        <GiveVisaForm number={number} requirement={requirement} />
      ) : status === "awaited" ? (
        <p>Le dossier est retiré{"\u00A0"}: il n’attend plus de visa.</p>
      ) : (
        <Answer visa={visa} />
      )}
    </>
  );
}

function Question({ visa }: Pick<Props, "visa">) {
  const { requirement, message, askedBy, askedAt, tacitAt, mayAnswer } = visa;
  return (
    <>
      <p className="fr-text--lead">
        {requirement === "information"
          ? "Le porteur vous informe de son projet, comme le demande le thème. Votre avis est utile au porteur et à l’instruction\u202F; le dépôt ne l’attend pas."
          : "Le thème demande à cet opérateur de présenter son dossier avec vous\u00A0: il ne peut pas déposer sans votre accord."}
      </p>
      <DefinitionList
        items={[
          {
            term: "Présenté par",
            details: (
              <>
                {askedBy.name}
                {askedBy.email && (
                  <>
                    , <a href={`mailto:${askedBy.email}`}>{askedBy.email}</a>
                  </>
                )}
              </>
            ),
          },
          { term: "Présenté le", details: <InstantTime instant={askedAt} /> },
          ...(message ? [{ term: "Message", details: <Typed>{message}</Typed> }] : []),
          ...(tacitAt && mayAnswer
            ? [
                {
                  term: "Sans réponse",
                  details: (
                    <>
                      Après le <InstantTime instant={tacitAt} />, le portail enregistre que vous
                      êtes informés
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Answer({ visa: { status, givenAt, givenBy, reason } }: Pick<Props, "visa">) {
  const { label, severity } = VISA_LABELS[status];
  return (
    <DefinitionList
      items={[
        {
          term: "Visa",
          details: <StatusBadge label={label} severity={severity ?? undefined} />,
        },
        ...(givenAt
          ? [
              {
                term: status === "recorded" ? "Fin du délai, sans réponse" : "Donné",
                details: (
                  <>
                    Le <InstantTime instant={givenAt} />
                    {givenBy && <>, par {givenBy}</>}
                  </>
                ),
              },
            ]
          : []),
        ...(reason ? [{ term: "Raison", details: <Typed>{reason}</Typed> }] : []),
      ]}
    />
  );
}
