import type { Metadata } from "next";
import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import { parseEuros } from "@/domain/money";
import { MovementForm } from "@/features/credits/components/movement-form";
import { readDossierMovement } from "@/features/credits/queries/movement";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Proposer un mouvement de crédits" };

interface Props {
  params: Promise<{ number: string; movement: string }>;
  searchParams: Promise<{ ae?: string | string[] }>;
}

export default async function DossierMovementPage({ params, searchParams }: Props) {
  const [actor, { number, movement }, { ae }] = await Promise.all([
    requireActor(),
    params,
    searchParams,
  ]);
  const page = await orUnavailable(() => readDossierMovement(actor, number, movement));
  const { kind, of, left, today, formKey } = page;
  // An amount proposed by the page of the dossier, and nothing else.
  const typed = typeof ae === "string" && parseEuros(ae) !== null ? { ae } : {};
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Crédits", href: routes.credits() },
          { label: of, href: routes.creditDossier(number) },
        ]}
        current={MOVEMENT_WORDS[kind].label}
      />
      <h1>
        {of}
        {"\u00A0"}: proposer {MOVEMENT_WORDS[kind].named}
      </h1>
      <p className="fr-text--lead">{MOVEMENT_WORDS[kind].does}</p>
      <MovementForm {...{ kind, left, today, formKey, typed }} of={{ number }} />
    </>
  );
}
