import { VISA_LABELS, type VisaFacts } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import type { CarrierVisa } from "../queries/carrier-visa";
import { AskedVisaView } from "./asked-visa";
import { FactsList } from "./facts-list";
import { InformForm } from "./inform-form";

interface Props {
  dossier: CarrierVisa;
  facts: VisaFacts;
  callLabel: string;
  /** Address of the portal's contact. */
  contact: string;
}

/** The carrier and the DNUM of its ministry: why, what it will read, the act; then what it answered. */
export function CarrierVisaView({ dossier, facts, callLabel, contact }: Props) {
  const { number, rule, ministry, otherMinistries, visa, isWritten, mayAsk, mayAskLater } = dossier;
  if (!ministry) {
    return (
      <EmptyState action={{ label: "Voir ce qui manque", href: routes.missing(number) }}>
        Le portail ne connaît pas le ministère de votre organisation, ni donc sa DNUM. Écrivez à{" "}
        <a href={`mailto:${contact}`}>{contact}</a> pour le faire ajouter.
      </EmptyState>
    );
  }
  return (
    <>
      {!visa && <Why rule={rule} />}
      {visa && <AskedVisaView visa={visa} requirement={rule.requirement} isWritten={isWritten} />}
      <h2 className="fr-h4">La DNUM concernée</h2>
      <DefinitionList
        items={[
          { term: "Ministère", details: ministry.name },
          {
            term: "DNUM",
            details: ministry.dnum ?? "Le portail n’en connaît pas pour ce ministère",
          },
          ...(rule.requirement === "information" && !visa
            ? [
                {
                  term: "Délai de réponse",
                  details: `${ministry.days}\u00A0jours, puis son silence vaut «\u00A0${VISA_LABELS.recorded.label}\u00A0»`,
                },
              ]
            : []),
        ]}
      />
      {otherMinistries.length > 0 && isWritten && (
        <p>
          Vos co-porteurs relèvent aussi d’autres ministères{"\u00A0"}: {otherMinistries.join(", ")}
          . Informez leurs DNUM par vos propres moyens{"\u00A0"}; le portail n’informe que celle du
          porteur.
        </p>
      )}
      {!ministry.hasAgents && (
        <p>
          Aucun agent de cette DNUM n’a encore de compte sur le portail{"\u00A0"}: prévenez-la aussi
          par vos propres moyens, ou écrivez à <a href={`mailto:${contact}`}>{contact}</a>.
        </p>
      )}
      {(mayAsk || mayAskLater) && (
        <>
          <h2 className="fr-h4">Ce que la DNUM lira</h2>
          <p>
            Ce résumé, avec le nom de votre organisation et le vôtre, à partir de votre envoi et pas
            avant. Il suit vos modifications. Vos autres réponses et le détail du plan lui restent
            fermés jusqu’au dépôt.
          </p>
          <FactsList facts={facts} callLabel={callLabel} />
          {mayAsk ? (
            <InformForm number={number} requirement={rule.requirement} />
          ) : (
            <p>
              Seules les personnes qui peuvent déposer le dossier peuvent le montrer à la DNUM.
              Voyez avec votre responsable.
            </p>
          )}
        </>
      )}
      {visa && isWritten && !mayAsk && (
        <p>
          <AppLink className="fr-btn fr-btn--secondary" href={routes.missing(number)}>
            Voir ce qui manque au dossier
          </AppLink>
        </p>
      )}
    </>
  );
}

function Why({ rule }: Pick<CarrierVisa, "rule">) {
  const source = <span className="guichet-source"> ({rule.source})</span>;
  return rule.requirement === "information" ? (
    <p className="fr-text--lead">
      La direction du numérique (DNUM) de votre ministère doit être informée avant le dépôt{source}.
      L’information suffit{"\u00A0"}: vous pourrez déposer sans attendre sa réponse.
    </p>
  ) : (
    <p className="fr-text--lead">
      Un opérateur présente son dossier avec la direction du numérique (DNUM) de son ministère de
      tutelle principale{source}. Le dépôt attend donc son accord, avec ou sans réserve.
    </p>
  );
}
