import type { ReactNode } from "react";
import { countWords } from "@/domain/counting";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { Decisions, WaitingDecision } from "../queries/decisions";
import { NotifyDecisionsForm } from "./notify-decisions-form";

/** What waits for a decision: to confirm, to notify, then the ranking of the call chosen, given as children. */
export function DecisionsView(props: Decisions & { children: ReactNode }) {
  const { toConfirm, toNotify, notifiable, calls, chosen, children } = props;
  return (
    <>
      <h2>À confirmer</h2>
      {toConfirm.length === 0 ? (
        <EmptyState>Aucune décision proposée n’attend de confirmation.</EmptyState>
      ) : (
        <Waiting
          id="a-confirmer"
          rows={toConfirm}
          caption="Décisions proposées"
          to={routes.proposal}
        />
      )}
      <h2 className="fr-mt-4w">À notifier</h2>
      {notifiable && <NotifyDecisionsForm decisions={notifiable} />}
      {!notifiable && toNotify.length === 0 && (
        <EmptyState>Aucune décision confirmée n’attend de notification.</EmptyState>
      )}
      {!notifiable && toNotify.length > 0 && (
        <Waiting
          id="a-notifier"
          rows={toNotify}
          caption="Décisions confirmées, inconnues du porteur"
          to={routes.letter}
        />
      )}
      <h2 className="fr-mt-4w">À décider</h2>
      {calls.length > 1 && (
        <nav aria-label="Ouvertures" className="fr-mb-2w">
          <ul className="fr-tags-group">
            {calls.map((each) => (
              <li key={`${each.call}:${each.round}`}>
                <AppLink
                  className="fr-tag"
                  href={routes.ranking({
                    session: "",
                    call: each.call,
                    round: each.round ?? "",
                  })}
                  aria-current={each === chosen ? "page" : undefined}
                >
                  <CallLabel
                    current={each === chosen}
                    text={`${each.themeCode}\u00A0: ${each.label} (${countWords(each.count)})`}
                  />
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {chosen ? (
        <>
          <h3>{chosen.label}</h3>
          {children}
        </>
      ) : (
        <EmptyState action={{ label: "Voir les dossiers", href: routes.instruction() }}>
          Aucun dossier n’est prêt pour une décision. Ils arrivent ici après la clôture de la
          notation, ou dès la recevabilité quand le thème ne note pas.
        </EmptyState>
      )}
    </>
  );
}

function CallLabel({ current, text }: { current: boolean; text: string }) {
  return current ? <strong>{text}</strong> : text;
}

function Waiting(props: {
  id: string;
  caption: string;
  rows: readonly WaitingDecision[];
  to: (number: string) => string;
}) {
  const columns: Column<WaitingDecision>[] = [
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title }) => (
        <AppLink href={props.to(number)}>
          {number} – {title}
        </AppLink>
      ),
    },
    { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
    { key: "outcome", header: "Décision", cell: ({ outcome }) => OUTCOME_LABELS[outcome] },
    {
      key: "amount",
      header: "Montant",
      numeric: true,
      cell: ({ amount }) => (amount === null ? "Sans objet" : <Amount cents={amount} />),
    },
    {
      key: "since",
      header: "Depuis le",
      cell: ({ since, own }) => (
        <>
          <InstantTime instant={since} format="short" />
          {own && (
            <>
              <br />
              Proposée par vous
            </>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      columns={columns}
      rows={props.rows}
      rowKey={({ id }) => id}
    />
  );
}
