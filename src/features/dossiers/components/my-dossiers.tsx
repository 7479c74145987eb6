import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DeadlineTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import type { MyDossier, MyDossiers } from "../queries/my-dossiers";
import type { Task } from "../queries/my-tasks";

const COLUMNS: readonly Column<MyDossier>[] = [
  {
    key: "number",
    header: "Numéro",
    cell: ({ number }) => (
      <AppLink className="guichet-amount" href={routes.dossier(number)}>
        {number}
      </AppLink>
    ),
  },
  { key: "title", header: "Projet", rowHeader: true, cell: ({ title }) => title },
  { key: "theme", header: "Thème", cell: ({ theme }) => theme.code },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  {
    key: "next",
    header: "Prochaine étape",
    cell: ({ next }) =>
      next ? (
        <>
          {next.what}
          {next.who && `, ${next.who}`}
          {next.before && `, avant le ${next.before}`}
        </>
      ) : (
        "Aucune"
      ),
  },
  {
    key: "grant",
    header: "Subvention",
    numeric: true,
    cell: ({ grant }) => <Amount cents={grant} />,
  },
];

/** What the carrier owes, with its dates, then their dossiers. */
export function MyDossiersList({ page, isFirst }: { page: MyDossiers; isFirst: boolean }) {
  const { dossiers, tasks, total, now, nextCursor } = page;
  if (total === 0) {
    return (
      <EmptyState action={{ label: "Trouver mon thème", href: routes.finder() }}>
        Vous n’avez pas encore de dossier. Six questions suffisent pour savoir quel thème convient.
      </EmptyState>
    );
  }
  return (
    <>
      {isFirst && <Tasks tasks={tasks} now={now} />}
      <h2>Tous mes dossiers</h2>
      <p>
        <AppLink className="fr-btn" href={routes.themes()}>
          Commencer un dossier
        </AppLink>
      </p>
      <DataTable
        id="dossiers"
        caption={`${total} dossier${total > 1 ? "s" : ""}, le plus récent d’abord. Subventions TTC.`}
        columns={COLUMNS}
        rows={dossiers}
        rowKey={({ id }) => id}
      />
      <KeysetPagination
        label="Pages des dossiers"
        previousHref={isFirst ? null : routes.dossiers()}
        nextHref={nextCursor === null ? null : routes.dossiersAfter(nextCursor)}
      />
    </>
  );
}

function Tasks({ tasks, now }: { tasks: readonly Task[]; now: Date }) {
  return (
    <section aria-labelledby="a-faire" className="fr-mb-4w">
      <h2 id="a-faire">À faire</h2>
      {tasks.length === 0 ? (
        <p>Rien ne vous attend pour le moment.</p>
      ) : (
        <ul>
          {tasks.map(({ number, label, href, due }) => (
            <li key={href}>
              <AppLink href={href}>{label}</AppLink> (dossier {number}){"\u00A0"}:{" "}
              <TaskDate due={due} now={now} />.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Until when; a delay that is over is said to be, and what is late is still awaited. */
function TaskDate({ due, now }: { due: Date | null; now: Date }) {
  if (due === null) return "sans date de fin";
  const isLate = due < now;
  return (
    <>
      {isLate ? "délai passé depuis le " : "avant le "}
      <DeadlineTime closesAt={due} now={now} />
      {isLate && ", votre réponse est encore acceptée"}
    </>
  );
}
