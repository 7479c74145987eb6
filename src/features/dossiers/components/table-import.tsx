"use client";

import { PASTED_PLAN } from "@/domain/dossier/pasted-plan";
import { PASTED_SITES } from "@/domain/dossier/pasted-sites";
import { asRows, readPasted } from "@/domain/dossier/pasted-table";
import { formErrors, formMessage } from "@/domain/form-state";
import { AppLink } from "@/ui/app-link";
import { fieldId } from "@/ui/field";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { useFormAction } from "@/ui/use-form-action";
import { importTableAction } from "../table-actions";
import { TableHelp } from "./table-help";
import { TablePreview } from "./table-preview";

export interface TableImportProps {
  number: string;
  list: "depenses" | "sites";
  /** The revision of the list as the page was made. */
  revision: number;
  /** How many lines the list holds: there is something to replace. */
  count: number;
  backHref: string;
}

const WORDS = {
  depenses: { add: "Ajouter ces dépenses", replace: "Remplacer le plan", what: "dépenses" },
  sites: { add: "Ajouter ces sites", replace: "Remplacer les sites", what: "sites" },
} as const;

/** A table pasted or uploaded: read first, corrected where it stands, then added. Works without script. */
export function TableImport({ number, list, revision, count, backHref }: TableImportProps) {
  const [state, action] = useFormAction(importTableAction);
  const values = "values" in state ? state.values : undefined;
  const typed = typeof values?.table === "string" ? values.table : "";
  const errors = formErrors(state);
  const isRead = state.status === "done";
  const rows = isRead ? asRows(typed) : [];
  const table = list === "sites" ? readPasted(PASTED_SITES, rows) : readPasted(PASTED_PLAN, rows);
  const isSound =
    isRead && table.refusal === null && table.rows.every(({ problems }) => problems.length === 0);
  const words = WORDS[list];
  const fileError = errorOf(errors, "file");
  return (
    <FormFrame
      action={action}
      errors={errors}
      message={formMessage(state)}
      before="lire le tableau"
      requiredSentence={false}
      multipart
    >
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="revision" value={revision} />
      {isRead && <TablePreview table={table} rows={rows} plural={words.what} />}
      {isSound && (
        <ul className="fr-btns-group fr-btns-group--inline">
          <li>
            <SubmitButton waiting="Ajout en cours" name="do" value="add">
              {words.add}
            </SubmitButton>
          </li>
          {count > 0 && (
            <li>
              <SubmitButton
                waiting="Remplacement en cours"
                priority="secondary"
                name="do"
                value="replace"
              >
                {`${words.replace} (${count} ${count === 1 ? "ligne" : "lignes"})`}
              </SubmitButton>
            </li>
          )}
        </ul>
      )}
      <TextareaField
        key={typed}
        name="table"
        label={isRead ? "Le tableau, à corriger ici" : "Collez ici les lignes de votre tableur"}
        hint="Sélectionnez les cellules dans le tableur, copiez, puis collez. La ligne de titres est reconnue."
        rows={isRead ? 8 : 12}
        defaultValue={typed}
        error={errorOf(errors, "table")}
        // A file will do as well: the server says what is missing.
        native={{ required: false, spellCheck: false, autoComplete: "off", wrap: "off" }}
      />
      <div className={`fr-upload-group fr-mb-3w${fileError ? " fr-upload-group--error" : ""}`}>
        <label className="fr-label" htmlFor={fieldId("file")}>
          Ou choisissez un fichier
          <span className="fr-hint-text">
            CSV ou XLSX, 1{"\u00A0"}Mo au plus. La première feuille est lue.
          </span>
        </label>
        <input
          className="fr-upload"
          type="file"
          id={fieldId("file")}
          name="file"
          accept=".csv,.txt,.tsv,.xlsx"
          aria-invalid={fileError ? true : undefined}
          aria-describedby={`${fieldId("file")}-message`}
        />
        <div className="fr-messages-group" id={`${fieldId("file")}-message`} aria-live="polite">
          {fileError && <p className="fr-message fr-message--error">{fileError}</p>}
        </div>
      </div>
      <ul className="fr-btns-group fr-btns-group--inline">
        <li>
          <SubmitButton
            waiting="Lecture en cours"
            name="do"
            value="check"
            priority={isSound ? "secondary" : "primary"}
          >
            {isRead ? "Vérifier à nouveau" : "Vérifier le tableau"}
          </SubmitButton>
        </li>
        <li>
          <AppLink className="fr-btn fr-btn--tertiary" href={backHref}>
            Revenir sans rien ajouter
          </AppLink>
        </li>
      </ul>
      <TableHelp columns={list === "sites" ? PASTED_SITES.columns : PASTED_PLAN.columns} />
    </FormFrame>
  );
}
