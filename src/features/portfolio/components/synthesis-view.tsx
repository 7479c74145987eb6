import { STAGE_WORDS, STAGES, type Stage } from "@/domain/dossier/stages";
import { formatDrift } from "@/domain/execution/drift";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EVERYTHING, type PortfolioQuery, portfolioAddress } from "../filters";
import type { Figures } from "../queries/sums";
import type { Synthesis, ThemeLine } from "../queries/synthesis";
import { AlertLinks } from "./alert-links";
import { LoadTable } from "./load-table";

interface Props {
  synthesis: Synthesis;
  /** Null: all the ministries the reader serves. */
  ministryId: string | null;
}

/** The ministry on a page, for its secretary general: each figure leads to the list behind it. */
export function SynthesisView({ synthesis, ministryId }: Props) {
  const { ministries, now, stages, totals, themes, carriers, alerts, drift, credits } = synthesis;
  const to = (chosen: Partial<PortfolioQuery>) =>
    routes.ministry(portfolioAddress({ ...EVERYTHING, ministryId, ...chosen }));
  const query = { ...EVERYTHING, ministryId };
  return (
    <div className="guichet-synthesis">
      <p className="fr-text--lead">{ministries.map(({ name }) => name).join(", ")}</p>
      <p>
        Situation au <InstantTime instant={now} />. Montants TTC. Cette page s’imprime telle quelle,
        depuis le menu de votre navigateur.
      </p>
      <DataTable
        id="etapes"
        caption="Dossiers par étape"
        columns={[
          {
            key: "stage",
            header: "Étape",
            rowHeader: true,
            cell: ({ stage }) => <AppLink href={to({ stage })}>{STAGE_WORDS[stage].label}</AppLink>,
          },
          ...FIGURES,
        ]}
        rows={STAGES.map((stage): Figures & { stage: Stage } => ({ ...stages[stage], stage }))}
        rowKey={({ stage }) => stage}
        footer={
          <DataTotal
            label="Toutes les étapes"
            span={1}
            values={FIGURES.map(({ header, cell }) => ({ header, value: cell(totals) }))}
          />
        }
      />
      <DataTable
        id="themes"
        caption="Dossiers par thème"
        columns={[
          {
            key: "theme",
            header: "Thème",
            rowHeader: true,
            cell: ({ code, title }) => (
              <AppLink href={to({ theme: code })}>
                {code}
                {"\u00A0"}: {title}
              </AppLink>
            ),
          },
          ...FIGURES,
          ...DRIFTS,
        ]}
        rows={themes}
        rowKey={({ code }) => code}
      />
      <h2 className="fr-h4">Exécution</h2>
      <DefinitionList
        items={[
          {
            term: "Projets en exécution",
            details: (
              <AppLink href={to({ status: "in-execution" })}>
                {stages.execution.count + stages.late.count + stages.suspended.count}
              </AppLink>
            ),
          },
          {
            term: "Projets en retard",
            details: <AppLink href={to({ stage: "late" })}>{stages.late.count}</AppLink>,
          },
          {
            term: "Dérive du budget",
            details: <AppLink href={to({ alert: "drift" })}>{driftText(drift.budget)}</AppLink>,
          },
          {
            term: "Dérive du calendrier",
            details: <AppLink href={to({ alert: "drift" })}>{driftText(drift.calendar)}</AppLink>,
          },
          { term: "Crédits reçus (AE)", details: <Paid cents={credits.received} /> },
          { term: "Engagé (AE)", details: <Paid cents={credits.committed} /> },
          { term: "Payé (CP)", details: <Paid cents={credits.paid} /> },
          { term: "Restitué (AE)", details: <Paid cents={credits.returned} /> },
        ]}
      />
      <p className="fr-hint-text">
        La dérive compare la dernière estimation de chaque projet à son plan initial. Un euro compte
        pour un euro, un jour pour un jour.
      </p>
      <AlertLinks alerts={alerts} query={query} />
      <LoadTable query={query} carriers={carriers} />
    </div>
  );
}

const driftText = (drift: number | null) => (drift === null ? "Sans objet" : formatDrift(drift));

function Paid({ cents }: { cents: Synthesis["credits"]["paid"] }) {
  return (
    <AppLink href={routes.credits()}>
      <Amount cents={cents} />
    </AppLink>
  );
}

const FIGURES: readonly Column<Figures>[] = [
  { key: "count", header: "Dossiers", numeric: true, cell: ({ count }) => count },
  {
    key: "asked",
    header: "Demandé",
    numeric: true,
    cell: ({ asked }) => <Amount cents={asked} />,
  },
  {
    key: "awarded",
    header: "Accordé",
    numeric: true,
    cell: ({ awarded }) => <Amount cents={awarded} />,
  },
  {
    key: "cash",
    header: "Part propre, numéraire",
    numeric: true,
    cell: ({ own }) => <Amount cents={own.cash} />,
  },
  {
    key: "staff",
    header: "Part propre, T2",
    numeric: true,
    cell: ({ own }) => <Amount cents={own.staff} />,
  },
];

const DRIFTS: readonly Column<ThemeLine>[] = [
  {
    key: "budget",
    header: "Dérive du budget",
    numeric: true,
    cell: ({ drift }) => driftText(drift?.budget ?? null),
  },
  {
    key: "calendar",
    header: "Dérive du calendrier",
    numeric: true,
    cell: ({ drift }) => driftText(drift?.calendar ?? null),
  },
];
