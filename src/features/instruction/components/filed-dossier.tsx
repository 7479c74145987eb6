import { VISA_LABELS } from "@/domain/dossier/visa";
import type { SimulationResult } from "@/domain/funding/types";
import { routes } from "@/routes";
import type { FiledDossier } from "@/server/filed-dossier";
import type { ComparedFilings } from "@/server/filings";
import { Amount } from "@/ui/amount";
import { AnsweredPoints } from "@/ui/answered-points";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { ExplanationDetails } from "@/ui/explanation-list";
import { FiledContent } from "@/ui/filed-content";
import { StatusBadge } from "@/ui/status-badge";
import type { DossierPage, GivenVisa } from "../queries/dossier";

/** The dossier as its team filed it, with its amounts and how they are computed. */
export function FiledDossierView(props: {
  page: DossierPage;
  filed: FiledDossier | null;
  simulation: SimulationResult | null;
  /** What a new presentation answers; null for a first one. */
  compared: ComparedFilings | null;
}) {
  const { page, filed, simulation, compared } = props;
  const { dossier } = page;
  return (
    <>
      {compared && <NewPresentation number={dossier.number} compared={compared} />}
      <h2 className="fr-h4">L’essentiel</h2>
      <DefinitionList
        items={[
          { term: "Porteur", details: page.carrierName },
          { term: "Dépôt", details: <InstantTime instant={page.filedAt} /> },
          ...(filed ? [{ term: "Ouverture", details: filed.callLabel }] : []),
          { term: "Coût total, TTC", details: <Amount cents={dossier.total} /> },
          { term: "Base de calcul, TTC", details: <Amount cents={page.base} /> },
          { term: "Subvention calculée", details: <Amount cents={dossier.computedGrant} /> },
          { term: "Subvention demandée", details: <Amount cents={page.requestedGrant} /> },
          ...visaItems(page.visa),
          ...(page.setAsideMotive
            ? [{ term: "Raison donnée au porteur", details: page.setAsideMotive }]
            : []),
          ...(filed
            ? [
                {
                  term: "Empreinte SHA-256 du dépôt",
                  details: <span className="guichet-fingerprint">{filed.fingerprint}</span>,
                },
              ]
            : []),
        ]}
      />
      {simulation && <ExplanationDetails steps={simulation.explanation} />}
      <h2 className="fr-h4 fr-mt-4w">Le dossier déposé</h2>
      {filed ? (
        <FiledContent {...filed} />
      ) : (
        <EmptyState>Le contenu déposé de ce dossier n’est pas sur le portail.</EmptyState>
      )}
    </>
  );
}

/** What was expected of the new presentation, what the carrier answers, the way to what changed. */
function NewPresentation({ number, compared }: { number: string; compared: ComparedFilings }) {
  const { before, after, replies } = compared;
  const href = (step: string | null) =>
    `${routes.filings(number, `de=${before.version}&a=${after.version}`)}#${
      step ? `difference-${step}` : "ce-qui-a-change"
    }`;
  return (
    <section aria-labelledby="nouvelle-presentation" className="fr-mb-4w">
      <h2 className="fr-h4" id="nouvelle-presentation">
        Une nouvelle présentation
      </h2>
      <p>
        Déposée le <InstantTime instant={after.filedAt} />.{" "}
        <AppLink href={href(null)}>Lire tout ce qui a changé</AppLink>
      </p>
      {replies.length > 0 && <AnsweredPoints points={replies} changesHref={href} />}
    </section>
  );
}

/** What the DNUM said, with its reason; nothing where the theme asks nothing of it. */
function visaItems(visa: GivenVisa | null) {
  if (!visa) return [];
  const { label, severity } = VISA_LABELS[visa.status];
  return [
    {
      term: "Visa de la DNUM",
      details: (
        <>
          <StatusBadge label={label} severity={severity ?? undefined} />, présenté le{" "}
          <InstantTime instant={visa.requestedAt} format="date" />
          {visa.givenAt && (
            <>
              , {visa.status === "recorded" ? "délai passé" : "répondu"} le{" "}
              <InstantTime instant={visa.givenAt} format="date" />
            </>
          )}
        </>
      ),
    },
    ...(visa.reason
      ? [
          {
            term: "Raison donnée par la DNUM",
            details: <span className="guichet-typed">{visa.reason}</span>,
          },
        ]
      : []),
  ];
}
