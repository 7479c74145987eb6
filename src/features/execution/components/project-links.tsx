import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { EntryList } from "@/ui/entry-list";
import { StatusBadge } from "@/ui/status-badge";
import { CHANGE_STATUSES, type ChangeLine } from "../queries/changes";
import { ArchiveLink } from "./archive-link";

/** The pages of a project, for its team. */
export function TeamProjectLinks({ number }: { number: string }) {
  const entries = [
    { label: "Modifications", href: routes.changes(number) },
    { label: "Gains", href: routes.gains(number) },
    { label: "Clôture", href: routes.closing(number) },
  ];
  return <EntryList label="Autour du projet" entries={entries} />;
}

/** What a project asks of those who follow it: its requests, its closing. */
export function FollowerLinks(props: {
  number: string;
  changes: readonly ChangeLine[];
  closingAskedAt: Date | null;
  closed: boolean;
}) {
  const { number, changes, closingAskedAt, closed } = props;
  return (
    <>
      {changes.length > 0 && (
        <section aria-labelledby="demandes">
          <h2 className="fr-h4" id="demandes">
            Demandes de modification
          </h2>
          <ul>
            {changes.map((change) => (
              <li key={change.number}>
                <AppLink href={routes.examinedChange(number, change.number)}>
                  Demande {change.number}
                  {"\u00A0"}: {change.label.toLowerCase()}
                </AppLink>{" "}
                du <InstantTime instant={change.requestedAt} format="short" />{" "}
                <StatusBadge small {...CHANGE_STATUSES[change.status]} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ArchiveLink number={number} closed={closed} />
      <p>
        <AppLink href={routes.examinedClosing(number)}>
          {closed
            ? "Lire l’évaluation finale"
            : closingAskedAt
              ? "Examiner la clôture demandée"
              : "Voir la clôture"}
        </AppLink>
      </p>
    </>
  );
}
