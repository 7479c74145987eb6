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
}

/** « Erreur : 3 réponses à corriger avant de continuer. », with the right number. */
export function summaryTitle(count: number, before: string): string {
  const answers = count > 1 ? `${count} réponses à corriger` : "une réponse à corriger";
  return `Erreur\u00A0: ${answers} avant de ${before}.`;
}

/** The errors of a form above it, each a link to its field, in page order. It takes the focus when it appears. */
export function ErrorSummary({ errors, message, before = "continuer" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0 || message !== undefined;
  const content = `${message}|${errors.map((error) => `${error.path}:${error.message}`).join("|")}`;

  // The content is a dependency so that a second failed attempt brings the focus back up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!shown) return;
    box.current?.focus();
    if (!document.title.startsWith("Erreur")) document.title = `Erreur\u00A0: ${document.title}`;
  }, [shown, content]);

  if (!shown) return null;
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
              <a href={`#${fieldId(error.path)}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
