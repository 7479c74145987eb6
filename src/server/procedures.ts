import "server-only";
import {
  chosenProcedure,
  nearProcedures,
  type Procedure,
  procedureAnswer,
  unknownProcedure,
  withoutCode,
} from "@/domain/themes/itn1/procedures";
import { database } from "./database/client";

/** The procedures of the observatoire a new answer may choose, by name. */
export function activeProcedures(): Promise<Procedure[]> {
  return database().observatoryProcedure.findMany({
    where: { active: true },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    select: { code: true, name: true, ministry: true },
  });
}

/**
 * What a dossier keeps of a procedure as typed: its name and its code when the list holds it, else the text alone and
 * the sentence that offers the nearest names. A code typed by hand that the list does not hold is left out.
 */
export async function keptProcedure(
  typed: string,
): Promise<{ value: string; problem: string | null }> {
  const list = await activeProcedures();
  const chosen = chosenProcedure(list, typed);
  if (chosen) return { value: procedureAnswer(chosen), problem: null };
  const value = withoutCode(typed);
  return { value, problem: unknownProcedure(nearProcedures(list, value)) };
}
