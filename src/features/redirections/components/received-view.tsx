import { REDIRECTION_READING } from "@/domain/dossier/redirection";
import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DossierHeader } from "@/ui/dossier-header";
import { FiledContent } from "@/ui/filed-content";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { ReadingNote } from "@/ui/reading-note";
import type { ReceivedProposal } from "../queries/received";
import { ChangesTable, KeptAnswers, MissingAnswers, RulesNotice } from "./comparison";
import { AcceptForm } from "./redirection-forms";

/** The page of a dossier that is not of one's theme yet: its head, then what there is to weigh. */
export function ReceivedPage({ proposal }: { proposal: ReceivedProposal }) {
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Dossiers", href: routes.instruction() },
          { label: "Réorientations", href: routes.redirections() },
        ]}
        current={`Dossier ${proposal.header.number}`}
      />
      <DossierHeader {...proposal.header} as="p" />
      <h1 className="fr-h3">Réorientation</h1>
      <ReceivedView proposal={proposal} />
    </>
  );
}

/** A dossier another theme proposes: what it would become here, then the answer. */
function ReceivedView({ proposal }: { proposal: ReceivedProposal }) {
  const { header, target, filed } = proposal;
  const { theme } = target;
  const { amounts } = proposal.preview.evaluation.simulation;
  return (
    <>
      <p className="fr-text--lead">
        Le thème {filed.theme.code} vous propose ce dossier dans le thème {theme.code}
        {amounts && (
          <>
            {"\u00A0"}: subvention calculée {formatEuros(amounts.grant)}, au lieu de{" "}
            {formatEuros(filed.amounts.computedGrant)}
          </>
        )}
        .
      </p>
      <p>
        <a href="#repondre">Accepter ou décliner</a>
      </p>
      <p>
        Proposé par {proposal.proposedBy}, le <InstantTime instant={proposal.proposedAt} />.
      </p>
      <p className="guichet-typed">
        <strong>Raison donnée{"\u00A0"}:</strong> {proposal.reason}
      </p>
      <p className="guichet-typed">
        <strong>Ce que le porteur lira{"\u00A0"}:</strong> {proposal.carrierReason}
      </p>
      <RulesNotice compared={proposal} />
      <ChangesTable compared={proposal} />
      <KeptAnswers compared={proposal} />
      <MissingAnswers form={proposal.target.form} missing={proposal.preview.evaluation.missing} />
      <section aria-labelledby="dossier-depose">
        <h2 id="dossier-depose" className="fr-h4">
          Le dossier déposé
        </h2>
        <details className="guichet-details">
          <summary>Lire ce qui a été déposé dans {filed.theme.code}</summary>
          <FiledContent {...filed} />
        </details>
      </section>
      <section aria-labelledby="repondre">
        <h2 id="repondre" className="fr-h4">
          Répondre
        </h2>
        <ReadingNote source={REDIRECTION_READING.source}>{REDIRECTION_READING.text}</ReadingNote>
        <p>
          Si vous acceptez, le dossier quitte {filed.theme.code}. Son porteur est prévenu aussitôt
          {"\u00A0"}: il complète puis confirme, et vous vérifiez ensuite sa recevabilité. Aucun
          crédit n’est engagé.
        </p>
        <AcceptForm number={header.number} redirection={proposal.id} />
        <p>
          <AppLink href={routes.redirectionDecline(header.number)}>
            Décliner, avec une raison
          </AppLink>
        </p>
      </section>
    </>
  );
}
