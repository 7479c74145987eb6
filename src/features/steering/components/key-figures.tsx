import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type SteeringFilters, steeringAddress } from "../filters";
import type { KeyFigure } from "../words";

/** The key figures; each opens the projects it counts, where there are some to open. */
export function KeyFigures({
  figures,
  filters,
}: {
  figures: readonly KeyFigure[];
  filters: SteeringFilters;
}) {
  return (
    <dl className="guichet-key-figures">
      {figures.map(({ label, value, detail, filters: own }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {own === null ? (
              <span className="guichet-key-figures__value">{value}</span>
            ) : (
              <AppLink
                className="guichet-key-figures__value"
                href={routes.steeredProjects(steeringAddress({ ...filters, ...own }))}
              >
                <span className="fr-sr-only">
                  {label}
                  {"\u00A0"}:{" "}
                </span>
                {value}
                <span className="fr-sr-only">, voir les projets</span>
              </AppLink>
            )}
            {detail && <span className="guichet-key-figures__detail">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
