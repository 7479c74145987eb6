import type { Metadata } from "next";
import { ImportReportView } from "@/features/credits/components/import-report";
import { readImport, readReportQuery } from "@/features/credits/queries/imports";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Rapport d’un extrait comptable" };

interface Props {
  params: Promise<{ extract: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [actor, { extract }, found] = await Promise.all([requireActor(), params, searchParams]);
  const query = readReportQuery(found);
  const report = await orUnavailable(() => readImport(actor, extract, query));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Crédits", href: routes.credits() },
          { label: "Extraits comptables", href: routes.creditImports() },
        ]}
        current={report.fileName}
      />
      <h1>Extrait {report.fileName}</h1>
      <ImportReportView report={report} query={query} />
    </>
  );
}
