import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import type { AwaitedProposal, Redirections, SentProposal } from "../queries/redirections";
import { GIVEN_UP, REDIRECTION_LABELS } from "../words";

const way = ({ fromTheme, toTheme }: { fromTheme: string; toTheme: string }) =>
  `${fromTheme} vers ${toTheme}`;

const AWAITED: readonly Column<AwaitedProposal>[] = [
  {
    key: "dossier",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title }) => (
      <AppLink href={routes.redirection(number)}>
        {number}
        {"\u00A0"}: {title}
      </AppLink>
    ),
  },
  { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
  { key: "way", header: "Réorientation", cell: way },
  {
    key: "since",
    header: "Proposé le",
    cell: ({ proposedAt }) => <InstantTime instant={proposedAt} format="short" />,
  },
  {
    key: "who",
    header: "Réponse attendue",
    cell: ({ own }) => (own ? "D’une autre personne que vous" : "De vous"),
  },
];

const SENT: readonly Column<SentProposal>[] = [
  {
    key: "dossier",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title, inSight }) => {
      const words = `${number}\u00A0: ${title}`;
      return inSight ? <AppLink href={routes.redirection(number)}>{words}</AppLink> : words;
    },
  },
  { key: "way", header: "Réorientation", cell: way },
  {
    key: "proposed",
    header: "Proposé",
    cell: ({ proposedBy, proposedAt }) => (
      <>
        Le <InstantTime instant={proposedAt} format="short" />, par {proposedBy}
      </>
    ),
  },
  {
    key: "state",
    header: "État",
    cell: ({ status, answerReason, givenUp }) => {
      const { label, severity } = givenUp ? GIVEN_UP : REDIRECTION_LABELS[status];
      return (
        <>
          <StatusBadge small label={label} severity={severity ?? undefined} />
          {answerReason && <span className="guichet-typed"> {answerReason}</span>}
        </>
      );
    },
  },
];

/** The dossiers other themes propose to the reader's, and those the reader's themes proposed. */
export function RedirectionsView({ redirections }: { redirections: Redirections }) {
  const { awaited, sent, next } = redirections;
  return (
    <>
      <section aria-labelledby="recues">
        <h2 id="recues" className="fr-h4">
          Proposés à vos thèmes
        </h2>
        {awaited.length === 0 ? (
          <EmptyState>Aucun dossier n’attend la réponse d’un thème que vous portez.</EmptyState>
        ) : (
          <DataTable
            id="reorientations-recues"
            caption="Dossiers qu’un autre thème vous propose"
            columns={AWAITED}
            rows={awaited}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      <section aria-labelledby="envoyees">
        <h2 id="envoyees" className="fr-h4">
          Proposés par vos thèmes
        </h2>
        {sent.length === 0 ? (
          <EmptyState>
            Vos thèmes n’ont proposé aucun dossier. On le fait depuis la page d’un dossier, menu «
            {"\u00A0"}Réorientation{"\u00A0"}».
          </EmptyState>
        ) : (
          <DataTable
            id="reorientations-envoyees"
            caption="Dossiers proposés à d’autres thèmes"
            columns={SENT}
            rows={sent}
            rowKey={({ id }) => id}
          />
        )}
        <KeysetPagination
          label="Pages des dossiers proposés"
          previousHref={null}
          nextHref={next && routes.redirectionsAfter(next)}
        />
      </section>
    </>
  );
}

/** On the work list: dossiers of other themes wait for the reader's answer. Nothing when none does. */
export function AwaitedNotice({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Message
      severity="info"
      title={`Information : ${count > 1 ? `${count} dossiers vous sont proposés` : "1 dossier vous est proposé"} par un autre thème`}
    >
      <p>
        <AppLink href={routes.redirections()}>Comparer et répondre</AppLink>
      </p>
    </Message>
  );
}
