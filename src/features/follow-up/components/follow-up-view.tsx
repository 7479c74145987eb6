import { formatDay } from "@/domain/calendar";
import { driftWords } from "@/domain/execution/drift";
import { dutyName } from "@/domain/execution/obligations";
import { formatPeriod, ofPeriod } from "@/domain/execution/periods";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { type Column, DataTable } from "@/ui/data-table";
import { DayTime, InstantTime } from "@/ui/date-time";
import { StatusBadge } from "@/ui/status-badge";
import type { FollowedDuty, FollowUp, ReportLine } from "../queries/follow-up";
import { KEPT_WORDS, STATE_WORDS, WEATHER_BADGES } from "../words";
import { MeetDutyForm } from "./act-forms";

interface Props {
  followUp: FollowUp;
  /** Where the report of a period is read. */
  reportHref: (period: string) => string;
}

/** What the team owes next, its one button, then all that is due and all that was reported. */
export function TeamFollowUp({ followUp }: { followUp: FollowUp }) {
  const { duties, drafts, mayWrite } = followUp;
  const { number } = followUp.execution.dossier;
  const next = duties.find(({ state }) => state === "late" || state === "due");
  const report = duties.find(
    ({ kind, state }) => kind === "report" && (state === "late" || state === "due"),
  );
  const isBegun = report !== undefined && drafts.includes(report.period);
  return (
    <>
      <p className="fr-text--lead">{next ? dueSentence(next) : nothingDue(duties)}</p>
      {mayWrite && report && (
        <p>
          <AppLink className="fr-btn" href={routes.report(number, report.period)}>
            {`${isBegun ? "Continuer" : "Remplir"} le compte rendu ${ofPeriod(report.period)}`}
          </AppLink>
        </p>
      )}
      <ProjectFollowUp followUp={followUp} reportHref={(period) => routes.report(number, period)} />
    </>
  );
}

function dueSentence({ kind, period, dueOn, state }: FollowedDuty): string {
  const name = dutyName(kind, period);
  return state === "late"
    ? `${name}\u00A0: en retard, c’était attendu avant le ${formatDay(dueOn)}.`
    : `${name}\u00A0: à remettre par votre équipe avant le ${formatDay(dueOn)}.`;
}

function nothingDue(duties: readonly FollowedDuty[]): string {
  const next = duties.find(({ state }) => state === "to-come");
  if (!next) return "Rien n’est attendu de votre équipe.";
  return `Rien n’est attendu pour l’instant. Ensuite\u00A0: ${dutyName(next.kind, next.period)}, avant le ${formatDay(next.dueOn)}.`;
}

/** All that is due and reported of a project, for whoever follows it. */
export function ProjectFollowUp({ followUp, reportHref }: Props) {
  const { duties, reports, mayWrite } = followUp;
  const { number } = followUp.execution.dossier;
  const once = duties.filter(({ period }) => period === "");
  const asked = duties.filter(({ kind }) => kind === "report");
  // The next one alone of those to come: the others say nothing yet.
  const shown = asked.slice(0, 1 + asked.findLastIndex(({ state }) => state !== "to-come") + 1);
  const last = asked.at(-1);
  return (
    <>
      <h2 className="fr-h4">Comptes rendus</h2>
      <DataTable
        id="comptes-rendus"
        caption="Comptes rendus demandés, le premier d’abord. Dérives par rapport au plan initial."
        columns={reportColumns(reports, mayWrite, reportHref)}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {last && shown.length < asked.length && (
        <p>
          {asked.length - shown.length === 1
            ? "Un autre compte rendu suivra"
            : `${asked.length - shown.length} autres comptes rendus suivront`}
          , le dernier à remettre avant le <DayTime day={last.dueOn} />.
        </p>
      )}
      {once.length > 0 && (
        <>
          <h2 className="fr-h4">Engagements</h2>
          <ul className="guichet-duties">
            {once.map((duty) => (
              <Engagement key={duty.id} duty={duty} number={number} mayWrite={mayWrite} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function reportColumns(
  reports: readonly ReportLine[],
  mayWrite: boolean,
  reportHref: (period: string) => string,
): readonly Column<FollowedDuty>[] {
  const lines = new Map(reports.map((line) => [line.period, line]));
  const of = ({ period }: FollowedDuty) => lines.get(period);
  return [
    {
      key: "period",
      header: "Période",
      rowHeader: true,
      cell: (duty) =>
        of(duty) || (mayWrite && duty.isOpen) ? (
          <AppLink href={reportHref(duty.period)}>{formatPeriod(duty.period)}</AppLink>
        ) : (
          formatPeriod(duty.period)
        ),
    },
    {
      key: "due",
      header: "À remettre avant",
      cell: ({ dueOn }) => <DayTime day={dueOn} format="short" />,
    },
    {
      key: "state",
      header: "État",
      cell: (duty) => {
        const { label, severity } =
          of(duty)?.status === "corrected"
            ? ({ label: "Rectifié", severity: "info" } as const)
            : STATE_WORDS[duty.state];
        return <StatusBadge small label={label} severity={severity} />;
      },
    },
    {
      key: "weather",
      header: "Météo",
      cell: (duty) => {
        const line = of(duty);
        return line ? <StatusBadge small {...WEATHER_BADGES[line.weather]} /> : "Sans\u00A0objet";
      },
    },
    {
      key: "spent",
      header: "Dépensé",
      numeric: true,
      cell: (duty) => {
        const line = of(duty);
        return line ? <Amount cents={line.spent} /> : "Sans\u00A0objet";
      },
    },
    {
      key: "budget",
      header: "Dérive du budget",
      numeric: true,
      cell: (duty) => driftWords(of(duty)?.budget ?? null, of(duty)?.budgetTrend),
    },
    {
      key: "calendar",
      header: "Dérive du calendrier",
      numeric: true,
      cell: (duty) => driftWords(of(duty)?.calendar ?? null, of(duty)?.calendarTrend),
    },
  ];
}

function Engagement({
  duty,
  number,
  mayWrite,
}: {
  duty: FollowedDuty;
  number: string;
  mayWrite: boolean;
}) {
  const { kind, dueOn, state, doneAt, note, duty: text, isOpen } = duty;
  const { label, severity } = KEPT_WORDS[state];
  return (
    <li>
      <p className="fr-mb-1w">
        <strong>{dutyName(kind, "")}</strong>{" "}
        <StatusBadge small label={label} severity={severity} />
        <br />
        Avant le <DayTime day={dueOn} />
        {text && `. ${text.text} ${text.source}.`}
      </p>
      {text?.reading && (
        <p className="fr-hint-text fr-mb-1w">
          Lecture retenue{"\u00A0"}: {text.reading}
        </p>
      )}
      {doneAt && (
        <p className="fr-mb-1w">
          Indiqué le <InstantTime instant={doneAt} format="date" />
          {"\u00A0"}: <span className="guichet-typed">{note}</span>
        </p>
      )}
      {!doneAt && mayWrite && isOpen && (
        <details className="guichet-details">
          <summary>
            Indiquer que c’est fait
            <span className="fr-sr-only">
              {"\u00A0"}: {dutyName(kind, "")}
            </span>
          </summary>
          <MeetDutyForm number={number} duty={duty.id} />
        </details>
      )}
    </li>
  );
}
