import { parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { type Column, DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { ChainState, DossierAudit, TrailEntry } from "../queries/dossier-audit";

/** The trail of a dossier: whether its chain holds, then its lines in order. */
export function AuditTrail({ audit }: { audit: DossierAudit }) {
  const { number, chain, entries } = audit;
  const whole = chain.state === "holds" || (chain.state === "broken" && chain.line !== null);
  return (
    <>
      <ChainMessage chain={chain} />
      {whole ? (
        <p>
          <a className="fr-link fr-link--download" href={routes.auditFile(number)} download>
            Télécharger le journal du dossier
            <span className="fr-link__detail">
              JSON, à vérifier sans le portal{"\u00A0"}: le format est public
            </span>
          </a>
        </p>
      ) : (
        <p>
          Les actes des jurés ne paraissent qu’à la clôture de la notation. Les numéros de ligne,
          les empreintes et le téléchargement du journal reviennent avec eux.
        </p>
      )}
      {entries.length === 0 ? (
        <p>Aucun acte n’est inscrit pour l’instant.</p>
      ) : (
        <DataTable
          id="journal"
          caption="Actes inscrits au journal du dossier, le premier d’abord. Heures de Paris."
          columns={
            whole ? [placeColumn(chain), AT, ...WHO_AND_WHAT, PRINT] : [NAMING_AT, ...WHO_AND_WHAT]
          }
          rows={entries}
          rowKey={({ key }) => key}
        />
      )}
    </>
  );
}

function ChainMessage({ chain }: { chain: ChainState }) {
  if (chain.state === "broken") {
    const place =
      chain.line === null
        ? "une ligne inscrite depuis le début de la notation ne tient pas"
        : `la ligne ${chain.line} ne tient pas`;
    return (
      <Message severity="error" title={`Erreur\u00A0: le journal est rompu, ${place}.`}>
        <p>
          Cette ligne, ou une ligne voisine, a été changée ou retirée hors du portail. Ne vous fiez
          plus à ce qui suit. Prévenez l’administrateur du portail et l’hébergeur.
        </p>
      </Message>
    );
  }
  const count =
    chain.state === "holds" ? `, ${chain.lines} ligne${chain.lines > 1 ? "s" : ""}` : "";
  return (
    <Message severity="success" title={`Succès\u00A0: le journal est intact${count}.`}>
      <p>
        Chaque ligne porte l’empreinte de la précédente. Aucune n’a été changée, déplacée ou
        retirée.
      </p>
    </Message>
  );
}

/** The number of each line; the one that does not hold says so. */
function placeColumn(chain: ChainState): Column<TrailEntry> {
  const broken = chain.state === "broken" ? chain.line : null;
  return {
    key: "place",
    header: "Ligne",
    rowHeader: true,
    cell: ({ place }) => {
      if (!place) return "Non renseigné";
      const { first, last } = place;
      return (
        <>
          {first === last ? first : `${first} à ${last}`}
          {broken !== null && first <= broken && broken <= last && (
            <>
              {" "}
              <StatusBadge label="Rompue" severity="error" small />
            </>
          )}
        </>
      );
    },
  };
}

const AT: Column<TrailEntry> = {
  key: "at",
  header: "Date",
  cell: ({ at, until }) => (
    <>
      <InstantTime instant={at} format="short" /> à <InstantTime instant={at} format="time" />
      {until && !sameMinute(at, until) && <Until at={at} until={until} />}
    </>
  ),
};
/** Where lines have no number, their date names them. */
const NAMING_AT: Column<TrailEntry> = { ...AT, rowHeader: true };

const WHO_AND_WHAT: readonly Column<TrailEntry>[] = [
  {
    key: "who",
    header: "Qui",
    cell: ({ who }) => {
      if (!who) return "Le portail";
      return who.organisation ? `${who.name}, ${who.organisation}` : who.name;
    },
  },
  {
    key: "what",
    header: "Acte",
    cell: ({ sentence }) => <span className="guichet-typed">{sentence}</span>,
  },
];

const sameMinute = (one: Date, other: Date) =>
  Math.floor(one.getTime() / 60_000) === Math.floor(other.getTime() / 60_000);

/** The end of a run: its time, with its day when it is another. */
function Until({ at, until }: { at: Date; until: Date }) {
  const sameDay = parisDay(at) === parisDay(until);
  return (
    <>
      , jusqu’{sameDay ? "à " : "au "}
      {!sameDay && (
        <>
          <InstantTime instant={until} format="short" /> à{" "}
        </>
      )}
      <InstantTime instant={until} format="time" />
    </>
  );
}

const PRINT: Column<TrailEntry> = {
  key: "hash",
  header: "Empreinte",
  cell: ({ hash }) => (hash ? <code>{hash.slice(0, 12)}</code> : "Non renseigné"),
};
