import type { ReactNode } from "react";
import { routes } from "@/routes";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import type { Report, ReportReader } from "../queries/report";

type Trail = readonly { label: string; href: string }[];

/** The way to a report, in each room that reads it. */
const TRAILS: Readonly<Record<ReportReader, (number: string) => Trail>> = {
  carrier: (number) => [
    { label: "Mes dossiers", href: routes.dossiers() },
    { label: `Dossier ${number}`, href: routes.dossier(number) },
    { label: "Suivi du projet", href: routes.followUp(number) },
  ],
  instruction: (number) => [
    { label: "Suivi", href: routes.followedProjects() },
    { label: `Dossier ${number}`, href: routes.examinedReports(number) },
  ],
  ministry: (number) => [
    { label: "Suivi", href: routes.ministryProjects() },
    { label: `Dossier ${number}`, href: routes.ministryReports(number) },
  ],
  auditor: (number) => [
    { label: "Recherche", href: routes.auditSearch() },
    { label: `Projet du dossier ${number}`, href: routes.auditProject(number) },
  ],
};

/** What surrounds a report in every room: the way to it, the project, the period. */
export function ReportPage(props: {
  report: Report;
  as: ReportReader;
  title: string;
  children: ReactNode;
}) {
  const { report, as, title, children } = props;
  const { dossier } = report.execution;
  return (
    <>
      <PageBreadcrumb trail={[...TRAILS[as](dossier.number)]} current={title} />
      <h1>{title}</h1>
      <p>
        Dossier {dossier.number}
        {"\u00A0"}: {dossier.title}
      </p>
      {children}
    </>
  );
}
