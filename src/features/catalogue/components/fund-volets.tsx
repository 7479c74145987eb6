import type { FundTotals } from "@/domain/funding/totals";
import { type Cents, formatMillions } from "@/domain/money";
import { formatSource } from "@/features/catalogue/words";
import { routes } from "@/routes";

/** The two volets with their amounts, and the sum that leads to the whole: what has no theme is said, never spread. */
export function FundVolets({ totals }: { totals: FundTotals }) {
  return (
    <>
      <div className="fr-grid-row fr-grid-row--gutters fr-mb-2w">
        <Volet
          title="ITN, innovation et transformation numériques"
          amount={totals.itn}
          text={`11 thèmes, dont ${formatMillions(totals.localAuthorities)} pour les collectivités territoriales (ITN7)`}
          href={routes.themes("volet=itn")}
        />
        <Volet
          title="SNAP, sac à dos numérique de l’agent public"
          amount={totals.snap}
          text="6 thèmes : réseau, AgentConnect, terminaux, communication, méthodes de travail"
          href={routes.themes("volet=snap")}
        />
      </div>
      <p className="fr-text--sm">
        Le fonds compte {formatMillions(totals.total)}
        {"\u00A0"}: {formatMillions(totals.itn)} pour les thèmes ITN, {formatMillions(totals.snap)}{" "}
        pour les thèmes SNAP, et {formatMillions(totals.itnWithoutTheme)} du volet ITN et{" "}
        {formatMillions(totals.withoutVolet)} du total que les textes n’attribuent à aucun thème.{" "}
        <span className="guichet-source">
          ({formatSource("Action 6-2 l.58")}
          {" ; "}
          {formatSource("COSINUM l.8")})
        </span>
      </p>
    </>
  );
}

interface VoletProps {
  title: string;
  amount: Cents;
  text: string;
  href: string;
}

function Volet({ title, amount, text, href }: VoletProps) {
  return (
    <div className="fr-col-12 fr-col-md-6">
      <div className="fr-tile fr-enlarge-link fr-tile--horizontal">
        <div className="fr-tile__body">
          <div className="fr-tile__content">
            <h3 className="fr-tile__title">
              {/* A full load: the filtered catalogue is rendered for one request. */}
              <a href={href}>{title}</a>
            </h3>
            <p className="fr-tile__desc">
              <strong>{formatMillions(amount)}</strong>
            </p>
            <p className="fr-tile__detail">{text}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
