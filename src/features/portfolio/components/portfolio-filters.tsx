import { STAGE_WORDS, STAGES } from "@/domain/dossier/stages";
import { STATUS_LABELS } from "@/domain/dossier/statuses";
import { ALERT_WORDS, PROJECT_ALERTS } from "@/domain/execution/alerts";
import { routes } from "@/routes";
import { FilterChoice, FilterForm, FilterTags } from "@/ui/list-filters";
import { ThemeChoice } from "@/ui/theme-choice";
import { type PortfolioQuery, portfolioAddress, SHOWN_STATUSES, statusSlug } from "../filters";
import type { Portfolio } from "../queries/portfolio";

interface Props {
  query: PortfolioQuery;
  portfolio: Pick<Portfolio, "ministries" | "themes" | "carriers">;
}

/** What the portfolio narrows on, in one GET form: the address says the selection. */
export function PortfolioFilters({ query, portfolio }: Props) {
  const { ministries, themes, carriers } = portfolio;
  return (
    <>
      <FilterForm action={routes.ministry()}>
        {query.view === "board" && <input type="hidden" name="vue" value="colonnes" />}
        {ministries.length > 1 && (
          <FilterChoice
            name="ministere"
            label="Ministère"
            all="Tous vos ministères"
            value={query.ministryId ?? ""}
            options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FilterChoice
          name="etape"
          label="Étape"
          all="Toutes les étapes"
          value={query.stage ? STAGE_WORDS[query.stage].slug : ""}
          options={STAGES.map((stage) => ({
            value: STAGE_WORDS[stage].slug,
            label: STAGE_WORDS[stage].label,
          }))}
        />
        <ThemeChoice theme={query.theme} themes={themes} />
        <FilterChoice
          name="organisation"
          label="Organisation"
          all="Toutes les organisations"
          value={query.organisationId ?? ""}
          options={carriers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterChoice
          name="statut"
          label="Statut"
          all="Tous les statuts"
          value={query.status ? statusSlug(query.status) : ""}
          options={SHOWN_STATUSES.map((status) => ({
            value: statusSlug(status),
            label: STATUS_LABELS[status].label,
          }))}
        />
        <FilterChoice
          name="alerte"
          label="Alerte"
          all="Avec ou sans alerte"
          value={query.alert ? ALERT_WORDS[query.alert].slug : ""}
          options={PROJECT_ALERTS.map((alert) => ({
            value: ALERT_WORDS[alert].slug,
            label: ALERT_WORDS[alert].label,
          }))}
        />
      </FilterForm>
      <FilterTags tags={tagsOf(query, portfolio)} />
    </>
  );
}

function tagsOf(query: PortfolioQuery, { ministries, carriers }: Props["portfolio"]) {
  const { ministryId, theme, stage, status, organisationId, alert } = query;
  const without = (taken: Partial<PortfolioQuery>) =>
    routes.ministry(portfolioAddress({ ...query, savedId: null, cursor: null, ...taken }));
  const ministry = ministries.find(({ id }) => id === ministryId);
  const carrier = carriers.find(({ id }) => id === organisationId);
  return [
    ministry && { label: ministry.name, href: without({ ministryId: null }) },
    stage && { label: `Étape\u00A0: ${STAGE_WORDS[stage].label}`, href: without({ stage: null }) },
    theme && { label: theme, href: without({ theme: null }) },
    carrier && { label: carrier.name, href: without({ organisationId: null }) },
    status && { label: STATUS_LABELS[status].label, href: without({ status: null }) },
    alert && { label: ALERT_WORDS[alert].label, href: without({ alert: null }) },
  ].filter((tag) => tag !== null && tag !== undefined);
}
