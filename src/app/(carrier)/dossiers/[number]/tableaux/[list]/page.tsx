import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import {
  isTableList,
  stepOfList,
  TABLE_LISTS,
  TABLE_TITLES,
  TableScreen,
} from "@/features/dossiers/components/table-screen";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; list: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, list } = await params;
  const title = isTableList(list) ? TABLE_TITLES[list] : "Tableau";
  return { title: `${title} – Dossier ${number}` };
}

export default async function TablePage({ params }: Props) {
  const { number, list } = await params;
  if (!isTableList(list)) notFound();
  const actor = await requireActor(routes.pastedTable(number, list));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  const step = stepOfList(dossier, list);
  if (!step) notFound();
  if (dossier.state.editing.act === null) redirect(routes.dossier(number));
  if (!dossier.mayWrite(TABLE_LISTS[list])) redirect(routes.step(number, step.key));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
          { label: step.title, href: routes.step(number, step.key) },
        ]}
        current={TABLE_TITLES[list]}
      />
      <TableScreen dossier={dossier} list={list} />
    </>
  );
}
