import { stepOpening } from "@/domain/dossier/editing";
import type { Evaluation } from "@/domain/dossier/evaluation";
import { isReadable } from "@/domain/dossier/files";
import {
  computationInWords,
  isBlank,
  lineAmount,
  lineCategory,
  type TypedLine,
} from "@/domain/dossier/funding-plan";
import type { Json } from "@/domain/evidence/canonical";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { metaOf } from "@/domain/themes/field-kinds";
import { fileSlots } from "@/domain/themes/file-slots";
import type { FormStep } from "@/domain/themes/types";
import { routes } from "@/routes";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { CoFinancersTable } from "@/ui/co-financers-table";
import { type Column, DataTable } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { FiledSites } from "@/ui/filed-sites";
import { FinancingTable } from "@/ui/financing-table";
import { JoinedFiles } from "@/ui/joined-files";
import { PlanTotals } from "@/ui/plan-totals";
import type { DraftState } from "../draft";
import { isShown } from "../shown-questions";
import { answerText } from "./answer-text";
import { asAnswerValue } from "./answer-value";
import { asPhasesOrNone, PhasesInWords } from "./phases-in-words";
import { PlanResult } from "./plan-result";

export interface WrittenAnswersProps {
  state: DraftState;
  evaluation: Evaluation;
  /** Adds « Modifier » to each step that may be written. */
  editable: boolean;
}

/** Every answer of a dossier, step by step, as its team wrote it. */
export function WrittenAnswers({ state, evaluation, editable }: WrittenAnswersProps) {
  return state.form.steps.map((step) => (
    <section key={step.key} aria-labelledby={`relire-${step.key}`} className="fr-mb-4w">
      <h2 id={`relire-${step.key}`} className="fr-h4">
        {step.title}
      </h2>
      <StepAnswers step={step} state={state} evaluation={evaluation} />
      {editable && stepOpening(state.editing, step) !== "closed" && (
        <p>
          <AppLink href={routes.step(state.number, step.key)}>
            Modifier<span className="fr-sr-only"> l’étape {step.title}</span>
          </AppLink>
        </p>
      )}
    </section>
  ));
}

/** The answers of one step, or some of them: named questions, its list or not. */
export function StepAnswers(props: {
  step: FormStep;
  state: DraftState;
  evaluation: Evaluation;
  only?: { fields: readonly string[]; whole: boolean };
}) {
  const { step, state, evaluation, only = { fields: step.fields, whole: true } } = props;
  const kind = only.whole ? step.kind : "fields";
  const questions = only.fields.flatMap((field) => {
    const schema = state.form.fields.shape[field];
    return schema && isShown(state, field) ? [{ field, meta: metaOf(schema) }] : [];
  });
  return (
    <>
      {kind === "plan" && <PlanAnswers state={state} evaluation={evaluation} />}
      {kind === "sites" && <FiledSites sites={state.answers.sites?.value} />}
      {kind === "phases" && (
        <PhasesInWords phases={asPhasesOrNone(state.answers.phases?.value as Json)} />
      )}
      {kind === "files" && <WrittenFiles state={state} />}
      {kind === "commitments" && <CommitmentAnswers state={state} />}
      {questions.length > 0 && (
        <DefinitionList
          items={questions.map((question) => ({
            term: question.meta.label,
            details: (
              <WrittenText
                text={answerText(question, asAnswerValue(state.answers[question.field]?.value))}
              />
            ),
          }))}
        />
      )}
    </>
  );
}

function WrittenFiles({ state }: { state: DraftState }) {
  const { form, files, filesLeftOut, number, editing } = state;
  return (
    <>
      <JoinedFiles
        slots={fileSlots(form)}
        files={files.map((file) => ({
          ...file,
          href: isReadable(file.status, false) ? routes.fileContent(number, file.id) : null,
        }))}
        allHref={files.length > 0 ? routes.allFiles(number) : null}
      />
      {filesLeftOut > 0 && editing.act !== null && (
        <p>
          {filesLeftOut === 1
            ? "Un autre fichier ne sera pas déposé\u00A0: son envoi est inachevé, ou il est refusé ou infecté."
            : `${filesLeftOut} autres fichiers ne seront pas déposés\u00A0: leur envoi est inachevé, ou ils sont refusés ou infectés.`}
        </p>
      )}
    </>
  );
}

function WrittenText({ text }: { text: string }) {
  return text === "" ? <>Non renseigné</> : <span className="guichet-written">{text}</span>;
}

interface Row {
  id: string;
  label: string;
  /** How a post was valued. */
  computation: string | null;
  year: string;
  nature: string;
  category: string;
  amount: ReturnType<typeof lineAmount>;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "label",
    header: "Dépense",
    rowHeader: true,
    cell: ({ label, computation }) => (
      <>
        {label}
        <span className="fr-hint-text">{computation}</span>
      </>
    ),
  },
  { key: "year", header: "Année", cell: ({ year }) => year },
  { key: "nature", header: "Nature", cell: ({ nature }) => nature },
  { key: "category", header: "Catégorie", cell: ({ category }) => category },
  {
    key: "amount",
    header: "Montant TTC",
    numeric: true,
    cell: ({ amount }) => <Amount cents={amount} />,
  },
];

const categoryWords = (line: TypedLine) => {
  const category = lineCategory(line);
  return category ? CATEGORY_LABELS[category] : "Non renseigné";
};

function PlanAnswers({ state, evaluation }: { state: DraftState; evaluation: Evaluation }) {
  const rows = state.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => !isBlank(line))
    .map(({ line, index }) => ({
      id: String(index),
      label: line.label || "Sans intitulé",
      computation: computationInWords(line),
      year: line.year,
      nature: line.nature || "Non renseigné",
      category: categoryWords(line),
      amount: lineAmount(line),
    }));
  return (
    <>
      <PlanResult result={evaluation.simulation} />
      {rows.length === 0 ? (
        <p>Aucune dépense.</p>
      ) : (
        <DataTable
          id="plan"
          caption="Plan de financement, montants TTC"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <PlanTotals expenses={evaluation.plan.expenses} />
      <CoFinancersTable lines={state.coFinancers} />
      <FinancingTable id="financement" financing={evaluation.financing} />
    </>
  );
}

function CommitmentAnswers({ state }: { state: DraftState }) {
  if (state.theme.commitments.length === 0) return <p>Aucun engagement demandé.</p>;
  return (
    <ul>
      {state.theme.commitments.map(({ key, text }) => (
        <li key={key}>
          {text}{" "}
          <strong>
            {state.accepted.some((one) => one.key === key) ? "Accepté." : "Non accepté."}
          </strong>
        </li>
      ))}
    </ul>
  );
}
