import { formatInstant } from "@/domain/calendar";
import { formatPeriod } from "@/domain/execution/periods";
import { opensProjects } from "@/domain/rights/steering";
import { FUND_OWNERS } from "@/domain/themes/types";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { PageSummary } from "@/ui/page-summary";
import { ReadingNote } from "@/ui/reading-note";
import { SelectField } from "@/ui/select-field";
import { steeringAddress } from "../filters";
import type { Steering } from "../queries/steering";
import { type SteeringTable, tablesOf } from "../tables";
import { bopWords, keyFigures } from "../words";
import { DrawnTable } from "./drawn-table";
import { TableFiles } from "./figure-table";
import { KeyFigures } from "./key-figures";

/** The funds as a whole on one page: key figures, then each table. */
export function SteeringView({ steering }: { steering: Steering }) {
  const { scope, filters, now } = steering;
  const opens = opensProjects(scope);
  const tables = tablesOf(steering);
  return (
    <>
      <p className="fr-text--lead">{leadOf(steering)}</p>
      <p className="fr-hint-text">
        Situation au {formatInstant(now)}. Une décision compte à partir de sa notification.
        {opens && " Chaque chiffre souligné ouvre la liste de ses projets."}
      </p>
      <Choices steering={steering} />
      {opens && (
        <p>
          <AppLink className="fr-link" href={routes.steeringNote(steeringAddress(filters))}>
            Lire la note au COSINUM, à imprimer ou à télécharger
          </AppLink>
        </p>
      )}
      <KeyFigures figures={keyFigures(steering)} filters={filters} />
      <PageSummary parts={tables.map((table) => ({ id: titleId(table), title: table.title }))} />
      {tables.map((table) => (
        <section key={table.key} aria-labelledby={titleId(table)}>
          <h2 id={titleId(table)}>{table.title}</h2>
          <Remark table={table} />
          <DrawnTable steering={steering} table={table} />
          {opens && <TableFiles table={table} filters={filters} />}
        </section>
      ))}
    </>
  );
}

const titleId = ({ key }: SteeringTable) => `titre-${key}`;

function leadOf({ scope, filters: { bop, quarter } }: Steering): string {
  const of = bop === null ? "Les 500\u00A0M€ du fonds" : `L’argent du ${bopWords(bop)}`;
  const when = quarter === null ? "" : ` Dossiers déposés au ${formatPeriod(quarter)} seulement.`;
  return opensProjects(scope)
    ? `${of}, de l’enveloppe au paiement, par thème, volet, BOP, ministère et trimestre.${when}`
    : `${of}, de l’enveloppe au paiement, par thème, volet et BOP.${when}`;
}

/** Which quarter, and which BOP for who reads them all. */
function Choices({ steering: { scope, filters, quarters } }: { steering: Steering }) {
  return (
    <form action={routes.steering()} method="get" className="guichet-steering-form">
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-md-4">
          <SelectField
            name="trimestre"
            label="Trimestre de dépôt"
            options={quarters.map((value) => ({ value, label: formatPeriod(value) }))}
            defaultValue={filters.quarter ?? ""}
            emptyLabel="Tous les trimestres"
            native={{ required: false }}
          />
        </div>
        {scope.kind !== "bop" && (
          <div className="fr-col-12 fr-col-md-4">
            <SelectField
              name="bop"
              label="BOP"
              options={FUND_OWNERS.map((owner) => ({
                value: owner.toLowerCase(),
                label: bopWords(owner),
              }))}
              defaultValue={filters.bop?.toLowerCase() ?? ""}
              emptyLabel="Tous les BOP"
              native={{ required: false }}
            />
          </div>
        )}
      </div>
      <button className="fr-btn fr-btn--secondary fr-mt-3w" type="submit">
        Afficher ces chiffres
      </button>
    </form>
  );
}

/** What must be known to read a table. */
function Remark({ table: { key } }: { table: SteeringTable }) {
  switch (key) {
    case "themes":
      return (
        <>
          <p>
            Le solde est l’enveloppe moins l’accordé. Le temps écoulé est celui des projets suivis
            {"\u00A0"}: jours passés sur jours prévus.
          </p>
          <ReadingNote source="COSINUM l.8, action 6-2 l.19">
            33{"\u00A0"}M€ des 500{"\u00A0"}M€ n’ont pas de thème dans les textes{"\u00A0"}: ils
            restent à part, jamais répartis.
          </ReadingNote>
        </>
      );
    case "bop":
      return (
        <ReadingNote source="Action 6-2 l.76">
          aucun texte ne confie ITN7 à un BOP{"\u202F"}; son enveloppe reste à part.
        </ReadingNote>
      );
    case "trimestres":
      return (
        <ReadingNote>
          un dossier et tous ses montants comptent au trimestre de son dépôt, pour que les
          trimestres s’ajoutent sans double compte.
        </ReadingNote>
      );
    case "delais":
      return (
        <ReadingNote source="COSINUM l.16">
          un projet est interministériel quand un co-porteur relève d’un autre ministère que le
          porteur. Un dossier réorienté ou à représenter n’entre pas dans le taux de succès.
        </ReadingNote>
      );
    case "territoires":
      return (
        <ReadingNote>
          le territoire est la région que sert le porteur. ITN3 demande les départements en texte
          libre{"\u00A0"}: ils se lisent dans chaque dossier et ne se comptent pas.
        </ReadingNote>
      );
    default:
      return null;
  }
}
