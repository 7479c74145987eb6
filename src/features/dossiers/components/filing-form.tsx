"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FilingAct } from "@/domain/dossier/editing";
import { FILING_WORDS, unreadSentence } from "@/domain/dossier/filing-words";
import type { FieldError } from "@/domain/errors";
import { routes } from "@/routes";
import { SendError } from "@/ui/autosave/engine";
import { pagesChanged } from "@/ui/autosave/fresh-history";
import { sendJson } from "@/ui/autosave/send-json";
import { CheckboxField } from "@/ui/checkbox-field";
import { ErrorSummary } from "@/ui/error-summary";
import { errorOf } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";

export interface FilingFormProps {
  /** What the button files. */
  act: FilingAct;
  number: string;
  /** Who the page was made for. */
  agentId: string;
  /** Made with the page: the filing happens once, however often it is sent. */
  idempotencyKey: string;
  /** Fingerprint of what the page shows. */
  content: string;
  /** A refusal that a post without script came back with. */
  refused?: string | undefined;
}

const RETRIES = [1_000, 3_000, 8_000, 15_000];

type Sending = "ready" | "sending" | "unconfirmed";

/** The one button that files: plain form without script; with it, tried again with the same key until answered. */
export function FilingForm(props: FilingFormProps) {
  const { act, number, agentId, idempotencyKey, content, refused } = props;
  const words = FILING_WORDS[act];
  const router = useRouter();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [message, setMessage] = useState(refused);
  const [isLate, setIsLate] = useState(false);
  const [sending, setSending] = useState<Sending>("ready");
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const send = async (attempt = 0): Promise<void> => {
    try {
      const body = { act, key: idempotencyKey, number, content, reread: "oui" };
      await sendJson({ url: routes.file(), agentId }, "POST", body);
      pagesChanged();
      router.push(routes.receipt(number));
    } catch (error) {
      if (!(error instanceof SendError) || !alive.current) throw error;
      const { failure } = error;
      const wait = RETRIES[attempt];
      if (failure.kind === "stopped" || failure.kind === "expired") {
        setSending("ready");
        setIsLate(failure.kind === "stopped" && failure.code === "too-late");
        setMessage(
          failure.kind === "stopped"
            ? failure.message
            : "Votre session a expiré, rien n’est perdu\u00A0: reconnectez-vous dans un nouvel onglet, puis recommencez ici.",
        );
        return;
      }
      if (wait === undefined) {
        setSending("unconfirmed");
        return;
      }
      await new Promise((resolve) => window.setTimeout(resolve, failure.retryAfter ?? wait));
      await send(attempt + 1);
    }
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending === "sending") return;
    setMessage(undefined);
    if (new FormData(event.currentTarget).get("reread") !== "oui") {
      setErrors([{ path: "reread", message: unreadSentence(act) }]);
      return;
    }
    setErrors([]);
    setSending("sending");
    void send();
  };

  return (
    <form method="post" action={routes.file()} onSubmit={onSubmit} noValidate>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="content" value={content} />
      <ErrorSummary errors={errors} message={message} before={words.before} />
      {isLate && (
        <p>
          <a href={routes.openThemes()}>Voir les thèmes ouverts</a>
        </p>
      )}
      <CheckboxField
        name="reread"
        label="J’ai relu le dossier"
        hint={words.after}
        error={errorOf(errors, "reread")}
      />
      <p role="status" className="fr-mt-2w">
        {sending === "sending" && `${words.waiting}…`}
        {sending === "unconfirmed" && words.unconfirmed}
      </p>
      <SubmitButton waiting={words.waiting}>{words.button}</SubmitButton>
    </form>
  );
}
