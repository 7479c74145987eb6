"use client";

import { type ReactNode, useEffect, useState } from "react";
import { dossiersWords } from "../bulk";

interface Props {
  /** The id of the form, and the name its boxes share. */
  form: string;
  name: string;
  /** What is said while nothing is ticked. */
  children: ReactNode;
}

/** How many boxes of a form are ticked, and all of them at once. Without script each box is ticked by hand. */
export function SelectAll({ form, name, children }: Props) {
  const [boxes, setBoxes] = useState<{ ticked: number; all: number } | null>(null);

  useEffect(() => {
    const element = document.getElementById(form);
    const count = () => {
      const found = boxesOf(form, name);
      setBoxes({ ticked: found.filter(({ checked }) => checked).length, all: found.length });
    };
    // Coming back through the browser's history finds boxes ticked before.
    count();
    element?.addEventListener("change", count);
    window.addEventListener("pageshow", count);
    return () => {
      element?.removeEventListener("change", count);
      window.removeEventListener("pageshow", count);
    };
  }, [form, name]);

  const isWhole = boxes !== null && boxes.ticked === boxes.all;
  const tick = () => {
    const found = boxesOf(form, name);
    for (const box of found) box.checked = !isWhole;
    setBoxes({ ticked: isWhole ? 0 : found.length, all: found.length });
  };
  return (
    <>
      <p className="fr-mb-0" role="status">
        {boxes === null || boxes.ticked === 0
          ? children
          : `${dossiersWords(boxes.ticked)} coché${boxes.ticked > 1 ? "s" : ""}.`}
      </p>
      {boxes !== null && (
        <button
          type="button"
          className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
          onClick={tick}
        >
          {isWhole ? "Tout décocher" : "Tout cocher"}
        </button>
      )}
    </>
  );
}

const boxesOf = (form: string, name: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`#${form} input[name="${name}"]`),
];
