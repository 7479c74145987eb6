import { STAGE_WORDS } from "@/domain/dossier/stages";
import type { SavedView } from "@/domain/saved-view";
import { THEMES } from "@/domain/themes/index";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { ExportLinks } from "@/ui/export-links";
import { KeysetPagination } from "@/ui/pagination";
import { ReadingNote } from "@/ui/reading-note";
import { type Cursor, type PortfolioQuery, portfolioAddress, savedQuery } from "../filters";
import type { Portfolio } from "../queries/portfolio";
import { AlertLinks } from "./alert-links";
import { BoardView } from "./board-view";
import { LoadTable } from "./load-table";
import { OrderTable } from "./order-table";
import { PortfolioFilters } from "./portfolio-filters";
import { PortfolioViews } from "./portfolio-views";

interface Props {
  query: PortfolioQuery;
  portfolio: Portfolio;
  /** The reader's own views. */
  saved: readonly SavedView[];
}

/** All the dossiers of the ministries the agent serves: what calls for attention, the figures, the table or the board. */
export function PortfolioView({ query, portfolio, saved }: Props) {
  const { ministries, themes, totals, alerts } = portfolio;
  const chosen = ministries.filter(
    ({ id }) => query.ministryId === null || id === query.ministryId,
  );
  const served = <p className="fr-text--lead">{chosen.map(({ name }) => name).join(", ")}</p>;
  if (themes.length === 0) {
    return (
      <>
        {served}
        <EmptyState action={{ label: "Voir les thèmes", href: routes.themes() }}>
          Aucun dossier n’est déposé pour l’instant par votre ministère, ses services ou ses
          opérateurs. Chaque dossier apparaît ici dès son dépôt, ou dès que son équipe choisit de
          vous montrer son brouillon.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {served}
      <AlertLinks alerts={alerts} query={query} />
      <h2 className="fr-h4">Dossiers</h2>
      <PortfolioFilters query={query} portfolio={portfolio} />
      <PortfolioViews query={query} saved={saved} />
      <DefinitionList
        items={[
          { term: "Dossiers", details: totals.count },
          { term: "Subventions demandées", details: <Amount cents={totals.asked} /> },
          {
            term: "Subventions accordées et notifiées",
            details: <Amount cents={totals.awarded} />,
          },
          { term: "Part propre en numéraire", details: <Amount cents={totals.own.cash} /> },
          { term: "Part propre en agents (T2)", details: <Amount cents={totals.own.staff} /> },
        ]}
      />
      {totals.count > 0 && (
        <ExportLinks
          label="Télécharger tous les dossiers filtrés"
          href={(format) => routes.ministryFile(format, savedQuery(query))}
        />
      )}
      <ViewSwitch query={query} />
      {query.view === "board" ? (
        <BoardView query={query} portfolio={portfolio} />
      ) : (
        <Rows query={query} portfolio={portfolio} />
      )}
      <LoadTable query={query} carriers={portfolio.carriers} />
    </>
  );
}

/** Who reads the rank a ministry gives, besides it. */
function RankReaders() {
  const shown = Object.values(THEMES).filter(({ selection }) => selection.showsMinistryPriority);
  return (
    <ReadingNote>
      aucun texte ne parle de l’ordre d’un ministère entre ses dossiers. Votre rang est montré, pour
      information, à ceux qui instruisent et au jury des thèmes dont la fiche associe la DNUM (
      {shown.map(({ code }) => code).join(", ")}). Ailleurs, vous seul le lisez. Le porteur ne le
      lit pas.
    </ReadingNote>
  );
}

/** The same dossiers, line by line or stage by stage. */
function ViewSwitch({ query }: { query: PortfolioQuery }) {
  const views = [
    { view: "table", label: "Tableau" },
    { view: "board", label: "Colonnes par étape" },
  ] as const;
  return (
    <nav aria-label="Présentation des dossiers">
      <ul className="fr-tags-group">
        {views.map(({ view, label }) => {
          const current = query.view === view;
          return (
            <li key={view}>
              <AppLink
                className="fr-tag"
                href={routes.ministry(portfolioAddress({ ...query, view, cursor: null }))}
                aria-current={current ? "page" : undefined}
              >
                {current ? <strong>{label}</strong> : label}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Rows({ query, portfolio }: Omit<Props, "saved">) {
  const { rows, totals, newer, older, ministries } = portfolio;
  const start = routes.ministry(portfolioAddress({ ...query, cursor: null }));
  if (totals.count === 0) {
    return (
      <EmptyState action={{ label: "Voir tous les dossiers", href: routes.ministry() }}>
        Aucun dossier ne correspond à ces filtres
        {query.stage && ` (étape «\u00A0${STAGE_WORDS[query.stage].label}\u00A0»)`}.
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState action={{ label: "Revenir au début de la liste", href: start }}>
        Il n’y a pas de dossier plus loin dans cette liste.
      </EmptyState>
    );
  }
  const at = (cursor: Cursor | null) =>
    cursor && routes.ministry(portfolioAddress({ ...query, cursor }));
  return (
    <>
      <OrderTable rows={rows} several={ministries.length > 1 && query.ministryId === null} />
      <KeysetPagination
        label="Pages du portefeuille"
        previousHref={at(newer)}
        nextHref={at(older)}
      />
      <RankReaders />
    </>
  );
}
