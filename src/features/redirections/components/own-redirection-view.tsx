import type { Missing } from "@/domain/dossier/completeness";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import type { OwnRedirection } from "../queries/own";
import { ChangesTable, KeptAnswers, MissingAnswers } from "./comparison";

/** « Ce qui change » for the carrier: why, the rules before and after, what is kept, what is left to complete. */
export function OwnRedirectionView(props: {
  number: string;
  redirection: OwnRedirection;
  /** What stands before the confirmation now. */
  missing: readonly Missing[];
}) {
  const { number, redirection, missing } = props;
  const blocking = missing.filter(({ effect }) => effect === "blocks").length;
  const left = blocking > 0;
  const { filed, target, reason, acceptedAt, confirmedAt } = redirection;
  const { theme } = target;
  return (
    <>
      <p className="fr-text--lead">
        {confirmedAt ? (
          <>
            Vous avez confirmé ce dossier dans le thème {theme.code} le{" "}
            <InstantTime instant={confirmedAt} />.
          </>
        ) : (
          <>
            Votre dossier continue dans le thème {theme.code}, qui l’accueille depuis le{" "}
            <InstantTime instant={acceptedAt} />. Il garde son numéro.
          </>
        )}
      </p>
      {!confirmedAt && (
        <p>
          {left
            ? `${blocking} ${blocking > 1 ? "réponses manquent" : "réponse manque"} avant de confirmer.`
            : "Rien ne manque\u00A0: vous pouvez confirmer."}
        </p>
      )}
      {!confirmedAt && (
        <p>
          <AppLink className="fr-btn" href={left ? routes.missing(number) : routes.summary(number)}>
            {left ? "Compléter le dossier" : "Relire et confirmer"}
          </AppLink>
        </p>
      )}
      <p className="guichet-typed">
        <strong>Pourquoi{"\u00A0"}:</strong> {reason}
      </p>
      <ChangesTable compared={redirection} />
      <KeptAnswers compared={redirection} />
      {!confirmedAt && <MissingAnswers form={target.form} missing={missing} />}
      {!confirmedAt && (
        <p>
          Vous ne souhaitez pas continuer dans {theme.code}
          {"\u00A0"}? Vous pouvez{" "}
          <AppLink href={routes.withdrawal(number)}>retirer le dossier</AppLink>
          {"\u00A0"}; vos réponses déposées dans {filed.theme.code} sont conservées.
        </p>
      )}
    </>
  );
}
