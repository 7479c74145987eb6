import { formatInstant } from "@/domain/calendar";
import { LINK_WORDS } from "@/domain/credits/chain";
import { DOSSIER_STATUSES, STATUS_LABELS } from "@/domain/dossier/statuses";
import { driftWords } from "@/domain/execution/drift";
import { dutyName } from "@/domain/execution/obligations";
import { formatPeriod } from "@/domain/execution/periods";
import { cents, formatEuros, formatMillions } from "@/domain/money";
import {
  formatDays,
  formatShare,
  MEASURES,
  shareOf,
  successRate,
  timeElapsed,
} from "@/domain/steering/figures";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { StackedBars } from "@/ui/charts/stacked-bars";
import { DataTable, DataTotal } from "@/ui/data-table";
import { DayTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import type { ThemeDashboard } from "../queries/own-theme";
import { formatCount } from "../words";

interface Props {
  dashboard: ThemeDashboard;
}

/** A theme as its owner leads it: its envelope, its files, its credits, what is late, what drifts. */
export function ThemeDashboardView({ dashboard }: Props) {
  const { now, figures } = dashboard;
  return (
    <>
      <p className="fr-hint-text">Situation au {formatInstant(now)}.</p>
      <Money dashboard={dashboard} />
      <h2>Dossiers par état</h2>
      <States dashboard={dashboard} />
      <h2>Délais</h2>
      <DefinitionList
        items={[
          { term: "Taux de succès", details: formatShare(successRate(figures)) },
          { term: "Du dépôt à la décision, médiane", details: formatDays(figures.decisionDays) },
          {
            term: "De la notification à l’ouverture du suivi, médiane",
            details: formatDays(figures.openingDays),
          },
          { term: "Temps écoulé des projets suivis", details: formatShare(timeElapsed(figures)) },
        ]}
      />
      <h2>En retard</h2>
      <Late dashboard={dashboard} />
      <h2>Projets qui dérivent le plus</h2>
      <Drifting dashboard={dashboard} />
    </>
  );
}

function Money({ dashboard: { theme, envelope, figures } }: Props) {
  const { total, committed } = envelope;
  const left = cents(total - committed);
  const rows = [
    { key: "total", label: "Enveloppe", amount: total },
    { key: "held", label: "Réservé par les décisions, notifiées ou non", amount: committed },
    { key: "left", label: "Reste à décider", amount: left },
    ...MEASURES.map((measure) => ({
      key: measure,
      label: LINK_WORDS[measure].label,
      amount: figures.amounts[measure],
    })),
  ];
  return (
    <>
      <p className="fr-text--lead">
        {formatEuros(committed)} réservés sur {formatEuros(total)}
        {"\u00A0"}: {formatShare(shareOf(committed, total))}. Reste {formatEuros(left)}.
      </p>
      <h2>Enveloppe et crédits</h2>
      <StackedBars
        id="emploi"
        title={`Emploi de l’enveloppe ${theme.code}`}
        description="La barre est l’enveloppe entière. Les valeurs sont dans le tableau qui suit."
        series={["Réservé", "Reste à décider"]}
        bars={[
          {
            label: theme.code,
            values: [committed, left],
            text: `${formatMillions(committed)} réservés sur ${formatMillions(total)}`,
          },
        ]}
      >
        <DataTable
          id="argent"
          caption={`Argent du thème ${theme.code}, de l’enveloppe au paiement. Montants TTC.`}
          columns={[
            { key: "label", header: "Étape", rowHeader: true, cell: ({ label }) => label },
            {
              key: "amount",
              header: "Montant",
              numeric: true,
              cell: ({ amount }) => <Amount cents={amount} />,
            },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      </StackedBars>
    </>
  );
}

function States({ dashboard: { theme, states, figures } }: Props) {
  if (states.length === 0) {
    return (
      <EmptyState action={{ label: "Voir la fiche du thème", href: routes.theme(theme.slug) }}>
        Aucun dossier n’est déposé sur ce thème.
      </EmptyState>
    );
  }
  const rows = DOSSIER_STATUSES.flatMap((status) => states.filter((one) => one.status === status));
  return (
    <DataTable
      id="etats"
      caption="Dossiers déposés par état, et subventions demandées. Montants TTC."
      columns={[
        {
          key: "state",
          header: "État",
          rowHeader: true,
          cell: ({ status }) => STATUS_LABELS[status].label,
        },
        {
          key: "dossiers",
          header: "Dossiers",
          numeric: true,
          cell: ({ dossiers }) => formatCount(dossiers),
        },
        {
          key: "requested",
          header: "Demandé",
          numeric: true,
          cell: ({ requested }) => <Amount cents={requested} />,
        },
      ]}
      rows={rows}
      rowKey={({ status }) => status}
      footer={
        <DataTotal
          label="Total"
          span={1}
          values={[
            { header: "Dossiers", value: formatCount(figures.dossiers) },
            { header: "Demandé", value: <Amount cents={figures.amounts.requested} /> },
          ]}
        />
      }
    />
  );
}

function Late({ dashboard: { theme, late, lateCount } }: Props) {
  if (late.length === 0) return <p>Rien n’est en retard sur ce thème.</p>;
  const all = new URLSearchParams({ theme: theme.slug, etat: "en-retard" });
  return (
    <>
      <DataTable
        id="retards"
        caption={`Comptes rendus et engagements en retard, le plus ancien d’abord\u00A0: ${late.length} sur ${formatCount(lateCount)}.`}
        columns={[
          {
            key: "number",
            header: "Numéro",
            rowHeader: true,
            cell: ({ number }) => (
              <AppLink className="guichet-amount" href={routes.examinedReports(number)}>
                {number}
              </AppLink>
            ),
          },
          { key: "title", header: "Projet", cell: ({ title }) => title },
          { key: "duty", header: "Attendu", cell: ({ kind, period }) => dutyName(kind, period) },
          {
            key: "due",
            header: "Échéance",
            cell: ({ dueOn }) => <DayTime day={dueOn} format="short" />,
          },
        ]}
        rows={late}
        rowKey={({ number, kind, period }) => `${number} ${kind} ${period}`}
      />
      <p>
        <AppLink className="fr-link" href={routes.followedProjects(all)}>
          Voir tous les projets en retard du thème
        </AppLink>
      </p>
    </>
  );
}

function Drifting({ dashboard: { drifting, driftingTogether, trend, trends } }: Props) {
  if (drifting.length === 0) return <p>Aucun projet n’a encore rendu compte.</p>;
  const present = trend.at(-1);
  return (
    <>
      {present && (
        <p>
          Tous les projets du thème, {formatPeriod(present.period)}
          {"\u00A0"}: budget {driftWords(present.drift.budget, trends.budget)}
          {"\u202F"}; calendrier {driftWords(present.drift.calendar, trends.calendar)}.
        </p>
      )}
      <DataTable
        id="derives"
        caption="Dernière estimation comparée au plan initial, la plus forte dérive d’abord. Montants TTC."
        columns={[
          {
            key: "number",
            header: "Numéro",
            rowHeader: true,
            cell: ({ number }) => (
              <AppLink className="guichet-amount" href={routes.examinedReports(number)}>
                {number}
              </AppLink>
            ),
          },
          { key: "title", header: "Projet", cell: ({ title }) => title },
          { key: "carrier", header: "Porteur", cell: ({ carrier }) => carrier },
          {
            key: "planned",
            header: "Plan initial",
            numeric: true,
            cell: ({ planned }) => <Amount cents={planned} />,
          },
          {
            key: "estimated",
            header: "Estimation",
            numeric: true,
            cell: ({ estimated }) => <Amount cents={estimated} />,
          },
          {
            key: "budget",
            header: "Budget",
            numeric: true,
            cell: ({ drift }) => driftWords(drift.budget),
          },
          {
            key: "calendar",
            header: "Calendrier",
            numeric: true,
            cell: ({ drift }) => driftWords(drift.calendar),
          },
        ]}
        rows={drifting}
        rowKey={({ number }) => number}
        footer={
          <DataTotal
            label="Ensemble de ces projets"
            span={3}
            values={[
              { header: "Plan initial", value: <Amount cents={driftingTogether.planned} /> },
              { header: "Estimation", value: <Amount cents={driftingTogether.estimated} /> },
              { header: "Budget", value: driftWords(driftingTogether.budget) },
              { header: "Calendrier", value: driftWords(driftingTogether.calendar) },
            ]}
          />
        }
      />
    </>
  );
}
