import type { Metadata } from "next";
import { ListedForm, ProcedureForm } from "@/features/administration/procedures/procedure-form";
import { procedureMinistries, readProcedure } from "@/features/administration/procedures/queries";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Modifier une démarche" };

interface Props {
  params: Promise<{ code: string }>;
}

export default async function ProcedurePage({ params }: Props) {
  const [actor, { code }] = await Promise.all([requireActor(), params]);
  const [procedure, ministries] = await orUnavailable(() =>
    Promise.all([readProcedure(actor, code), procedureMinistries(actor)]),
  );
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Administration", href: routes.administration() },
          { label: "Démarches de l’observatoire", href: routes.administrationProcedures() },
        ]}
        current={procedure.name}
      />
      <h1>{procedure.name}</h1>
      <p className="fr-text--lead">
        Code {procedure.code}, {procedure.active ? "dans la liste" : "retirée de la liste"}. Les
        dossiers qui ont choisi cette démarche la gardent, quoi qu’il arrive ici.
      </p>
      <ProcedureForm procedure={procedure} ministries={ministries} />
      <h2 className="fr-mt-6w">
        {procedure.active ? "Retirer la démarche" : "Remettre la démarche"}
      </h2>
      <p>
        {procedure.active
          ? "Les nouveaux dossiers ne la trouveront plus dans la liste."
          : "Les nouveaux dossiers la trouveront à nouveau dans la liste."}
      </p>
      <ListedForm procedure={procedure} />
    </>
  );
}
