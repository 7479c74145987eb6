import { typedSitesSchema } from "@/domain/dossier/sites";
import { routes } from "@/routes";
import { DossierHeader } from "@/ui/dossier-header";
import type { OpenDossier } from "../queries/open-dossier";
import { TableImport } from "./table-import";

/** The lists a table of a spreadsheet may go in, by address. */
export const TABLE_LISTS = { depenses: "plan", sites: "sites" } as const;
export type TableList = keyof typeof TABLE_LISTS;
export const isTableList = (list: string): list is TableList => Object.hasOwn(TABLE_LISTS, list);

export const TABLE_TITLES: Readonly<Record<TableList, string>> = {
  depenses: "Coller ou importer des dépenses",
  sites: "Coller ou importer des sites",
};

/** The step of a dossier's form that holds a list; undefined when its theme has none. */
export function stepOfList({ state }: OpenDossier, list: TableList) {
  return state.form.steps.find(({ kind }) => kind === TABLE_LISTS[list]);
}

/** A table on its way into a list of the dossier. */
export function TableScreen({ dossier, list }: { dossier: OpenDossier; list: TableList }) {
  const { state } = dossier;
  const { number, answers } = state;
  const sites = typedSitesSchema.safeParse(answers.sites?.value);
  const isPlan = list === "depenses";
  return (
    <>
      <DossierHeader {...dossier.header} as="p" />
      <h1 className="fr-h2">{TABLE_TITLES[list]}</h1>
      <TableImport
        number={number}
        list={list}
        revision={isPlan ? state.planRevision : (answers.sites?.revision ?? 0)}
        count={isPlan ? state.lines.length : sites.success ? sites.data.length : 0}
        backHref={routes.step(number, stepOfList(dossier, list)?.key ?? "")}
      />
    </>
  );
}
