import type { Day } from "@/domain/calendar";
import { formatQuantity, PROOF_LABELS } from "@/domain/execution/gains";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import type { GainLine } from "../queries/gains";
import { PromiseGainForm, ProveGainForm } from "./gain-forms";

const COLUMNS: readonly Column<GainLine>[] = [
  { key: "label", header: "Gain", rowHeader: true, cell: ({ label }) => label },
  {
    key: "promised",
    header: "Promis",
    numeric: true,
    cell: ({ promised, unit }) => `${formatQuantity(promised)}\u00A0${unit}`,
  },
  {
    key: "proven",
    header: "Constaté",
    numeric: true,
    cell: ({ proof, unit }) =>
      proof ? `${formatQuantity(proof.value)}\u00A0${unit}` : "Non renseigné",
  },
  {
    key: "proof",
    header: "Preuve",
    cell: ({ proof }) => {
      if (!proof) return "Aucune";
      const { label, severity } = PROOF_LABELS[proof.level];
      return (
        <>
          <StatusBadge small label={label} severity={severity ?? undefined} />{" "}
          <DayTime day={proof.on} format="short" />
          {"\u00A0"}: {proof.method} Source{"\u00A0"}: {proof.source}
        </>
      );
    },
  },
];

/** The gains of a project, promised and proven. */
export function GainsTable({ gains }: { gains: readonly GainLine[] }) {
  if (gains.length === 0) return <p>Aucun gain n’est encore promis.</p>;
  return (
    <DataTable
      id="tableau-gains"
      caption="Gains promis et constatés"
      columns={COLUMNS}
      rows={gains}
      rowKey={({ id }) => id}
    />
  );
}

/** The gains of a project for its team, who promises and proves them. */
export function TeamGainsView(props: {
  number: string;
  gains: readonly GainLine[];
  mayWrite: boolean;
  today: Day;
}) {
  const { number, gains, mayWrite, today } = props;
  return (
    <>
      <p>Un gain se promet une fois, puis se prouve avec sa méthode et sa source.</p>
      <GainsTable gains={gains} />
      {mayWrite && gains.length > 0 && (
        <section aria-labelledby="prouver">
          <h2 className="fr-h4" id="prouver">
            Prouver un gain
          </h2>
          <ProveGainForm
            number={number}
            today={today}
            gains={gains.map(({ id, label, unit }) => ({ value: id, label: `${label} (${unit})` }))}
          />
        </section>
      )}
      {mayWrite && (
        <section className="fr-mt-6w" aria-labelledby="promettre">
          <h2 className="fr-h4" id="promettre">
            Promettre un gain
          </h2>
          <PromiseGainForm number={number} />
        </section>
      )}
    </>
  );
}
