import type { Metadata } from "next";
import {
  importedIn,
  type ListParameters,
  procedureQuery,
} from "@/features/administration/procedures/addresses";
import { ProcedureList } from "@/features/administration/procedures/procedure-list";
import { findProcedures } from "@/features/administration/procedures/queries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Démarches de l’observatoire" };

export default async function ProceduresPage(props: { searchParams: Promise<ListParameters> }) {
  const [actor, parameters] = await Promise.all([requireActor(), props.searchParams]);
  const query = procedureQuery(parameters);
  const list = await orUnavailable(() => findProcedures(actor, query));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Administration", href: routes.administration() }]}
        current="Démarches de l’observatoire"
      />
      <h1>Démarches de l’observatoire</h1>
      <ProcedureList list={list} search={query.search} imported={importedIn(parameters)} />
    </>
  );
}
