import type { Metadata } from "next";
import { ProcedureForm } from "@/features/administration/procedures/procedure-form";
import { procedureMinistries } from "@/features/administration/procedures/queries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Ajouter une démarche" };

export default async function ProcedureAdditionPage() {
  const actor = await requireActor();
  const ministries = await orUnavailable(() => procedureMinistries(actor));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Administration", href: routes.administration() },
          { label: "Démarches de l’observatoire", href: routes.administrationProcedures() },
        ]}
        current="Ajouter une démarche"
      />
      <h1>Ajouter une démarche</h1>
      <ProcedureForm ministries={ministries} />
    </>
  );
}
