"use client";

import { ActionForm } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { duplicateDossierAction } from "../draft-actions";

export interface DuplicationFormProps {
  id: string;
  number: string;
  /** Address segment of the new dossier's theme. */
  theme: string;
  title: string;
  mayKeepProject: boolean;
  steps: readonly { value: string; label: string; questions: number }[];
  /** Says how many questions of each step are taken. */
  counted: boolean;
}

const PROJECTS = [
  {
    value: "same",
    label: "Le même projet",
    hint: "Ce que ses autres dossiers ont reçu compte dans les plafonds.",
  },
  { value: "new", label: "Un nouveau projet" },
];

/** The steps to take, and the project the new dossier is for. */
export function DuplicationForm(props: DuplicationFormProps) {
  const { id, number, theme, title, mayKeepProject, steps, counted } = props;
  const options = steps.map(({ value, label, questions }) => ({
    value,
    label,
    ...(counted && { hint: questions === 1 ? "1 question" : `${questions} questions` }),
  }));
  return (
    <ActionForm
      action={duplicateDossierAction}
      hidden={{ id, number, theme, ...(mayKeepProject ? {} : { project: "new" }) }}
      before="créer le dossier"
      requiredSentence={false}
    >
      {(field) => {
        const { defaultValues, ...boxes } = field.many("steps");
        return (
          <>
            {options.length === 0 ? (
              <p>Aucune question n’est commune aux deux thèmes{"\u00A0"}: le dossier sera vide.</p>
            ) : (
              <CheckboxGroupField
                {...boxes}
                label="Étapes à reprendre"
                options={options}
                defaultValues={
                  defaultValues.length > 0 ? defaultValues : options.map(({ value }) => value)
                }
                optional
              />
            )}
            {mayKeepProject && (
              <RadioField
                {...field("project", "same")}
                label="Projet du nouveau dossier"
                options={PROJECTS}
              />
            )}
            <TextField
              {...field("title", mayKeepProject ? "" : title)}
              label="Nom du nouveau projet"
              hint="Utile pour un nouveau projet seulement."
              optional={mayKeepProject}
              native={{ maxLength: 120 }}
            />
            <SubmitButton waiting="Création en cours">Créer le dossier</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}
