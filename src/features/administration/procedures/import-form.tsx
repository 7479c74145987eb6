"use client";

import { type ChangeEvent, useId } from "react";
import { ActionForm } from "@/ui/action-form";
import { CheckboxField } from "@/ui/checkbox-field";
import { fieldId } from "@/ui/field";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { importProceduresAction } from "./actions";

/** The text of a CSV file: UTF-8, else as French spreadsheets save it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function fill({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
  const file = target.files?.[0];
  const area = document.getElementById(fieldId("content"));
  if (file && area instanceof HTMLTextAreaElement) area.value = await textOf(file);
}

/** Imports procedures: a file fills the text, which may also be pasted, with or without script. */
export function ImportForm() {
  const id = useId();
  return (
    <ActionForm
      action={importProceduresAction}
      before="importer la liste"
      requiredSentence={false}
      id="importer"
    >
      {(field) => (
        <>
          <div className="fr-upload-group fr-mb-3w guichet-needs-script">
            <label className="fr-label" htmlFor={id}>
              Fichier CSV
              <span className="fr-hint-text">
                Son contenu s’affiche ci-dessous{"\u202F"}; rien n’est importé avant le bouton.
              </span>
            </label>
            <input
              className="fr-upload"
              type="file"
              id={id}
              accept=".csv,.txt,text/csv"
              onChange={(event) => void fill(event)}
            />
          </div>
          <TextareaField
            {...field("content")}
            label="Contenu du fichier"
            hint={
              "Une démarche par ligne\u00A0: code, nom, ministère, séparés par un point-virgule. Exemple\u00A0: D072;Demander une autorisation de tournage;Ministère de la Culture"
            }
            rows={12}
          />
          <CheckboxField
            name="replace"
            label="Retirer de la liste les démarches absentes du fichier"
            hint="À cocher quand le fichier est la liste complète. Les dossiers qui les ont choisies les gardent."
            optional
          />
          <SubmitButton waiting="Import en cours">Importer la liste</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
