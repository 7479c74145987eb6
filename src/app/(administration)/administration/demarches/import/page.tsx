import type { Metadata } from "next";
import { administratorOnly } from "@/features/administration/administrator";
import { ImportForm } from "@/features/administration/procedures/import-form";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Importer les démarches" };

export default async function ProcedureImportPage() {
  const actor = await requireActor();
  await orUnavailable(async () => administratorOnly(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Administration", href: routes.administration() },
          { label: "Démarches de l’observatoire", href: routes.administrationProcedures() },
        ]}
        current="Importer les démarches"
      />
      <h1>Importer les démarches de l’observatoire</h1>
      <ImportForm />
    </>
  );
}
