"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { formatTime } from "@/domain/calendar";
import { formErrors, formMessage, typedValue } from "@/domain/form-state";
import { ConflictPanel } from "@/ui/autosave/conflict-panel";
import { SaveSentence, saveAnnouncement } from "@/ui/autosave/save-state";
import { useAutosave } from "@/ui/autosave/use-autosave";
import { ErrorSummary } from "@/ui/error-summary";
import { fieldId } from "@/ui/field";
import { SaveBar } from "@/ui/save-bar";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import { useEarlyInput } from "@/ui/use-early-input";
import { useFormAction } from "@/ui/use-form-action";
import { DELIBERATION_FIELD, deliberationTo } from "../../deliberation-sender";
import { writeDeliberation } from "../../room-actions";
import type { CurrentItem } from "../../room-state";

type Text = CurrentItem["deliberation"];

/** The text of the deliberation: written by those who keep the sitting, read as it is written by the others. */
export function Deliberation(props: {
  session: string;
  number: string;
  agentId: string;
  deliberation: Text;
  keeps: boolean;
}) {
  const { deliberation, keeps } = props;
  return (
    <section aria-labelledby="deliberation" className="fr-mb-4w">
      <h3 className="fr-h5" id="deliberation">
        Délibération
      </h3>
      {keeps ? <Written {...props} /> : <Read deliberation={deliberation} />}
    </section>
  );
}

function Read({ deliberation }: { deliberation: Text }) {
  const { text, author, at } = deliberation;
  if (text === "") return <p>Le secrétariat n’a encore rien écrit.</p>;
  return (
    <>
      <p className="guichet-typed">{text}</p>
      {author && at && (
        <p className="fr-hint-text">
          Écrit par {author}, à {formatTime(new Date(at))}.
        </p>
      )}
    </>
  );
}

/**
 * A newer text by somebody else takes the place of this one as long as nothing is typed over it; else saving tells the
 * conflict, with both texts.
 */
function Written(props: { session: string; number: string; agentId: string; deliberation: Text }) {
  const [base, setBase] = useState(props.deliberation);
  const busy = useRef(false);
  useEffect(() => {
    if (props.deliberation.revision > base.revision && !busy.current) setBase(props.deliberation);
  }, [props.deliberation, base]);
  return <Editor key={base.revision} {...props} deliberation={base} busy={busy} />;
}

function Editor(props: {
  session: string;
  number: string;
  agentId: string;
  deliberation: Text;
  /** Whether something is typed that the portal has not, or the person is in the text. */
  busy: { current: boolean };
}) {
  const { session, number, agentId, deliberation, busy } = props;
  const { text, revision } = deliberation;
  const form = useRef<HTMLFormElement>(null);
  const [posted, action] = useFormAction(writeDeliberation);
  const autosave = useAutosave({
    send: deliberationTo({ session, number, agentId }),
    storeKey: `deliberation:${agentId}:${session}:${number}`,
    revisions: { [DELIBERATION_FIELD]: revision },
    onRestore: (kept) => {
      const area = areaOf(form.current);
      if (area) area.value = String(kept[DELIBERATION_FIELD] ?? "");
      busy.current = true;
    },
  });
  useEarlyInput(form);
  const conflict = autosave.state.conflicts[DELIBERATION_FIELD];
  const write = (value: string) => {
    const area = areaOf(form.current);
    if (area) area.value = value;
  };
  return (
    <form
      ref={form}
      action={action}
      noValidate
      onFocus={() => {
        busy.current = true;
      }}
      onBlur={() => {
        busy.current = !["untouched", "saved"].includes(autosave.state.kind);
      }}
      onInput={() => {
        busy.current = true;
        autosave.edit(DELIBERATION_FIELD, areaOf(form.current)?.value ?? "");
      }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void autosave.flush();
      }}
    >
      <ErrorSummary
        errors={formErrors(posted)}
        message={formMessage(posted)}
        before="enregistrer la délibération"
      />
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="baseRevision" value={revision} />
      <TextareaField
        name="text"
        label="Texte de la délibération"
        hint="Enregistré à mesure que vous écrivez, et lu par les membres qui prennent part au dossier. Il figurera au procès-verbal."
        rows={8}
        maxLength={20_000}
        optional
        defaultValue={typedValue(posted, "text", text)}
      />
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          subject="ce texte"
          saved={String(conflict.value)}
          onMine={() => autosave.resolve(DELIBERATION_FIELD, areaOf(form.current)?.value ?? "")}
          onTheirs={() => {
            write(String(conflict.value));
            autosave.takeSaved(DELIBERATION_FIELD);
          }}
          onBoth={() => {
            write(`${String(conflict.value)}\n\n${areaOf(form.current)?.value ?? ""}`);
            autosave.resolve(DELIBERATION_FIELD, areaOf(form.current)?.value ?? "");
          }}
        />
      )}
      <SaveBar
        state={<SaveSentence state={autosave.state} />}
        announcement={saveAnnouncement(autosave.state)}
      >
        <SubmitButton waiting="Enregistrement en cours" priority="secondary">
          Enregistrer la délibération
        </SubmitButton>
      </SaveBar>
    </form>
  );
}

function areaOf(form: HTMLFormElement | null): HTMLTextAreaElement | null {
  const area = form?.querySelector(`#${fieldId("text")}`);
  return area instanceof HTMLTextAreaElement ? area : null;
}
