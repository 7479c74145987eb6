"use server";

import { routes } from "@/routes";
import { formAction } from "@/server/form-action";
import { fieldId } from "@/ui/field";
import { importTable } from "./commands/import-table";
import { saveSite } from "./commands/save-site";
import { pageOfSite } from "./sites-page";
import { importTableSchema, saveSiteSchema } from "./table-schemas";

export const importTableAction = formAction({
  name: "import-table",
  schema: importTableSchema,
  files: ["file"],
  command: importTable,
  done: (imported, { number, list }) => {
    if (imported.added === null) {
      return { message: "Tableau lu.", values: { table: imported.table } };
    }
    const [, index = "0"] = imported.anchor.split(".");
    const page = list === "sites" ? pageOfSite(Number(index) + 1) : "";
    return {
      redirectTo: `${routes.step(number, imported.step)}${page}#${fieldId(imported.anchor)}`,
    };
  },
});

export const saveSiteAction = formAction({
  name: "save-site",
  schema: saveSiteSchema,
  command: saveSite,
  done: ({ number, rank }) => ({
    redirectTo: `${routes.step(number, "sites")}${pageOfSite(rank)}#${fieldId(`sites.${rank - 1}.name`)}`,
  }),
});
