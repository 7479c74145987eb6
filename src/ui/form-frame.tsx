import type { ReactNode } from "react";
import type { FieldError } from "@/domain/errors";
import { ErrorSummary } from "@/ui/error-summary";

const REQUIRED_SENTENCE =
  "Sauf mention contraire «\u00A0(optionnel)\u00A0» dans le label, tous les champs sont obligatoires.";

export interface FormFrameProps {
  /** A Server Action, or the address of a route handler. */
  action: string | ((form: FormData) => void | Promise<void>);
  /** With an address only. Default: post. */
  method?: "get" | "post";
  /** Posts files: only with an address. */
  multipart?: boolean;
  errors?: readonly FieldError[];
  /** A sentence about the whole form. */
  message?: string | undefined;
  /** Infinitive after « avant de » in the summary: « continuer », « déposer »… */
  before?: string;
  /** The sentence on compulsory fields. False for a form of a single field or of optional ones only. */
  requiredSentence?: boolean;
  id?: string;
  /** Sets the ids of its fields apart, in a form that stands several times in a page. */
  scope?: string | undefined;
  children: ReactNode;
}

/** A form with its error summary and the sentence on compulsory fields. Works without script. */
export function FormFrame(props: FormFrameProps) {
  const { action, method = "post", multipart, errors = [], message, before } = props;
  const { id, scope, children } = props;
  const transport =
    typeof action === "string"
      ? { method, encType: multipart ? ("multipart/form-data" as const) : undefined }
      : {};
  return (
    <form action={action} {...transport} id={id} noValidate>
      <ErrorSummary
        errors={errors}
        message={message}
        scope={scope}
        {...(before ? { before } : {})}
      />
      {props.requiredSentence !== false && (
        <p className="fr-hint-text fr-mb-3w">{REQUIRED_SENTENCE}</p>
      )}
      {children}
    </form>
  );
}

/** The message of a path, for the field that shows it. */
export function errorOf(errors: readonly FieldError[] | undefined, path: string) {
  return errors?.find((error) => error.path === path)?.message;
}

export interface FieldGroupProps {
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

/** Fields that answer one question together, under a title. */
export function FieldGroup({ legend, hint, children }: FieldGroupProps) {
  return (
    <fieldset className="fr-fieldset guichet-field-group">
      <legend className="fr-fieldset__legend">
        {legend}
        {hint !== undefined && <span className="fr-hint-text">{hint}</span>}
      </legend>
      <div className="fr-fieldset__element">{children}</div>
    </fieldset>
  );
}
