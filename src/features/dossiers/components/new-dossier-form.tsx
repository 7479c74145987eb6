"use client";

import { useState } from "react";
import type { Carried } from "@/domain/dossier/carried-answers";
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { useFormAction } from "@/ui/use-form-action";
import { createDossierAction } from "../actions";

export interface NewDossierFormProps {
  /** Made with the page: the dossier is created once, however often the form is sent. */
  id: string;
  themeSlug: string;
  projects: readonly { id: string; title: string }[];
  /** What was told while looking for the theme, posted with the form. */
  carried: Carried;
}

/** Starts a dossier: for a new project, or one the agent already works on. */
export function NewDossierForm({ id, themeSlug, projects, carried }: NewDossierFormProps) {
  const [state, action] = useFormAction(createDossierAction);
  const [project, setProject] = useState("");
  const errors = formErrors(state);
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="commencer le dossier"
      requiredSentence={false}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="theme" value={themeSlug} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {projects.length > 0 && (
        <RadioField
          name="projectId"
          label="Pour quel projet ?"
          hint="Un projet peut présenter plusieurs dossiers ; leurs subventions comptent ensemble dans les plafonds."
          options={[
            { value: "", label: "Un nouveau projet" },
            ...projects.map(({ id: value, title }) => ({ value, label: title })),
          ].map((option) => ({
            ...option,
            native: { onChange: () => setProject(option.value) },
          }))}
          defaultValue={typedValue(state, "projectId")}
        />
      )}
      {project === "" && (
        <TextField
          name="title"
          label={projects.length > 0 ? "Nom du nouveau projet" : "Nom du projet"}
          hint="Un nom court que tout agent comprend ; vous pourrez le changer. Exemple : Rendez-vous en ligne des sous-préfectures"
          error={errorOf(errors, "title")}
          defaultValue={typedValue(state, "title")}
        />
      )}
      <SubmitButton waiting="Création en cours">Commencer le dossier</SubmitButton>
    </FormFrame>
  );
}
