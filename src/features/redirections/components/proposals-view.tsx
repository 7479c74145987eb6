import { REDIRECTION_READING } from "@/domain/dossier/redirection";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import { SelectField } from "@/ui/select-field";
import { StatusBadge } from "@/ui/status-badge";
import type { DossierProposal, Proposing } from "../queries/sent";
import { REDIRECTION_LABELS } from "../words";
import { ChangesTable, KeptAnswers, MissingAnswers, RulesNotice } from "./comparison";
import { ProposeForm, WithdrawForm } from "./redirection-forms";

/** Parameter of the address that holds the call chosen. */
const TARGET = "vers";

type ProposalsViewProps = Proposing & { number: string };

/** The redirections of a dossier as its theme sees them, then the way to propose one: choose, compare, propose. */
export function ProposalsView(props: ProposalsViewProps) {
  const { number, proposals, mayAct, obstacle } = props;
  const pending = proposals.find(({ status }) => status === "proposed");
  return (
    <>
      {pending && (
        <Message severity="info" title={`Information : le thème ${pending.toTheme} doit répondre`}>
          <p>
            Jusqu’à sa réponse, rien n’est décidé, demandé ni confié à des jurés sur ce dossier. Le
            porteur n’en sait rien.
          </p>
        </Message>
      )}
      {proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} />
      ))}
      {pending && mayAct && <WithdrawForm number={number} />}
      {!pending && obstacle && proposals.length === 0 && <EmptyState>{obstacle}</EmptyState>}
      {!obstacle && mayAct && <Choose {...props} />}
      {mayAct && (
        <p>
          <AppLink href={routes.redirections()}>
            Voir toutes les réorientations de vos thèmes
          </AppLink>
        </p>
      )}
    </>
  );
}

function Proposal({ proposal }: { proposal: DossierProposal }) {
  const { id, status, fromTheme, toTheme, answer, confirmedAt } = proposal;
  const { label, severity } = REDIRECTION_LABELS[status];
  return (
    <section aria-labelledby={`proposition-${id}`} className="fr-mb-4w">
      <h2 id={`proposition-${id}`} className="fr-h5">
        De {fromTheme} vers {toTheme}
      </h2>
      <p>
        <StatusBadge label={label} severity={severity ?? undefined} />
      </p>
      <p>
        Proposé par {proposal.proposedBy}, le <InstantTime instant={proposal.proposedAt} />.
        {answer && (
          <>
            {" "}
            Réponse de {answer.by}, le <InstantTime instant={answer.at} />.
          </>
        )}
        {confirmedAt && (
          <>
            {" "}
            Confirmé le <InstantTime instant={confirmedAt} />.
          </>
        )}
      </p>
      <p className="guichet-typed">
        <strong>Raison donnée au thème sollicité{"\u00A0"}:</strong> {proposal.reason}
      </p>
      {answer?.reason && (
        <p className="guichet-typed">
          <strong>Raison de la réponse{"\u00A0"}:</strong> {answer.reason}
        </p>
      )}
      <p className="guichet-typed">
        <strong>Texte pour le porteur{"\u00A0"}:</strong> {proposal.carrierReason}
      </p>
    </section>
  );
}

/** The theme first, in the address: one compares as many as one likes before proposing. */
function Choose({ number, offered, compared }: ProposalsViewProps) {
  const theme = compared?.target.theme.code;
  return (
    <>
      <section aria-labelledby="choisir">
        <h2 id="choisir" className="fr-h4">
          Proposer le dossier à un autre thème
        </h2>
        <p>
          Le dossier garderait son numéro et son histoire. Comparez d’abord{"\u00A0"}; rien n’est
          envoyé avant que vous le proposiez.
        </p>
        <ReadingNote source={REDIRECTION_READING.source}>{REDIRECTION_READING.text}</ReadingNote>
        {offered.length === 0 ? (
          <EmptyState>Aucun autre thème n’a d’ouverture en cours.</EmptyState>
        ) : (
          <form action={routes.redirection(number)} className="fr-mb-4w">
            <SelectField
              name={TARGET}
              label="Thème à solliciter"
              hint="Les thèmes qui ont une ouverture en cours."
              options={offered.map(({ id, label }) => ({ value: id, label }))}
              defaultValue={compared?.target.call.id}
            />
            <button type="submit" className={compared ? "fr-btn fr-btn--secondary" : "fr-btn"}>
              Comparer
            </button>
          </form>
        )}
      </section>
      {compared && theme && (
        <>
          <RulesNotice compared={compared} />
          <ChangesTable compared={compared} />
          <KeptAnswers compared={compared} />
          <MissingAnswers
            form={compared.target.form}
            missing={compared.preview.evaluation.missing}
          />
          <section aria-labelledby="proposer">
            <h2 id="proposer" className="fr-h4">
              Proposer à {theme}
            </h2>
            <ProposeForm number={number} call={compared.target.call.id} theme={theme} />
          </section>
        </>
      )}
    </>
  );
}
