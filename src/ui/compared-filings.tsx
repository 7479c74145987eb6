import { formatInstant } from "@/domain/calendar";
import type { FilingAct } from "@/domain/dossier/editing";
import type { StepChanges } from "@/domain/dossier/filing-difference";
import { FILING_WORDS } from "@/domain/dossier/filing-words";
import { AnsweredPoints, type AnsweredPointsProps } from "@/ui/answered-points";
import { FilingDifference } from "@/ui/filing-difference";
import { FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";

/** A filing among those of its dossier. */
export interface ListedFiling {
  version: number;
  act: FilingAct;
  filedAt: Date;
  filedBy: string;
  themeCode: string;
}

export interface ComparedFilingsProps {
  /** The page itself: the choice of the versions is in its address. */
  action: string;
  filings: readonly ListedFiling[];
  compared: {
    before: ListedFiling;
    after: ListedFiling;
    steps: readonly StepChanges[];
    replies: AnsweredPointsProps["points"];
  } | null;
}

/** What was filed each time, and what changed from one filing to another. */
export function ComparedFilings({ action, filings, compared }: ComparedFilingsProps) {
  return (
    <>
      <ul className="fr-mb-3w">
        {filings.map((filing) => (
          <li key={filing.version}>{filingInWords(filing)}</li>
        ))}
      </ul>
      {compared ? (
        <>
          {filings.length > 2 && <Choice {...{ action, filings, compared }} />}
          <Difference compared={compared} />
        </>
      ) : (
        <p>Le dossier n’a été déposé qu’une fois{"\u00A0"}: il n’y a rien à comparer.</p>
      )}
    </>
  );
}

function filingInWords({ act, filedAt, filedBy, themeCode }: ListedFiling): string {
  return `${FILING_WORDS[act].called}, le ${formatInstant(filedAt)}, par ${filedBy}, thème ${themeCode}`;
}

type Compared = NonNullable<ComparedFilingsProps["compared"]>;

function Choice(props: Omit<ComparedFilingsProps, "compared"> & { compared: Compared }) {
  const { action, filings, compared } = props;
  const options = filings.map((filing) => ({
    value: String(filing.version),
    label: `${FILING_WORDS[filing.act].called}, ${formatInstant(filing.filedAt)}`,
  }));
  return (
    <FormFrame action={action} method="get" requiredSentence={false}>
      <SelectField
        name="de"
        label="Comparer"
        options={options}
        emptyLabel={null}
        defaultValue={String(compared.before.version)}
      />
      <SelectField
        name="a"
        label="Avec"
        options={options}
        emptyLabel={null}
        defaultValue={String(compared.after.version)}
      />
      <SubmitButton waiting="Un instant" priority="secondary">
        Comparer
      </SubmitButton>
    </FormFrame>
  );
}

/** What was answered to the points asked, then what changed. */
function Difference({ compared }: { compared: Compared }) {
  const { before, after, steps, replies } = compared;
  return (
    <>
      {replies.length > 0 && (
        <section aria-labelledby="points-repondus" className="fr-mb-4w">
          <h2 id="points-repondus" className="fr-h4">
            {after.act === "presentAnew"
              ? "Réponses du porteur aux attentes"
              : "Réponses du porteur aux points demandés"}
          </h2>
          <AnsweredPoints
            points={replies}
            changesHref={(step) => (step ? `#difference-${step}` : "#ce-qui-a-change")}
          />
        </section>
      )}
      <section aria-labelledby="ce-qui-a-change">
        <h2 id="ce-qui-a-change" className="fr-h4">
          Ce qui a changé, du {formatInstant(before.filedAt)} au {formatInstant(after.filedAt)}
        </h2>
        <FilingDifference id="difference" steps={steps} />
      </section>
    </>
  );
}
