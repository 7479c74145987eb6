import { formatNumber, isReached, type Measure } from "@/domain/execution/crossing";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { FileLink } from "@/ui/joined-files";
import { StatusBadge } from "@/ui/status-badge";
import type { Crossing } from "../queries/phase";

const figure = (value: number, unit: string) => `${formatNumber(value)}\u00A0${unit}`;

const MEASURES: readonly Column<Measure>[] = [
  { key: "name", header: "Indicateur", rowHeader: true, cell: ({ name }) => name },
  {
    key: "minimum",
    header: "Niveau minimal",
    numeric: true,
    cell: ({ minimum, unit }) => figure(minimum, unit),
  },
  { key: "value", header: "Mesuré", numeric: true, cell: ({ value, unit }) => figure(value, unit) },
  {
    key: "reached",
    header: "Résultat",
    cell: (measure) =>
      isReached(measure) ? (
        <StatusBadge small severity="success" label="Atteint" />
      ) : (
        <StatusBadge small severity="warning" label="Non atteint" />
      ),
  },
  {
    key: "how",
    header: "Mesure",
    cell: ({ on, method }) => (
      <>
        <DayTime day={on} format="short" />
        {"\u00A0"}: {method}
      </>
    ),
  },
];

const STATES = {
  proposed: { label: "Jalon proposé", severity: "info" },
  released: { label: "Accepté", severity: "success" },
  withheld: { label: "Non accepté", severity: "warning" },
} as const;

/** A proposal of a milestone: what was done, what was measured, what proves it, what was answered. */
export function CrossingView(props: {
  crossing: Crossing;
  /** Among the proposals of every phase: each says its own. */
  ofProject?: true;
}) {
  const { crossing, ofProject } = props;
  const { position, attempt, account, measures, files, status, reason, decidedAt } = crossing;
  const id = `proposition-${position}-${attempt}`;
  return (
    <section className="fr-mb-4w" aria-labelledby={id}>
      <h2 className="fr-h4" id={id}>
        {ofProject ? `Jalon de la phase ${position}, proposition` : "Proposition"} {attempt}, du{" "}
        <InstantTime instant={crossing.requestedAt} format="date" />
      </h2>
      <p>
        <StatusBadge {...STATES[status]} /> Proposé par {crossing.requestedBy}.
        {decidedAt && (
          <>
            {" "}
            Réponse du <InstantTime instant={decidedAt} format="date" />.
          </>
        )}
      </p>
      {reason && (
        <>
          <h3 className="fr-h6">La raison donnée</h3>
          <p className="guichet-typed">{reason}</p>
        </>
      )}
      {measures.length > 0 && (
        <DataTable
          id={`mesures-${position}-${attempt}`}
          caption="Indicateurs mesurés"
          columns={MEASURES}
          rows={measures}
          rowKey={({ name }) => name}
        />
      )}
      <h3 className="fr-h6">Ce qui a été fait</h3>
      <p className="guichet-typed">{account}</p>
      <h3 className="fr-h6">Pièces jointes</h3>
      {files.length === 0 ? (
        <p>Aucune pièce n’est jointe.</p>
      ) : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
