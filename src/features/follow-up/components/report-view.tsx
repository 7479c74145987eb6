import { driftWords } from "@/domain/execution/drift";
import { ofPeriod } from "@/domain/execution/periods";
import { type Findings, gridProblems, needsComment } from "@/domain/execution/report";
import { fieldCount } from "@/domain/execution/report-grid";
import { suggestionSentence } from "@/domain/execution/weather";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { fieldId } from "@/ui/field";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { FormerReport, Report } from "../queries/report";
import { WEATHER_BADGES } from "../words";
import { CorrectionForm, HandInForm, PasteForm } from "./act-forms";
import { GridTable } from "./grid-table";
import { ReportForm } from "./report-form";

/** The grid of a period being written. */
export function ReportDraft({ report, agentId }: { report: Report; agentId: string }) {
  const { period, dueOn, rows, revision, comment } = report;
  const { number } = report.execution.dossier;
  const { asked } = fieldCount(rows);
  const filled = rows.filter(({ settled, typed }) => !settled && typed !== "").length;
  return (
    <>
      <p className="fr-text--lead">
        À remettre par votre équipe avant le <DayTime day={dueOn} format="weekday" />.
      </p>
      <p>
        {filled} cases sur {asked} sont déjà remplies, d’après le prévu ou le dernier compte rendu.
        Corrigez celles qui diffèrent{"\u00A0"}: comptez cinq minutes.
      </p>
      <ReportForm
        key={revision}
        number={number}
        period={period}
        agentId={agentId}
        revision={revision}
        rows={rows}
        comment={comment}
      />
      <section aria-labelledby="coller" className="fr-mt-4w">
        <h2 className="fr-h4" id="coller">
          Coller un tableau
        </h2>
        <PasteForm number={number} period={period} />
      </section>
    </>
  );
}

/** A report handed in, to read. */
export function HandedInReport({ report, mayCorrect }: { report: Report; mayCorrect: boolean }) {
  const { period, rows, findings, weather, comment, handedIn, corrections } = report;
  const { number } = report.execution.dossier;
  if (!handedIn || !weather) return null;
  return (
    <>
      <p className="fr-text--lead">
        Remis le <InstantTime instant={handedIn.at} format="date" /> par {handedIn.by}
        {handedIn.corrected && ", rectifié depuis"}.
      </p>
      <p>
        <StatusBadge {...WEATHER_BADGES[weather]} />
      </p>
      {findings && <Whole findings={findings} />}
      {comment !== "" && (
        <>
          <h2 className="fr-h4">Commentaire</h2>
          <p className="guichet-typed">{comment}</p>
        </>
      )}
      <h2 className="fr-h4">La grille</h2>
      <GridTable id="grille" rows={rows} handedIn />
      {mayCorrect && (
        <p>
          <AppLink
            className="fr-btn fr-btn--secondary"
            href={routes.reportCorrection(number, period)}
          >
            Rectifier ce compte rendu
          </AppLink>
        </p>
      )}
      {corrections.length > 0 && <Corrections corrections={corrections} />}
    </>
  );
}

function Whole({ findings }: { findings: Findings }) {
  const { spent, estimate, drift, alerts } = findings;
  return (
    <>
      <DefinitionList
        items={[
          { term: "Dépensé depuis le début", details: <Amount cents={spent} /> },
          { term: "Coût final estimé", details: <Amount cents={estimate.total} /> },
          { term: "Fin estimée", details: <DayTime day={estimate.endsOn} /> },
          { term: "Dérive du budget", details: driftWords(drift.budget) },
          { term: "Dérive du calendrier", details: driftWords(drift.calendar) },
        ]}
      />
      {alerts.length > 0 && (
        <>
          <h2 className="fr-h4">Écarts signalés</h2>
          <ul>
            {alerts.map(({ row, sentence }) => (
              <li key={row}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Corrections({ corrections }: { corrections: readonly FormerReport[] }) {
  return (
    <>
      <h2 className="fr-h4">Versions d’avant</h2>
      {corrections.map(({ position, rows, weather, comment, reason, by, at }) => (
        <details key={position} className="guichet-details">
          <summary>
            Version {position}, rectifiée le <InstantTime instant={at} format="date" /> par {by}
          </summary>
          <p>
            Raison{"\u00A0"}: <span className="guichet-typed">{reason}</span>
          </p>
          {weather && (
            <p>
              <StatusBadge small {...WEATHER_BADGES[weather]} />
            </p>
          )}
          {comment !== "" && <p className="guichet-typed">{comment}</p>}
          <GridTable id={`version-${position}`} rows={rows} handedIn />
        </details>
      ))}
    </>
  );
}

/** The report read once more before it is handed in, or what it lacks. */
export function HandInView({ report }: { report: Report }) {
  const { period, rows, findings, revision, comment } = report;
  const { number } = report.execution.dossier;
  const problems = gridProblems(rows);
  const back = routes.report(number, period);
  if (problems.length > 0 || !findings) {
    return (
      <>
        <Message
          severity="warning"
          title={`Attention : ${problems.length === 1 ? "une case est à corriger" : `${problems.length} cases sont à corriger`}`}
        >
          <ul>
            {problems.map(({ path, message }) => (
              <li key={path}>
                <AppLink href={`${back}#${fieldId(path)}`}>{message}</AppLink>
              </li>
            ))}
          </ul>
        </Message>
        <p>
          <AppLink className="fr-btn" href={back}>
            Corriger la grille
          </AppLink>
        </p>
      </>
    );
  }
  const { drift, alerts, suggested } = findings;
  return (
    <>
      <p className="fr-text--lead">{suggestionSentence(drift, alerts.length)}</p>
      <Whole findings={findings} />
      <GridTable id="grille" rows={rows} handedIn={false} />
      <p>
        <AppLink className="fr-btn fr-btn--secondary" href={back}>
          Modifier la grille
        </AppLink>
      </p>
      <h2 className="fr-h4">Remettre</h2>
      <HandInForm
        number={number}
        period={period}
        revision={revision}
        suggested={suggested}
        comment={comment}
        toConfirm={rows.filter(({ toConfirm }) => toConfirm).length}
        asksComment={needsComment(findings, null)}
      />
    </>
  );
}

/** A report handed in, open to a correction. */
export function CorrectionView({ report }: { report: Report }) {
  const { period, rows, revision, weather, comment } = report;
  if (!weather) return null;
  return (
    <>
      <p className="fr-text--lead">
        La version remise reste lisible, avec votre raison. Le compte rendu {ofPeriod(period)} porte
        ensuite la mention «{"\u00A0"}Rectifié{"\u00A0"}».
      </p>
      <CorrectionForm
        number={report.execution.dossier.number}
        period={period}
        revision={revision}
        rows={rows.map((row) => ({ ...row, toConfirm: false }))}
        weather={weather}
        comment={comment}
      />
    </>
  );
}
