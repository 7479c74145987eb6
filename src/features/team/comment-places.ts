import { metaOf } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** The questions one may comment on, in the order of the form, as choices; the plan, the phases and the sites are one each. */
export function commentPlaces(form: ThemeForm | null): { value: string; label: string }[] {
  if (!form) return [];
  return form.steps.flatMap((step) => {
    const list = ["plan", "phases", "sites"].includes(step.kind);
    const own = list ? [{ value: step.kind, label: step.title }] : [];
    const questions = step.fields.flatMap((field) => {
      const schema = form.fields.shape[field];
      return schema
        ? [{ value: field, label: `${step.title}\u00A0: ${metaOf(schema).label}` }]
        : [];
    });
    return [...own, ...questions];
  });
}
