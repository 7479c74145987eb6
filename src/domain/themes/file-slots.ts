import type { FormStep, ThemeCode, ThemeForm } from "./types";

/** A question answered by files. Several may be joined; none is ever compulsory. */
export interface FileSlot {
  /** Stored with each file. */
  field: string;
  label: string;
  hint: string;
  /** Place in the texts, where the fiche speaks of what the file proves. */
  source?: string;
}

/** Every theme: the fiches ask for a plan, whose figures come from somewhere. */
const DOCUMENTS: FileSlot = {
  field: "documents",
  label: "Devis et documents du projet",
  hint: "Par exemple un devis, une note de cadrage ou une maquette.",
};

/** What a fiche gives weight to and a paper of others shows best. */
const BY_THEME: Partial<Record<ThemeCode, readonly FileSlot[]>> = {
  ITN3: [
    {
      field: "territories",
      label: "Lettres d’engagement des territoires",
      hint: "Par exemple la lettre d’une préfecture qui s’engage à utiliser la solution.",
      source: "Livret l.202",
    },
    {
      field: "support",
      label: "Lettre de l’autorité qui soutient le projet",
      hint: "Par exemple la lettre signée d’un préfet de région.",
      source: "Livret l.212",
    },
  ],
};

/** The questions of a form that files answer, in reading order. */
export function fileSlots({ theme }: Pick<ThemeForm, "theme">): readonly FileSlot[] {
  return [...(BY_THEME[theme] ?? []), DOCUMENTS];
}

export const FILES_STEP: FormStep = {
  key: "pieces-jointes",
  kind: "files",
  title: "Les pièces jointes",
  fields: [],
};

/** The form with its step of files, before the commitments one takes on the whole. */
export function withFilesStep(form: ThemeForm): ThemeForm {
  const at = form.steps.findIndex(({ kind }) => kind === "commitments");
  const index = at === -1 ? form.steps.length : at;
  return { ...form, steps: form.steps.toSpliced(index, 0, FILES_STEP) };
}
