import "@/features/team/team.css";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { StepScreen } from "@/features/dossiers/components/step-screen";
import { openDossier } from "@/features/dossiers/queries/open-dossier";
import { stepProcedures } from "@/features/dossiers/queries/step-procedures";
import { readStepTitle } from "@/features/dossiers/queries/step-title";
import { FilesStep } from "@/features/files/components/files-step";
import { Presence } from "@/features/team/components/presence";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string; step: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, step } = await params;
  const actor = await requireActor(routes.step(number, step));
  const title = await orUnavailable(() => readStepTitle(actor, number, step));
  return { title: `${title} – Dossier ${number}` };
}

export default async function StepPage({ params, searchParams }: Props) {
  const [{ number, step }, { page }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(routes.step(number, step));
  const dossier = await orUnavailable(() => openDossier(actor, number));
  if (dossier.state.editing.act === null) redirect(routes.dossier(number));
  const { form } = dossier.state;
  const index = form.steps.findIndex(({ key }) => key === step);
  if (index === -1) notFound();
  const procedures = await orUnavailable(() => stepProcedures(form, index));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Mes dossiers", href: routes.dossiers() },
          { label: `Dossier ${number}`, href: routes.dossier(number) },
        ]}
        current={form.steps[index]?.title ?? ""}
      />
      <StepScreen
        dossier={dossier}
        index={index}
        agentId={actor.agentId}
        procedures={procedures}
        page={Number(page) || 1}
        files={<FilesStep {...{ actor, number, index, form, writable: dossier.may("write") }} />}
      >
        <Presence actor={actor} number={number} step={step} />
      </StepScreen>
    </>
  );
}
