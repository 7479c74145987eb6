import type { Metadata } from "next";
import { MOVEMENT_WORDS } from "@/domain/credits/movements";
import { MovementForm } from "@/features/credits/components/movement-form";
import { readUnitMovement } from "@/features/credits/queries/movement";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Proposer un mouvement de crédits" };

interface Props {
  params: Promise<{ unit: string; movement: string }>;
}

export default async function UnitMovementPage({ params }: Props) {
  const [actor, { unit, movement }] = await Promise.all([requireActor(), params]);
  const page = await orUnavailable(() => readUnitMovement(actor, unit, movement));
  const { kind, of, left, today, formKey } = page;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Crédits", href: routes.credits() },
          { label: of, href: routes.creditUnit(unit) },
        ]}
        current={MOVEMENT_WORDS[kind].label}
      />
      <h1>
        {of}
        {"\u00A0"}: proposer {MOVEMENT_WORDS[kind].named}
      </h1>
      <p className="fr-text--lead">{MOVEMENT_WORDS[kind].does}</p>
      <MovementForm {...{ kind, left, today, formKey }} of={{ unit }} />
    </>
  );
}
