import { DECLARATION_MONTHS, LINK_WORDS, LINK_YEARS } from "@/domain/rights/conflicts";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { MyInterests, MyLink } from "../queries/my-interests";
import { DeclarationForm } from "./declaration-form";

const COLUMNS: readonly Column<MyLink>[] = [
  {
    key: "name",
    header: "Avec",
    rowHeader: true,
    cell: ({ name, isKnown }) =>
      isKnown ? name : `${name} (nommé en toutes lettres, hors des organisations du portail)`,
  },
  { key: "nature", header: "Nature", cell: ({ nature }) => LINK_WORDS[nature] },
  {
    key: "ended",
    header: "Fin",
    cell: ({ endedOn }) => (endedOn ? <DayTime day={endedOn} format="short" /> : "En cours"),
  },
  { key: "detail", header: "Précisions", cell: ({ detail }) => detail || "Aucune" },
];

/** What the reader declared, what it does, and the form of a new declaration. */
export function InterestsView({ interests }: { interests: MyInterests }) {
  const { links, former } = interests;
  return (
    <>
      <State interests={interests} />
      <p>
        Le portail compare votre déclaration, votre organisation et votre nom aux dossiers. Dès
        qu’un lien apparaît, il vous déporte{"\u00A0"}: vous ne voyez plus rien du dossier, et votre
        fiche ne compte pas.
      </p>
      <p>
        Vous seul lisez le contenu de votre déclaration. Ceux qui composent le jury en voient la
        date et, pour un dossier, la seule catégorie du déport.
      </p>
      <ReadingNote>
        un lien compte tant qu’il dure et pendant {LINK_YEARS} ans après sa fin{"\u202F"}; une
        déclaration vaut {DECLARATION_MONTHS} mois. Les textes ne fixent pas ces durées.
      </ReadingNote>
      {links.length > 0 && (
        <DataTable
          id="liens"
          caption="Liens de votre déclaration en vigueur"
          columns={COLUMNS}
          rows={links}
          rowKey={({ name, nature, endedOn }) => `${nature} ${name} ${endedOn}`}
        />
      )}
      <h2 className="fr-h4 fr-mt-4w">
        {interests.declaredOn ? "Nouvelle déclaration" : "Ma déclaration"}
      </h2>
      <DeclarationForm links={links} organisations={interests.organisations} />
      {former.length > 0 && (
        <details className="guichet-details fr-mt-4w">
          <summary>Mes déclarations précédentes</summary>
          <ul>
            {former.map(({ at, links: count }) => (
              <li key={at.toISOString()}>
                <InstantTime instant={at} />
                {"\u00A0: "}
                {count === 0 ? "rien à déclarer" : `${count} lien${count > 1 ? "s" : ""}`}.
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function State({ interests }: { interests: MyInterests }) {
  const { declaredOn, validUntil, isValid, links } = interests;
  if (!declaredOn || !validUntil) {
    return (
      <Message severity="warning" title="Attention : vous n’avez pas encore déclaré vos intérêts">
        Aucun dossier ne peut vous être confié avant. Si vous n’avez rien à déclarer, dites-le.
      </Message>
    );
  }
  if (!isValid) {
    return (
      <Message severity="warning" title="Attention : votre déclaration est à renouveler">
        <p>
          Elle date du <DayTime day={declaredOn} />. Aucun dossier ne peut vous être confié avant.
        </p>
      </Message>
    );
  }
  return (
    <p className="fr-text--lead">
      Votre déclaration du <DayTime day={declaredOn} /> vaut jusqu’au <DayTime day={validUntil} />
      {"\u00A0: "}
      {links.length === 0
        ? "rien à déclarer."
        : `${links.length} lien${links.length > 1 ? "s" : ""}.`}
    </p>
  );
}
