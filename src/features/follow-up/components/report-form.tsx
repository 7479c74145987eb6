"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import {
  cellField,
  type ReadRow,
  readGrid,
  THRESHOLD_SENTENCE,
  type TypedCells,
} from "@/domain/execution/report";
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import { routes } from "@/routes";
import { ReviewBar } from "@/ui/autosave/review-bar";
import { TwoVersions } from "@/ui/autosave/two-versions";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { WHOLE, wholeTo } from "@/ui/autosave/whole-sender";
import { ErrorSummary } from "@/ui/error-summary";
import { errorOf } from "@/ui/form-frame";
import { TextareaField } from "@/ui/textarea-field";
import { useEarlyInput } from "@/ui/use-early-input";
import { useFormAction } from "@/ui/use-form-action";
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
  const { number, period, revision } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(saveForm);
  // Only what somebody typed: the rest stays the forecast, to be confirmed.
  const cells = useRef<Record<string, string>>(typedIn(props.rows));
  const [rows, setRows] = useState(props.rows);
  const autosave = useAutosave({
    send: wholeTo<TypedReport>({
      url: routes.saveReport(number, period),
      agentId: props.agentId,
    }),
    storeKey: `compte-rendu:${props.agentId}:${number}:${period}`,
    revisions: { [WHOLE]: revision },
    onRestore: (kept) => {
      const typed = kept[WHOLE] as TypedReport;
      cells.current = { ...typed.cells };
      if (form.current) fill(form.current, typed);
      setRows(readGrid(props.rows, cells.current));
    },
  });

  useEarlyInput(form);

  const typed = (): TypedReport => ({
    cells: { ...cells.current },
    comment: form.current ? textIn(form.current, "comment") : props.comment,
  });
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.name.startsWith("cell.")) {
      cells.current[target.name.slice("cell.".length)] = target.value.trim();
      setRows(readGrid(props.rows, cells.current));
    }
    autosave.edit(WHOLE, typed());
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const goesOn = submitter instanceof HTMLButtonElement && submitter.value === "review";
    if ((await autosave.flush()) && goesOn) router.push(routes.reportHandIn(number, period));
  };
  const errors = formErrors(posted);
  return (
    <form
      ref={form}
      action={action}
      onInput={onInput}
      onSubmit={(event) => void onSubmit(event)}
      noValidate
    >
      <ErrorSummary errors={errors} message={formMessage(posted)} before="enregistrer" />
      <TwoVersions
        of="ce compte rendu"
        conflict={autosave.state.conflicts[WHOLE]}
        keepMine={() => autosave.resolve(WHOLE, typed())}
        takeOther={() => {
          autosave.takeSaved(WHOLE);
          window.location.reload();
        }}
      />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="baseRevision" value={revision} />
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
      <ReviewBar state={autosave.state} label="Relire et remettre" />
    </form>
  );
}

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

function textIn(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "");
}

/** Puts back what waited on this device. */
function fill(form: HTMLFormElement, { cells, comment }: TypedReport): void {
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
    }
  };
  set("comment", comment);
  for (const [key, value] of Object.entries(cells)) set(cellField(key), value);
}
