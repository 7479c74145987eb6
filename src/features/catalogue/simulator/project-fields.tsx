import type { FieldError } from "@/domain/errors";
import { FIELDS } from "@/features/catalogue/simulator/field-names";
import { QuestionField } from "@/features/catalogue/simulator/question-field";
import type { SimulatorSetup } from "@/features/catalogue/simulator/setup";
import { AmountField } from "@/ui/amount-field";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";

interface Props {
  setup: SimulatorSetup;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
}

const CALL_KINDS = [
  { value: "guichet", label: "Guichet" },
  { value: "aap", label: "Appel à projets" },
];

/** What the rules of the theme ask besides the spending. */
export function ProjectFields({ setup, values, errors }: Props) {
  const amount = (name: string, label: string, hint: string) => (
    <AmountField
      name={name}
      label={label}
      hint={hint}
      optional
      defaultValue={values[name]}
      error={errorOf(errors, name)}
    />
  );
  return (
    <>
      <SelectField
        name={FIELDS.carrier}
        label="Qui porte le projet"
        options={setup.carriers}
        defaultValue={values[FIELDS.carrier] ?? ""}
        optional
      />
      {setup.asksCallKind && (
        <SelectField
          name={FIELDS.callKind}
          label="Voie de dépôt"
          options={CALL_KINDS}
          defaultValue={values[FIELDS.callKind] ?? ""}
          emptyLabel="Selon le montant"
          optional
        />
      )}
      {setup.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          value={values[question.name]}
          error={errorOf(errors, question.name)}
        />
      ))}
      {setup.asksProject && (
        <>
          {amount(
            FIELDS.projectTotal,
            "Coût du projet entier, si ce dossier n’en est qu’une phase",
            "En euros TTC. Exemple\u00A0: 3\u202F000\u202F000",
          )}
          {amount(
            FIELDS.priorGrants,
            "Subventions déjà accordées à ce projet par ce thème",
            "En euros. Exemple\u00A0: 750\u202F000",
          )}
        </>
      )}
      {amount(
        FIELDS.requestedGrant,
        "Subvention que vous demandez",
        "En euros. Laissez vide pour demander la subvention calculée.",
      )}
    </>
  );
}
