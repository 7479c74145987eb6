import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

/** The way in and out of a spreadsheet. */
export function PlanTools({ number, writable }: { number: string; writable: boolean }) {
  return (
    <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
      {writable && (
        <li>
          <AppLink
            className="fr-btn fr-btn--tertiary"
            href={routes.pastedTable(number, "depenses")}
          >
            Coller ou importer un tableau
          </AppLink>
        </li>
      )}
      <li>
        <a className="fr-btn fr-btn--tertiary" href={routes.planFile(number, "csv")} download>
          Télécharger en CSV
        </a>
      </li>
      <li>
        <a className="fr-btn fr-btn--tertiary" href={routes.planFile(number, "xlsx")} download>
          Télécharger en XLSX
        </a>
      </li>
    </ul>
  );
}
