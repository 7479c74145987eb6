import { withFilesStep } from "@/domain/themes/file-slots";
import { itn1Form } from "@/domain/themes/itn1/form";
import { itn2Form } from "@/domain/themes/itn2/form";
import { itn3Form } from "@/domain/themes/itn3/form";
import { itn4Form } from "@/domain/themes/itn4/form";
import { itn5Form } from "@/domain/themes/itn5/form";
import { itn6Form } from "@/domain/themes/itn6/form";
import { itn8aForm } from "@/domain/themes/itn8a/form";
import { itn8bForm } from "@/domain/themes/itn8b/form";
import { itn8cForm } from "@/domain/themes/itn8c/form";
import { itn8dForm } from "@/domain/themes/itn8d/form";
import { snap1Form } from "@/domain/themes/snap1/form";
import { snap2aForm } from "@/domain/themes/snap2a/form";
import { snap2bForm } from "@/domain/themes/snap2b/form";
import { snap3Form } from "@/domain/themes/snap3/form";
import { snap4Form } from "@/domain/themes/snap4/form";
import { snap5Form } from "@/domain/themes/snap5/form";
import type { CarrierKind, ThemeCode, ThemeForm } from "@/domain/themes/types";

const WRITTEN: readonly ThemeForm[] = [
  itn1Form,
  itn2Form,
  itn3Form,
  itn4Form,
  itn5Form,
  itn6Form,
  itn8aForm,
  itn8bForm,
  itn8cForm,
  itn8dForm,
  snap1Form,
  snap2aForm,
  snap2bForm,
  snap3Form,
  snap4Form,
  snap5Form,
];

/** The forms open on the portal, each with its step of files; the other themes say that filing is not open here yet. */
export const FORMS: readonly ThemeForm[] = WRITTEN.map(withFilesStep);

/** The form of a theme, or null when the portal does not take its dossiers yet. */
export function formByTheme(code: ThemeCode): ThemeForm | null {
  return FORMS.find(({ theme }) => theme === code) ?? null;
}

/** Whether a question of a form is asked of a kind of carrier: some are of operators alone. */
export function isAskedOf(form: ThemeForm, field: string, kind: CarrierKind): boolean {
  const kinds = Object.entries(form.compulsoryFor ?? {}).flatMap(([own, questions]) =>
    Object.hasOwn(questions, field) ? [own] : [],
  );
  return kinds.length === 0 || kinds.includes(kind);
}
