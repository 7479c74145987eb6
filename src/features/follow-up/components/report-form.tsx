"use client";

import { useRef, useState } from "react";
import {
  cellField,
  type ReadRow,
  readGrid,
  THRESHOLD_SENTENCE,
  type TypedCells,
} from "@/domain/execution/report";
import { typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { putIn, WholeForm } from "@/ui/autosave/whole-form";
import { errorOf } from "@/ui/form-frame";
import { TextareaField } from "@/ui/textarea-field";
import { saveForm } from "../actions";
import { ReportFields } from "./report-fields";

interface TypedReport {
  cells: TypedCells;
  comment: string;
}

export interface ReportFormProps {
  number: string;
  period: string;
  agentId: string;
  revision: number;
  rows: readonly ReadRow[];
  comment: string;
}

/** The grid of a period: saved as it is typed, handed in by a separate recap. Works without script. */
export function ReportForm(props: ReportFormProps) {
  const { number, period, agentId, revision } = props;
  // Only what somebody typed: the rest stays the forecast, to be confirmed.
  const cells = useRef<Record<string, string>>(typedIn(props.rows));
  const [rows, setRows] = useState(props.rows);

  const read = (form: HTMLFormElement, changed?: EventTarget): TypedReport => {
    if (changed instanceof HTMLInputElement && changed.name.startsWith(CELL)) {
      cells.current[changed.name.slice(CELL.length)] = changed.value.trim();
    }
    const comment = String(new FormData(form).get("comment") ?? "");
    return { cells: { ...cells.current }, comment };
  };
  return (
    <WholeForm<TypedReport>
      of="ce compte rendu"
      action={saveForm}
      hidden={{ number, period }}
      save={{
        url: routes.saveReport(number, period),
        agentId,
        revision,
        storeKey: `compte-rendu:${agentId}:${number}:${period}`,
      }}
      read={read}
      fill={(form, typed) => {
        cells.current = { ...typed.cells };
        fill(form, typed);
      }}
      onTyped={(typed) => setRows(readGrid(props.rows, typed.cells))}
      review={{ href: routes.reportHandIn(number, period), label: "Relire et remettre" }}
    >
      {(posted, errors) => (
        <>
          <ReportFields rows={rows} posted={posted} />
          <TextareaField
            name="comment"
            label="Commentaire"
            hint={THRESHOLD_SENTENCE}
            optional
            rows={4}
            maxLength={4000}
            defaultValue={typedValue(posted, "comment", props.comment)}
            error={errorOf(errors, "comment")}
          />
        </>
      )}
    </WholeForm>
  );
}

const CELL = "cell.";

/** The cells already typed when the page comes: neither offered nor settled. */
function typedIn(rows: readonly ReadRow[]): Record<string, string> {
  return Object.fromEntries(
    rows
      .filter(({ toConfirm, settled, typed, offered }) => {
        const isUntouched = toConfirm || (typed === "" && offered === "");
        return !settled && !isUntouched;
      })
      .map(({ key, typed }) => [key, typed]),
  );
}

/** Puts back what waited on this device. */
function fill(form: HTMLFormElement, { cells, comment }: TypedReport): void {
  const typed = Object.entries(cells).map(([key, value]) => [cellField(key), value]);
  putIn(form, { ...Object.fromEntries(typed), comment });
}
