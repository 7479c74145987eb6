import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoomProposal } from "@/features/instruction/components/room-proposal";
import { Room } from "@/features/sittings/components/room/room";
import { readRoomState } from "@/features/sittings/queries/room";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Salle de séance" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function RoomPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireActor(), params]);
  const state = await orUnavailable(() => readRoomState(actor, id));
  if (!state) notFound();
  const { current, session } = state;
  const number = current?.kind === "seen" && current.mayPropose ? current.number : undefined;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Séances", href: routes.sessions() },
          { label: session.label, href: routes.session(id) },
        ]}
        current="Salle de séance"
      />
      <p className="fr-mb-1w">{session.label}</p>
      <h1 className="fr-h3">Salle de séance</h1>
      <Room
        made={state}
        agentId={actor.agentId}
        proposal={
          number
            ? { number, form: <RoomProposal actor={actor} number={number} session={id} /> }
            : null
        }
      />
    </>
  );
}
