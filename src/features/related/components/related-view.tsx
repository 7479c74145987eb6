import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import {
  type KnownDossier,
  MOST_HISTORY,
  type NeighbourDossier,
  type RelatedDossiers,
} from "../queries/related";

/** What the carrier filed before, then the dossiers that are near, whatever their theme. */
export function RelatedView({ related }: { related: RelatedDossiers }) {
  const { history, moreHistory, similar } = related;
  return (
    <>
      <section aria-labelledby="historique">
        <h2 id="historique" className="fr-h4">
          Le même projet, le même porteur
        </h2>
        {history.known.length + history.neighbours.length === 0 && (
          <p>Ce porteur n’a déposé aucun autre dossier.</p>
        )}
        <KnownTable id="du-porteur" caption="Autres dossiers du porteur" rows={history.known} />
        <Neighbours rows={history.neighbours} />
        {moreHistory && <p>Les {MOST_HISTORY} derniers dossiers déposés sont affichés.</p>}
      </section>
      <section aria-labelledby="proches" className="fr-mt-6w">
        <h2 id="proches" className="fr-h4">
          Des dossiers proches, d’autres porteurs
        </h2>
        <p>
          Rapprochés par leur titre et par les mots peu courants de leur résumé. À vous de juger
          s’ils se ressemblent{"\u00A0"}: rien n’est décidé ici.
        </p>
        {similar.known.length + similar.neighbours.length === 0 && (
          <p>Aucun dossier déposé ne ressemble à celui-ci.</p>
        )}
        <KnownTable id="semblables" caption="Dossiers proches de vos thèmes" rows={similar.known} />
        <Neighbours rows={similar.neighbours} />
      </section>
    </>
  );
}

const COLUMNS: readonly Column<KnownDossier>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title, carrier }) => (
      <>
        <AppLink href={routes.instructionDossier(number)}>
          {number} – {title}
        </AppLink>
        <span className="fr-hint-text">{carrier}</span>
      </>
    ),
  },
  { key: "reason", header: "Rapprochement", cell: ({ reason }) => reason },
  { key: "theme", header: "Thème", cell: ({ theme }) => theme.code },
  {
    key: "status",
    header: "Statut",
    cell: ({ status }) => (
      <StatusBadge small label={status.label} severity={status.severity ?? undefined} />
    ),
  },
  {
    key: "filed",
    header: "Déposé le",
    cell: ({ filedAt }) => <InstantTime instant={filedAt} format="short" />,
  },
  {
    key: "grant",
    header: "Subvention",
    numeric: true,
    cell: ({ asked, awarded }) => (
      <>
        <Amount cents={awarded ?? asked} />
        <span className="fr-hint-text">{awarded === null ? "demandée" : "accordée"}</span>
      </>
    ),
  },
];

function KnownTable(props: { id: string; caption: string; rows: readonly KnownDossier[] }) {
  const { id, caption, rows } = props;
  if (rows.length === 0) return null;
  return (
    <DataTable
      id={id}
      caption={`${caption}, subventions TTC`}
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id: key }) => key}
    />
  );
}

function Neighbours({ rows }: { rows: readonly NeighbourDossier[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="fr-h6">Dans les thèmes que vous n’instruisez pas</h3>
      <p>
        Vous lisez ce qui suffit à proposer une alliance. Le reste appartient à ceux qui instruisent
        ces thèmes{"\u00A0"}: écrivez-leur.
      </p>
      <ul>
        {rows.map(({ id, title, theme, ministry, reason, contact }) => (
          <li key={id}>
            <strong>{title}</strong> ({reason}). Thème {theme.code}, {theme.title}.{" "}
            {ministry && <>{ministry}. </>}À contacter{"\u00A0"}: {contact}.
          </li>
        ))}
      </ul>
    </>
  );
}
