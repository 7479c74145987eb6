import { metaOf } from "@/domain/themes/field-kinds";
import type { Procedure } from "@/domain/themes/itn1/procedures";
import type { ThemeForm } from "@/domain/themes/types";
import { activeProcedures } from "@/server/procedures";

/** The procedures a step of a form offers as one types; none when it asks for no procedure. */
export async function stepProcedures(
  form: ThemeForm,
  index: number,
): Promise<readonly Procedure[]> {
  const asks = form.steps[index]?.fields.some((field) => {
    const schema = form.fields.shape[field];
    return schema !== undefined && metaOf(schema).list === "observatory-procedures";
  });
  return asks ? activeProcedures() : [];
}
