"use client";

import { useEffect, useRef } from "react";
import type { FieldError } from "@/domain/errors";
import { fieldId } from "@/ui/field";

export interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** A sentence about the whole form, when no field is to blame. */
  message?: string | undefined;
  /** What the errors stand before, after « avant de ». Default: « continuer ». */
  before?: string;
  /** The scope of the fields' ids, in a form that has one. */
  scope?: string | undefined;
}

/** « Erreur : 3 réponses à corriger avant de continuer. », with the right number. */
export function summaryTitle(count: number, before: string): string {
  const answers = count > 1 ? `${count} réponses à corriger` : "une réponse à corriger";
  const of = /^[aeéèêiouyh]/i.test(before) ? "d’" : "de ";
  return `Erreur\u00A0: ${answers} avant ${of}${before}.`;
}

/** The errors of a form above it, each a link to its field, in page order. It takes the focus when it appears. */
export function ErrorSummary({ errors, message, before = "continuer", scope }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const content = [
    message ?? "",
    ...errors.map(({ path, message: why }) => `${path}\u00A0: ${why}`),
  ].join("");

  // Another failed attempt, with other errors, brings the focus back up.
  useEffect(() => {
    if (content === "") return;
    box.current?.focus();
    if (!document.title.startsWith("Erreur")) document.title = `Erreur\u00A0: ${document.title}`;
  }, [content]);

  if (content === "") return null;
  return (
    <div ref={box} tabIndex={-1} className="fr-alert fr-alert--error fr-mb-4w">
      <h2 className="fr-alert__title">
        {errors.length > 0 ? summaryTitle(errors.length, before) : `Erreur\u00A0: ${message}`}
      </h2>
      {errors.length > 0 && message !== undefined && <p>{message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={`${error.path}:${error.message}`}>
              <a href={`#${fieldId(error.path, scope)}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
