import { VISA_LABELS } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { type VisaCursor, type VisaQuery, visaAddress } from "../filters";
import type { ListedVisa, VisaList } from "../queries/visa-list";
import { VisaFilters } from "./visa-filters";

interface Props {
  query: VisaQuery;
  list: VisaList;
}

/** The visas of the ministries the agent serves: filters, then one page, those that a filing waits for first. */
export function VisaListView({ query, list }: Props) {
  if (list.asked === 0 && query.ministryId === null) {
    return (
      <EmptyState action={{ label: "Voir le portefeuille", href: routes.ministry() }}>
        Aucun porteur ne vous a encore présenté de dossier. Chacun apparaît ici dès que son porteur
        vous en informe.
      </EmptyState>
    );
  }
  return (
    <>
      <VisaFilters query={query} ministries={list.ministries} />
      <Rows query={query} list={list} />
    </>
  );
}

function Rows({ query, list: { rows, ministries, previous, next } }: Props) {
  if (rows.length === 0) {
    const every = { ...query, status: null, cursor: null };
    return (
      <EmptyState action={{ label: "Voir tous les visas", href: routes.visas(visaAddress(every)) }}>
        {query.status === "awaited"
          ? "Aucun dossier n’attend votre visa."
          : "Aucun visa ne correspond à ces filtres."}
      </EmptyState>
    );
  }
  const at = (cursor: VisaCursor | null) =>
    cursor && routes.visas(visaAddress({ ...query, cursor }));
  const several = ministries.length > 1 && query.ministryId === null;
  return (
    <>
      <DataTable
        id="visas"
        caption="Dossiers présentés à la DNUM, la fin du délai la plus proche d’abord"
        columns={several ? [...COLUMNS.slice(0, 2), MINISTRY, ...COLUMNS.slice(2)] : COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <KeysetPagination label="Pages des visas" previousHref={at(previous)} nextHref={at(next)} />
    </>
  );
}

const MINISTRY: Column<ListedVisa> = {
  key: "ministry",
  header: "Ministère",
  cell: ({ ministry }) => ministry,
};

const COLUMNS: readonly Column<ListedVisa>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title, isDraft }) => (
      <>
        <AppLink href={routes.visa(number)}>
          {number} – {title}
        </AppLink>
        {isDraft && " (brouillon)"}
      </>
    ),
  },
  { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  {
    key: "asked",
    header: "Présenté le",
    cell: ({ askedAt }) => <InstantTime instant={askedAt} format="short" />,
  },
  {
    key: "status",
    header: "Visa",
    cell: ({ status }) => {
      const { label, severity } = VISA_LABELS[status];
      return <StatusBadge small label={label} severity={severity ?? undefined} />;
    },
  },
  {
    key: "deadline",
    header: "Réponse possible jusqu’au",
    cell: ({ status, tacitAt }) => {
      if (status !== "awaited") return "Terminé";
      return tacitAt ? <InstantTime instant={tacitAt} format="short" /> : "Le dépôt attend";
    },
  },
];
