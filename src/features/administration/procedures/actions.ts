"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { importedAddress } from "./addresses";
import { addProcedure, importProcedures, listProcedure, renameProcedure } from "./commands";
import {
  addProcedureSchema,
  importProceduresSchema,
  listProcedureSchema,
  renameProcedureSchema,
} from "./schemas";

/** The list, at the procedure just changed. */
const done = ({ code }: { code: string }) => ({
  redirectTo: routes.administrationProcedures(new URLSearchParams({ recherche: code })),
});

export const addProcedureAction = formAction({
  name: "add-procedure",
  schema: addProcedureSchema,
  command: addProcedure,
  done,
});

export const renameProcedureAction = formAction({
  name: "rename-procedure",
  schema: renameProcedureSchema,
  command: renameProcedure,
  done,
});

export const listProcedureAction = formAction({
  name: "list-procedure",
  schema: listProcedureSchema,
  command: listProcedure,
  done,
});

export const importProceduresAction = formAction({
  name: "import-procedures",
  schema: importProceduresSchema,
  command: importProcedures,
  done: (imported) => ({ redirectTo: importedAddress(imported) }),
});
