import { PROCEDURE_CODE } from "@/domain/themes/itn1/procedures";
import { routes } from "@/routes";
import type { Imported } from "./commands";
import type { ProcedureQuery } from "./queries";

/** What the address of the list holds, as Next gives it. */
export type ListParameters = Readonly<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** The search and the place in the list that an address says; anything unreadable is left out. */
export function procedureQuery(parameters: ListParameters): ProcedureQuery {
  const after = one(parameters.apres);
  const before = one(parameters.avant);
  const cursor = PROCEDURE_CODE.test(after)
    ? { direction: "after" as const, code: after }
    : PROCEDURE_CODE.test(before)
      ? { direction: "before" as const, code: before }
      : null;
  return { search: one(parameters.recherche).slice(0, 100), cursor };
}

/** The address of a page of the list; null when there is no such page. */
export function procedurePage(search: string, cursor: ProcedureQuery["cursor"]): string | null {
  if (!cursor) return null;
  const query = new URLSearchParams(search ? { recherche: search } : {});
  query.set(cursor.direction === "after" ? "apres" : "avant", cursor.code);
  return routes.administrationProcedures(query);
}

const COUNTS = {
  added: "ajoutees",
  changed: "modifiees",
  putBack: "remises",
  takenOff: "retirees",
} as const satisfies Record<keyof Imported, string>;

/** The list, with what an import has just done. */
export function importedAddress(imported: Imported): string {
  const counts = Object.entries(COUNTS).map(([key, name]) => [
    name,
    String(imported[key as keyof Imported]),
  ]);
  return routes.administrationProcedures(new URLSearchParams(counts));
}

/** What an import has just done, from the address; null on any other visit. */
export function importedIn(parameters: ListParameters): Imported | null {
  const count = (key: keyof Imported) => {
    const value = one(parameters[COUNTS[key]]);
    return /^\d{1,5}$/.test(value) ? Number(value) : null;
  };
  const [added, changed, putBack, takenOff] = [
    count("added"),
    count("changed"),
    count("putBack"),
    count("takenOff"),
  ];
  return added === null || changed === null || putBack === null || takenOff === null
    ? null
    : { added, changed, putBack, takenOff };
}
