import type { ReactNode } from "react";
import { routes } from "@/routes";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

/** What surrounds a page of the team about its project: the way back, the head of the dossier, the title. */
export function TeamProjectPage(props: {
  number: string;
  title: string;
  head: ReactNode;
  children: ReactNode;
}) {
  const { number, title, head, children } = props;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: "Le projet", href: routes.project(number) },
        ]}
        current={title}
      />
      {head}
      <h1 className="fr-h3">{title}</h1>
      {children}
    </>
  );
}
