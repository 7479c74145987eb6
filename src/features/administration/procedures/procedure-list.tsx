import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import { procedurePage } from "./addresses";
import type { Imported } from "./commands";
import type { ProcedureList as List } from "./queries";

interface Props {
  list: List;
  search: string;
  /** What an import has just done. */
  imported: Imported | null;
}

/** The procedures of the observatoire, with a search that keeps its words in the address. */
export function ProcedureList({ list, search, imported }: Props) {
  const { rows, total, previous, next } = list;
  return (
    <>
      {imported && (
        <Message severity="success" title={"Succès\u00A0: la liste est à jour"}>
          <p>{importSentence(imported)}</p>
        </Message>
      )}
      <p className="fr-text--lead">
        Les porteurs d’un dossier ITN1 choisissent leur démarche dans cette liste. Remplacez-la par
        celle que publie l’observatoire dès qu’elle change.
      </p>
      <ul className="fr-btns-group fr-btns-group--inline">
        <li>
          <AppLink className="fr-btn" href={routes.administrationProcedureImport()}>
            Importer une liste
          </AppLink>
        </li>
        <li>
          <AppLink
            className="fr-btn fr-btn--secondary"
            href={routes.administrationProcedureAddition()}
          >
            Ajouter une démarche
          </AppLink>
        </li>
      </ul>
      <form action={routes.administrationProcedures()} className="fr-mb-4w">
        <search className="fr-search-bar">
          <label className="fr-label" htmlFor="recherche">
            Nom, code ou ministère
          </label>
          <input
            className="fr-input"
            type="search"
            id="recherche"
            name="recherche"
            placeholder="Nom, code ou ministère"
            defaultValue={search}
          />
          <button type="submit" className="fr-btn" title="Rechercher une démarche">
            Rechercher une démarche
          </button>
        </search>
      </form>
      {rows.length === 0 ? (
        <EmptyState
          action={{ label: "Voir toutes les démarches", href: routes.administrationProcedures() }}
        >
          {search
            ? "Aucune démarche ne correspond à cette recherche."
            : "Il n’y a pas de démarche plus loin dans cette liste."}
        </EmptyState>
      ) : (
        <>
          <p>{total > 1 ? `${total} démarches` : "1 démarche"}</p>
          <DataTable
            id="demarches"
            caption="Démarches de l’observatoire, par code"
            rows={rows}
            rowKey={({ code }) => code}
            columns={[
              {
                key: "name",
                header: "Démarche",
                rowHeader: true,
                cell: ({ code, name }) => (
                  <AppLink href={routes.administrationProcedure(code)}>{name}</AppLink>
                ),
              },
              { key: "code", header: "Code", cell: ({ code }) => code },
              { key: "ministry", header: "Ministère", cell: ({ ministry }) => ministry },
              {
                key: "state",
                header: "État",
                cell: ({ active }) =>
                  active ? (
                    <StatusBadge label="Dans la liste" severity="success" small />
                  ) : (
                    <StatusBadge label="Retirée" small />
                  ),
              },
            ]}
          />
          <KeysetPagination
            previousHref={procedurePage(search, previous)}
            nextHref={procedurePage(search, next)}
            label="Pages des démarches"
          />
        </>
      )}
    </>
  );
}

function importSentence({ added, changed, putBack, takenOff }: Imported): string {
  const said = (count: number, what: string) => `${count} ${what}${count > 1 ? "s" : ""}`;
  const words = [
    said(added, "ajoutée"),
    said(changed, "modifiée"),
    `${putBack} remise${putBack > 1 ? "s" : ""} dans la liste`,
    said(takenOff, "retirée"),
  ];
  return `Démarches\u00A0: ${words.join(", ")}.`;
}
