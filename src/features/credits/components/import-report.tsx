import { LINE_OUTCOMES, type LineOutcome, OUTCOME_WORDS } from "@/domain/credits/extract";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DataTable } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import { KeysetPagination } from "@/ui/pagination";
import { StatusBadge } from "@/ui/status-badge";
import type { ImportReport, ReportQuery } from "../queries/imports";
import { DropExtractForm, EnterExtractForm } from "./extract-forms";

interface Props {
  report: ImportReport;
  query: ReportQuery;
}

/** What became of each line of an extract, or would: what is taken, known, refused and why. */
export function ImportReportView({ report, query }: Props) {
  const { id, entered, counts, taken, mayEnter } = report;
  return (
    <>
      <Message
        severity={entered ? "success" : "info"}
        title={
          entered
            ? "Succès\u00A0: l’extrait est enregistré"
            : "Information\u00A0: rien n’est encore enregistré"
        }
      >
        {entered
          ? "Le même fichier, envoyé à nouveau, ne changerait rien."
          : "Vérifiez les lignes, puis enregistrez celles qui sont prises. Elles seront jugées à nouveau à cet instant."}
      </Message>
      <DefinitionList
        items={[
          { term: "BOP", details: report.bop },
          { term: entered ? "Enregistré" : "Reçu", details: <InstantTime instant={report.at} /> },
          ...LINE_OUTCOMES.map((outcome) => ({
            term: `Lignes ${OUTCOME_WORDS[outcome].many}`,
            details: counts[outcome].toLocaleString("fr-FR"),
          })),
          { term: "Engagements pris (AE)", details: <Amount cents={taken.ae} /> },
          { term: "Paiements pris (CP)", details: <Amount cents={taken.cp} /> },
          {
            term: "Empreinte du fichier",
            details: <span className="guichet-typed">{report.fingerprint.slice(0, 12)}</span>,
          },
        ]}
      />
      {mayEnter && (
        <div className="guichet-credit-acts">
          {counts.taken > 0 && <EnterExtractForm extract={id} count={counts.taken} />}
          <DropExtractForm extract={id} />
        </div>
      )}
      <h2>Ligne par ligne</h2>
      {counts.refused > 0 && (
        <p>
          Une ligne refusée n’empêche pas les autres. Corrigez sa cause, puis importez un nouvel
          extrait{"\u00A0"}: les lignes déjà prises ne compteront pas deux fois.
        </p>
      )}
      <Views report={report} query={query} />
      <Lines report={report} />
      <KeysetPagination
        label="Pages des lignes"
        previousHref={null}
        nextHref={report.next === null ? null : address(id, query.outcome, report.next)}
      />
      <p className="fr-mt-3w">
        <a className="fr-link" href={routes.extractReport(id)} download>
          Télécharger tout le rapport (CSV)
        </a>
      </p>
    </>
  );
}

function address(id: string, outcome: LineOutcome | null, after = 0): string {
  const params = new URLSearchParams();
  if (outcome) params.set("lignes", OUTCOME_WORDS[outcome].slug);
  if (after > 0) params.set("apres", String(after));
  return routes.creditImport(id, params);
}

/** All the lines, or those of one outcome: links with their counts. */
function Views({ report: { id, counts }, query }: Props) {
  const all = LINE_OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);
  const views = [
    { outcome: null, label: `Toutes (${all.toLocaleString("fr-FR")})` },
    ...LINE_OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
      outcome,
      label: `${OUTCOME_WORDS[outcome].label} (${counts[outcome].toLocaleString("fr-FR")})`,
    })),
  ];
  return (
    <ul className="fr-tags-group" aria-label="Lignes montrées">
      {views.map(({ outcome, label }) => (
        <li key={label}>
          <AppLink
            className="fr-tag"
            href={address(id, outcome)}
            aria-current={outcome === query.outcome ? "page" : undefined}
          >
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

function Lines({ report }: { report: ImportReport }) {
  if (report.lines.length === 0) return <p>Aucune ligne plus loin dans ce rapport.</p>;
  return (
    <DataTable
      id="lignes"
      caption="Lignes de l’extrait, dans l’ordre du fichier, montants comme écrits"
      rows={report.lines}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: "line", header: "Ligne", rowHeader: true, cell: ({ position }) => position },
        {
          key: "outcome",
          header: "Résultat",
          cell: ({ outcome }) => (
            <StatusBadge
              small
              label={OUTCOME_WORDS[outcome].label}
              severity={OUTCOME_WORDS[outcome].severity}
            />
          ),
        },
        {
          key: "piece",
          header: "Pièce",
          cell: ({ content: { type, piece, item } }) => `${type} ${piece}, poste ${item}`,
        },
        { key: "unit", header: "Centre financier", cell: ({ content }) => content.unit },
        { key: "number", header: "Dossier", cell: ({ content }) => content.number },
        {
          key: "amount",
          header: "Montant",
          numeric: true,
          cell: ({ content }) => content.amount,
        },
        { key: "day", header: "Date", cell: ({ content }) => content.day },
        { key: "reason", header: "Raison", cell: ({ reason }) => reason || "Sans objet" },
      ]}
    />
  );
}
