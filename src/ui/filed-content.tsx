import { financingOf, parseCoFinancers, type TypedCoFinancer } from "@/domain/dossier/co-financing";
import {
  computationInWords,
  lineAmount,
  parsePlan,
  type TypedLine,
} from "@/domain/dossier/funding-plan";
import { type TypedPhase, typedPhasesSchema } from "@/domain/dossier/phases";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { type Cents, least, sum } from "@/domain/money";
import { metaOf } from "@/domain/themes/field-kinds";
import { fileSlots } from "@/domain/themes/file-slots";
import type { ExpenseCategory, FormStep, Theme, ThemeForm } from "@/domain/themes/types";
import { Amount } from "@/ui/amount";
import { CoFinancersTable } from "@/ui/co-financers-table";
import { type Column, DataTable, DataTotal } from "@/ui/data-table";
import { DefinitionList } from "@/ui/definition-list";
import { FiledAnswer } from "@/ui/filed-answer";
import { FiledPhases } from "@/ui/filed-phases";
import { FiledSites } from "@/ui/filed-sites";
import { FinancingTable } from "@/ui/financing-table";
import { type JoinedFile, JoinedFiles } from "@/ui/joined-files";
import { PlanTotals } from "@/ui/plan-totals";

export interface FiledContentProps {
  theme: Pick<Theme, "commitments">;
  form: ThemeForm;
  /** As typed, by field; phases under `phases`. */
  answers: Readonly<Record<string, unknown>>;
  lines: readonly TypedLine[];
  coFinancers: readonly TypedCoFinancer[];
  /** Computed and asked at the filing: the smaller is what the fund would pay. */
  amounts: { computedGrant: Cents; requestedGrant: Cents };
  /** Keys of the commitments accepted. */
  commitments: readonly string[];
  /** Names of the organisations associated to the carrier. */
  coCarriers: readonly string[];
  files: readonly JoinedFile[];
  allFilesHref: string | null;
}

/** A dossier as filed, step by step with the labels of its own form: for whoever reads it, in any room. */
export function FiledContent(props: FiledContentProps) {
  const steps = props.form.steps.map((step) => (
    <section key={step.key} aria-labelledby={`depose-${step.key}`} className="fr-mb-4w">
      <h3 id={`depose-${step.key}`}>{step.title}</h3>
      <Answers {...props} step={step} />
      {step.kind === "plan" && <Plan {...props} />}
      {step.kind === "sites" && <FiledSites sites={props.answers.sites} />}
      {step.kind === "phases" && <FiledPhases phases={phasesOf(props.answers)} />}
      {step.kind === "files" && (
        <JoinedFiles
          slots={fileSlots(props.form)}
          files={props.files}
          allHref={props.allFilesHref}
        />
      )}
      {step.kind === "commitments" && <Commitments {...props} />}
    </section>
  ));
  return (
    <>
      {props.coCarriers.length > 0 && (
        <p>
          Co-porteurs{"\u00A0"}: {props.coCarriers.join(", ")}.
        </p>
      )}
      {steps}
    </>
  );
}

function Answers({ form, answers, step }: FiledContentProps & { step: FormStep }) {
  if (step.fields.length === 0) return null;
  const items = step.fields.flatMap((field) => {
    const schema = form.fields.shape[field];
    if (!schema) return [];
    const meta = metaOf(schema);
    return [{ term: meta.label, details: <FiledAnswer meta={meta} value={answers[field]} /> }];
  });
  return <DefinitionList items={items} />;
}

function phasesOf(answers: FiledContentProps["answers"]): readonly TypedPhase[] {
  const phases = typedPhasesSchema.safeParse(answers.phases);
  return phases.success ? phases.data : [];
}

type NumberedLine = TypedLine & { rank: number };

const COLUMNS: readonly Column<NumberedLine>[] = [
  {
    key: "label",
    header: "Dépense",
    rowHeader: true,
    cell: (line) => (
      <>
        {line.label || `Dépense ${line.rank}`}
        <span className="fr-hint-text">{computationInWords(line)}</span>
      </>
    ),
  },
  { key: "nature", header: "Titre", cell: ({ nature }) => nature || "Non renseigné" },
  { key: "year", header: "Année", cell: ({ year }) => year || "Non renseigné" },
  {
    key: "category",
    header: "Catégorie",
    cell: ({ category }) => CATEGORY_LABELS[category as ExpenseCategory] ?? "Non renseigné",
  },
  { key: "provider", header: "Prestataire", cell: ({ provider }) => provider || "Non renseigné" },
  {
    key: "amount",
    header: "Montant",
    numeric: true,
    cell: (line) => <Amount cents={lineAmount(line)} />,
  },
];

function Plan({ lines, coFinancers, amounts }: FiledContentProps) {
  if (lines.length === 0) return <p>Aucune dépense n’est inscrite au plan.</p>;
  const total = sum(lines.flatMap((line) => lineAmount(line) ?? []));
  const { expenses } = parsePlan(lines);
  const grant = least(amounts.computedGrant, amounts.requestedGrant);
  return (
    <>
      <DataTable
        id="plan-depose"
        caption="Plan de financement déposé, montants TTC"
        columns={COLUMNS}
        rows={lines.map((line, index) => ({ ...line, rank: index + 1 }))}
        rowKey={({ rank }) => String(rank)}
        footer={
          <DataTotal
            label="Total"
            span={COLUMNS.length - 1}
            values={[{ header: "Montant", value: <Amount cents={total} /> }]}
          />
        }
      />
      <PlanTotals expenses={expenses} />
      <CoFinancersTable lines={coFinancers} />
      <FinancingTable
        id="financement-depose"
        financing={financingOf(expenses, grant, parseCoFinancers(coFinancers).coFinancers)}
      />
    </>
  );
}

function Commitments({ theme, commitments }: FiledContentProps) {
  const accepted = theme.commitments.filter(({ key }) => commitments.includes(key));
  if (accepted.length === 0) return <p>Ce thème ne demande aucun engagement.</p>;
  return (
    <>
      <p>Le porteur s’est engagé sur {accepted.length === 1 ? "ce point" : "ces points"}.</p>
      <ul>
        {accepted.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}
