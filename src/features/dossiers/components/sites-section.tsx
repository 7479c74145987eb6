import {
  MAX_SITES,
  parseSites,
  SITE_LABELS,
  sitePath,
  siteProblems,
  siteTotals,
  type TypedSite,
} from "@/domain/dossier/sites";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { fieldId } from "@/ui/field";
import { type ListedSite, SITE_DETAILS, SiteTotalsSentence } from "@/ui/filed-sites";
import { KeysetPagination } from "@/ui/pagination";
import { pageOfSite, SITES_PER_PAGE } from "../sites-page";

export interface SitesSectionProps {
  number: string;
  /** Key of the step, for the links from page to page. */
  step: string;
  sites: readonly TypedSite[];
  page: number;
  writable: boolean;
}

/** The sites of a project: read here, page by page, changed one by one or by a pasted table. */
export function SitesSection({ number, step, sites, page, writable }: SitesSectionProps) {
  const pages = Math.max(1, Math.ceil(sites.length / SITES_PER_PAGE));
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * SITES_PER_PAGE;
  const rows: ListedSite[] = sites
    .slice(start, start + SITES_PER_PAGE)
    .map((site, index) => ({ ...site, rank: start + index + 1 }));
  const parsed = parseSites(sites);
  const wrong = parsed.errors.length;
  const href = (to: number) =>
    to < 1 || to > pages
      ? null
      : `${routes.step(number, step)}${pageOfSite((to - 1) * SITES_PER_PAGE + 1)}`;
  return (
    <section aria-labelledby="sites" className="fr-mb-4w">
      <h3 id="sites" className="fr-h6">
        Les sites
      </h3>
      {sites.length === 0 ? (
        <p>Aucun site pour le moment. Collez-les depuis un tableur, ou ajoutez-les un par un.</p>
      ) : (
        <>
          <SiteTotalsSentence totals={siteTotals(parsed.sites)} listed={sites.length} />
          {wrong > 0 && (
            <p className="fr-message fr-message--warning">
              {wrong === 1 ? "1 site est à corriger." : `${wrong} sites sont à corriger.`}
            </p>
          )}
        </>
      )}
      {writable && (
        <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
          {sites.length < MAX_SITES && (
            <li>
              <AppLink className="fr-btn fr-btn--secondary" href={routes.site(number)}>
                Ajouter un site
              </AppLink>
            </li>
          )}
          <li>
            <AppLink className="fr-btn fr-btn--tertiary" href={routes.pastedTable(number, "sites")}>
              Coller ou importer un tableau
            </AppLink>
          </li>
        </ul>
      )}
      {rows.length > 0 && (
        <DataTable
          id="liste-des-sites"
          caption={
            pages === 1
              ? "Sites du projet"
              : `Sites du projet, ${start + 1} à ${start + rows.length} sur ${sites.length}`
          }
          columns={columnsFor(number, writable)}
          rows={rows}
          rowKey={({ rank }) => String(rank)}
        />
      )}
      {pages > 1 && (
        <KeysetPagination
          previousHref={href(current - 1)}
          nextHref={href(current + 1)}
          label={`Page ${current} sur ${pages}`}
        />
      )}
    </section>
  );
}

function columnsFor(number: string, writable: boolean): Column<ListedSite>[] {
  return [
    {
      key: "name",
      header: SITE_LABELS.name,
      rowHeader: true,
      cell: ({ rank, ...site }) => {
        const name = site.name || `Site ${rank}`;
        return (
          <span id={fieldId(sitePath(rank - 1, "name"))}>
            {writable ? (
              <AppLink href={routes.site(number, rank)}>
                {name}
                <span className="fr-sr-only"> – modifier</span>
              </AppLink>
            ) : (
              name
            )}
            {siteProblems(site).length > 0 && <strong> (à corriger)</strong>}
            <span className="fr-hint-text">{site.address}</span>
          </span>
        );
      },
    },
    ...SITE_DETAILS,
  ];
}
