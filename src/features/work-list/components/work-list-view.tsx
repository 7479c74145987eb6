import { countWords } from "@/domain/counting";
import type { FieldError } from "@/domain/errors";
import { routes } from "@/routes";
import { EmptyState } from "@/ui/empty-state";
import { ExportLinks } from "@/ui/export-links";
import { KeysetPagination } from "@/ui/pagination";
import type { BulkAct } from "../bulk";
import { EVERYTHING, filterQuery, hasFilters, type ListFilters } from "../filters";
import type { WorkList } from "../queries/list";
import { viewOf } from "../views";
import { ListTags } from "./filter-tags";
import { FiltersForm } from "./filters-form";
import { ListTable } from "./list-table";
import { WorkListViewBar } from "./saved-view-bar";
import { ViewsNav } from "./views-nav";

interface Props {
  list: WorkList;
  filters: ListFilters & { errors: readonly FieldError[] };
  /** What the reader may do on several dossiers. */
  acts: readonly BulkAct[];
}

/** The filed dossiers of the actor's themes: views with their counts, filters, one page by keyset. */
export function WorkListView({ list, filters, acts }: Props) {
  const at = (cursor: ListFilters["cursor"]) =>
    cursor && routes.instruction(filterQuery({ ...filters, cursor }));
  return (
    <>
      <h2>Tous les dossiers</h2>
      <ViewsNav list={list} filters={filters} />
      <FiltersForm choices={list.choices} filters={filters} />
      <ListTags choices={list.choices} filters={filters} />
      <WorkListViewBar saved={list.saved} filters={filters} />
      {list.rows.length === 0 ? (
        <Nothing filters={filters} />
      ) : (
        <>
          <p className="fr-text--lead fr-mb-1w">{total(list.count, filters)}</p>
          <ExportLinks
            label="Télécharger toute la liste filtrée, colonnes affichées"
            href={(format) => routes.listFile(format, filterQuery({ ...filters, cursor: null }))}
          />
          <ListTable list={list} filters={filters} acts={acts} />
        </>
      )}
      <KeysetPagination
        label="Pages des dossiers"
        previousHref={at(list.previous)}
        nextHref={at(list.next)}
      />
    </>
  );
}

function total(count: number, filters: ListFilters): string {
  const dossiers = count > 1 ? "dossiers" : "dossier";
  const where = filters.view === "tous" ? "" : `, vue «\u00A0${viewOf(filters.view).label}\u00A0»`;
  const words = countWords(count);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${dossiers}${where}`;
}

function Nothing({ filters }: { filters: ListFilters }) {
  const everything = { label: "Voir tous les dossiers", href: routes.instruction() };
  if (!hasFilters(filters)) {
    return (
      <EmptyState {...(filters.view !== "tous" && { action: everything })}>
        {filters.view === "tous"
          ? "Aucun dossier de vos thèmes n’est déposé pour le moment. Chacun apparaît ici dès son dépôt."
          : "Aucun dossier n’est dans cette vue."}
      </EmptyState>
    );
  }
  const bare = filterQuery({ ...EVERYTHING, view: filters.view, columns: filters.columns });
  return (
    <EmptyState action={{ label: "Effacer les filtres", href: routes.instruction(bare) }}>
      Aucun dossier ne correspond à ces filtres.
      {filters.search && (
        <>
          {" "}
          La recherche «{"\u00A0"}
          {filters.search}
          {"\u00A0"}» porte sur le numéro, le nom du projet, son résumé déposé et le porteur, par le
          début des mots, avec ou sans accents.
        </>
      )}
    </EmptyState>
  );
}
