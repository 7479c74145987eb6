import { MAX_CO_FINANCERS } from "@/domain/dossier/co-financing";
import {
  ACCEPTED_SENTENCE,
  formatSize,
  MAX_DOSSIER_SIZE,
  MAX_FILE_SIZE,
} from "@/domain/dossier/files";
import { MAX_LINES } from "@/domain/dossier/funding-plan";
import { MAX_INDICATORS, MAX_PHASES } from "@/domain/dossier/phases";
import { MAX_SITES } from "@/domain/dossier/sites";
import { fileSlots } from "@/domain/themes/file-slots";
import type { FormStep, Theme, ThemeForm } from "@/domain/themes/types";
import { FactList } from "@/features/catalogue/components/facts";
import { DefinitionList } from "@/ui/definition-list";
import { BlankQuestions } from "./blank-question";
import {
  CO_FINANCER_COLUMNS,
  INDICATOR_COLUMNS,
  PHASE_COLUMNS,
  planColumns,
  SITE_COLUMNS,
} from "./columns";

interface Props {
  theme: Theme;
  form: ThemeForm;
  step: FormStep;
}

/** What a step asks, whatever its kind: its questions, then its table, its files or its commitments. */
export function BlankStep({ theme, form, step }: Props) {
  return (
    <>
      {step.kind !== "fields" && <Special theme={theme} form={form} kind={step.kind} />}
      <BlankQuestions form={form} fields={step.fields} />
    </>
  );
}

function Special({ theme, form, kind }: Omit<Props, "step"> & { kind: FormStep["kind"] }) {
  switch (kind) {
    case "plan":
      return (
        <>
          <p>
            Une ligne par dépense, {MAX_LINES} au plus. La subvention se calcule pendant que vous
            écrivez.
          </p>
          <DefinitionList items={planColumns(form, theme)} />
          <h3 className="fr-h6 fr-mt-3w">Les co-financeurs, s’il y en a</h3>
          <p>Une ligne par organisme qui paie une part du projet, {MAX_CO_FINANCERS} au plus.</p>
          <DefinitionList items={CO_FINANCER_COLUMNS} />
        </>
      );
    case "phases":
      return (
        <>
          <p>
            Au moins une phase, {MAX_PHASES} au plus. La suivante est financée une fois le jalon de
            la précédente atteint.
          </p>
          <DefinitionList items={PHASE_COLUMNS} />
          <h3 className="fr-h6 fr-mt-3w">Les indicateurs de chaque phase</h3>
          <p>
            Au moins un par phase, {MAX_INDICATORS} au plus, calculables chaque mois ou plus
            souvent.
          </p>
          <DefinitionList items={INDICATOR_COLUMNS} />
        </>
      );
    case "sites":
      return (
        <>
          <p>Une ligne par site, {MAX_SITES} au plus, à écrire ou à coller depuis un tableur.</p>
          <DefinitionList items={SITE_COLUMNS} />
        </>
      );
    case "files":
      return <Files form={form} />;
    case "commitments":
      return (
        <>
          <p>Chaque engagement s’accepte un par un.</p>
          <FactList facts={theme.commitments} />
        </>
      );
    case "fields":
      return null;
  }
}

/** The papers one may join. */
function Files({ form }: { form: ThemeForm }) {
  return (
    <>
      <p>
        Aucune pièce n’est obligatoire. Formats acceptés{"\u00A0"}: {ACCEPTED_SENTENCE}.{" "}
        {formatSize(MAX_FILE_SIZE)} au plus par fichier, {formatSize(MAX_DOSSIER_SIZE)} par dossier.
      </p>
      <DefinitionList
        items={fileSlots(form).map(({ label, hint }) => ({ term: label, details: hint }))}
      />
    </>
  );
}
