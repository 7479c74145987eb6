import { PHASE_LABELS } from "@/domain/execution/phase-statuses";
import { formatEuros } from "@/domain/money";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import type { ProjectPhase } from "../queries/project";

/** Where a phase is opened, in the reader's room. */
type PhaseHref = ((position: number) => string) | undefined;

const columns = (href: PhaseHref): readonly Column<ProjectPhase>[] => [
  {
    key: "name",
    header: "Phase",
    rowHeader: true,
    cell: ({ position, name }) => {
      const label = `${position}. ${name}`;
      return href ? <AppLink href={href(position)}>{label}</AppLink> : label;
    },
  },
  {
    key: "days",
    header: "Du, au",
    cell: ({ startsOn, endsOn }) => (
      <>
        <DayTime day={startsOn} format="short" /> au <DayTime day={endsOn} format="short" />
      </>
    ),
  },
  { key: "milestone", header: "Jalon qui la termine", cell: ({ milestone }) => milestone },
  {
    key: "status",
    header: "État",
    cell: ({ status }) => {
      const { label, severity } = PHASE_LABELS[status];
      return <StatusBadge small label={label} severity={severity ?? undefined} />;
    },
  },
  {
    key: "grant",
    header: "Part de la subvention",
    numeric: true,
    cell: ({ grant }) => formatEuros(grant),
  },
];

/** The phases of a project, in order; nothing for a project without phases. */
export function PhasesTable({
  phases,
  href,
}: {
  phases: readonly ProjectPhase[];
  href: PhaseHref;
}) {
  if (phases.length === 0) return null;
  return (
    <section aria-labelledby="phases">
      <h2 className="fr-h4" id="phases">
        Les phases
      </h2>
      <p>
        La subvention d’une phase est débloquée quand les jalons des phases précédentes sont
        acceptés.
      </p>
      <DataTable
        id="tableau-phases"
        caption="Phases, montants TTC"
        columns={columns(href)}
        rows={phases}
        rowKey={({ position }) => String(position)}
      />
    </section>
  );
}
