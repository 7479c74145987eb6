"use client";

import { ActionForm } from "@/ui/action-form";
import { fieldId } from "@/ui/field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { addProcedureAction, listProcedureAction, renameProcedureAction } from "./actions";
import type { ProcedureRow } from "./queries";

interface Props {
  /** The procedure to rename; none for a new one. */
  procedure?: ProcedureRow;
  /** Ministries already written in the list. */
  ministries: readonly string[];
}

/** Adds a procedure, or changes the name or the ministry of one. */
export function ProcedureForm({ procedure, ministries }: Props) {
  const list = `${fieldId("ministry")}-liste`;
  return (
    <ActionForm
      action={procedure ? renameProcedureAction : addProcedureAction}
      hidden={procedure ? { code: procedure.code } : {}}
      before={procedure ? "enregistrer la démarche" : "ajouter la démarche"}
      id="demarche"
    >
      {(field) => (
        <>
          {!procedure && (
            <TextField
              {...field("code")}
              label="Code"
              hint={
                "Celui de l’observatoire, avec un chiffre au moins. Il ne changera plus. Exemple\u00A0: D072"
              }
              native={{ maxLength: 20, autoComplete: "off" }}
            />
          )}
          <TextField
            {...field("name", procedure?.name)}
            label="Nom de la démarche"
            hint={"Tel que l’usager le lit. Exemple\u00A0: Demander une autorisation de tournage"}
            native={{ maxLength: 200 }}
          />
          <TextField
            {...field("ministry", procedure?.ministry)}
            label="Ministère"
            hint={"Celui qui a la charge de la démarche. Exemple\u00A0: Ministère de la Culture"}
            native={{ maxLength: 200, list }}
          />
          <datalist id={list}>
            {ministries.map((ministry) => (
              <option key={ministry} value={ministry} />
            ))}
          </datalist>
          <SubmitButton waiting="Enregistrement en cours">
            {procedure ? "Enregistrer la démarche" : "Ajouter la démarche"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Takes a procedure off the list, or puts it back. */
export function ListedForm({ procedure: { code, active } }: { procedure: ProcedureRow }) {
  return (
    <ActionForm
      action={listProcedureAction}
      hidden={{ code, active: active ? "non" : "oui" }}
      before={active ? "retirer la démarche" : "remettre la démarche"}
      requiredSentence={false}
    >
      <SubmitButton waiting="Enregistrement en cours" priority="secondary">
        {active ? "Retirer de la liste" : "Remettre dans la liste"}
      </SubmitButton>
    </ActionForm>
  );
}
