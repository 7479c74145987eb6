import { daysBetween, parisDay } from "@/domain/calendar";
import { DOSSIER_STATUSES, STATUS_LABELS } from "@/domain/dossier/statuses";
import { VISA_LABELS } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import { SelectField } from "@/ui/select-field";
import { StatusBadge } from "@/ui/status-badge";
import { TextField } from "@/ui/text-field";
import { filterQuery, type ListFilters, VIEWS, type ViewKey } from "../list-filters";
import type { DossierList, ListedDossier } from "../queries/list";

/** The filed dossiers of the actor's themes: views with counts, filters, one page by keyset. */
export function DossierListView({ list, filters }: { list: DossierList; filters: ListFilters }) {
  const href = (change: Partial<ListFilters>) =>
    routes.instruction(filterQuery({ ...filters, cursor: null, ...change }));
  const isView = (key: ViewKey) => filters.status === null && filters.view === key;
  return (
    <>
      <nav aria-label="Vues de la liste" className="fr-mb-3w">
        <ul className="fr-tags-group">
          {(Object.keys(VIEWS) as ViewKey[]).map((key) => (
            <li key={key}>
              <AppLink
                href={href({ view: key, status: null })}
                className="fr-tag"
                aria-current={isView(key) ? "page" : undefined}
              >
                <ViewLabel
                  current={isView(key)}
                  text={`${VIEWS[key].label} (${list.counts[key].toLocaleString("fr-FR")})`}
                />
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
      <Filters list={list} filters={filters} />
      {list.rows.length === 0 ? (
        <EmptyState action={{ label: "Voir tous les dossiers", href: routes.instruction() }}>
          Aucun dossier déposé ne correspond à cette vue et à ces filtres.
        </EmptyState>
      ) : (
        <DataTable
          id="dossiers"
          caption="Dossiers déposés, du plus récent au plus ancien, montants TTC"
          columns={columns(list.now)}
          rows={list.rows}
          rowKey={({ id }) => id}
        />
      )}
      <KeysetPagination
        label="Pages des dossiers"
        previousHref={list.previous && href({ cursor: list.previous })}
        nextHref={list.next && href({ cursor: list.next })}
      />
    </>
  );
}

function ViewLabel({ current, text }: { current: boolean; text: string }) {
  return current ? <strong>{text}</strong> : text;
}

function Filters({ list, filters }: { list: DossierList; filters: ListFilters }) {
  return (
    <form action={routes.instruction()} method="get" className="fr-mb-3w" noValidate>
      {filters.view !== "tous" && <input type="hidden" name="vue" value={filters.view} />}
      <div className="fr-grid-row fr-grid-row--gutters fr-grid-row--bottom">
        <div className="fr-col-12 fr-col-md-4">
          <TextField
            name="recherche"
            label="Numéro, projet ou porteur"
            optional
            defaultValue={filters.search}
            native={{ type: "search", maxLength: 100 }}
          />
        </div>
        <div className="fr-col-12 fr-col-md-3">
          <SelectField
            name="theme"
            label="Thème"
            optional
            emptyLabel="Tous les thèmes"
            options={list.themes.map((code) => ({ value: code, label: code }))}
            defaultValue={filters.theme ?? ""}
          />
        </div>
        <div className="fr-col-12 fr-col-md-3">
          <SelectField
            name="statut"
            label="Statut"
            optional
            emptyLabel="Tous ceux de la vue"
            options={DOSSIER_STATUSES.filter((code) => code !== "draft").map((code) => ({
              value: code,
              label: STATUS_LABELS[code].label,
            }))}
            defaultValue={filters.status ?? ""}
          />
        </div>
        <div className="fr-col-12 fr-col-md-2">
          <button type="submit" className="fr-btn fr-btn--secondary">
            Appliquer
          </button>
        </div>
      </div>
    </form>
  );
}

function columns(now: Date): Column<ListedDossier>[] {
  const today = parisDay(now);
  const age = (filedAt: Date) => {
    const days = daysBetween(parisDay(filedAt), today);
    return days === 0 ? "aujourd’hui" : `il y a ${days} jour${days > 1 ? "s" : ""}`;
  };
  return [
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: ({ number, title }) => (
        <AppLink href={routes.instructionDossier(number)}>
          {number} – {title}
        </AppLink>
      ),
    },
    { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
    { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
    {
      key: "status",
      header: "Statut",
      cell: ({ status }) => (
        <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
      ),
    },
    {
      key: "total",
      header: "Coût total",
      numeric: true,
      cell: ({ total }) => <Amount cents={total} />,
    },
    {
      key: "grant",
      header: "Subvention demandée",
      numeric: true,
      cell: ({ grant }) => <Amount cents={grant} />,
    },
    {
      key: "visa",
      header: "Visa de la DNUM",
      cell: ({ visa }) =>
        visa ? (
          <StatusBadge
            small
            label={VISA_LABELS[visa].label}
            severity={VISA_LABELS[visa].severity ?? undefined}
          />
        ) : (
          "Sans\u00A0objet"
        ),
    },
    {
      key: "age",
      header: "Déposé",
      cell: ({ filedAt }) => (
        <>
          <InstantTime instant={filedAt} format="short" />
          <br />
          {age(filedAt)}
        </>
      ),
    },
  ];
}
