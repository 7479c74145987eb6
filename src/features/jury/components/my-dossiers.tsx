import { parisDay } from "@/domain/calendar";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { StatusBadge } from "@/ui/status-badge";
import type { DossierToScore, SheetState } from "../queries/my-dossiers";

const STATES: Record<SheetState, { label: string; severity?: "info" | "success" }> = {
  "to-do": { label: "À remettre" },
  started: { label: "Commencé", severity: "info" },
  submitted: { label: "Remis", severity: "success" },
  closed: { label: "Notation close" },
};

const COLUMNS: readonly Column<DossierToScore>[] = [
  {
    key: "number",
    header: "Dossier",
    rowHeader: true,
    cell: ({ number, title }) => (
      <AppLink href={routes.sheet(number)}>
        {number} – {title}
      </AppLink>
    ),
  },
  { key: "theme", header: "Thème", cell: ({ themeCode }) => themeCode },
  { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
  {
    key: "state",
    header: "Votre fiche",
    cell: ({ state }) => <StatusBadge small {...STATES[state]} />,
  },
  {
    key: "progress",
    header: "Critères notés",
    cell: ({ scored, criteria }) => `${scored} sur ${criteria}`,
  },
  {
    key: "due",
    header: "À remettre pour le",
    cell: ({ dueOn }) =>
      dueOn ? <DayTime day={parisDay(dueOn)} format="short" /> : "Séance à fixer",
  },
];

/** The dossiers entrusted to a juror: what is due first, their own progress alone. */
export function MyDossiers({ dossiers }: { dossiers: readonly DossierToScore[] }) {
  const open = dossiers.filter(({ state }) => state === "to-do" || state === "started");
  if (dossiers.length === 0) {
    return (
      <EmptyState action={{ label: "Voir les séances", href: routes.sessions() }}>
        Aucun dossier ne vous est confié. Un courriel vous prévient dès que le secrétariat vous en
        confie un.
      </EmptyState>
    );
  }
  const [nearest] = open;
  return (
    <>
      <p className="fr-text--lead">
        {open.length === 0
          ? "Vos fiches sont toutes remises."
          : `${open.length} fiche${open.length > 1 ? "s" : ""} à remettre`}
        {nearest?.dueOn && (
          <>
            , la prochaine pour le <DayTime day={parisDay(nearest.dueOn)} format="weekday" />
          </>
        )}
        {open.length > 0 && "."}
      </p>
      <DataTable
        id="a-noter"
        caption="Dossiers qui vous sont confiés"
        columns={COLUMNS}
        rows={dossiers}
        rowKey={({ number }) => number}
      />
    </>
  );
}
