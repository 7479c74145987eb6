import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MySeatsView } from "@/features/jurors/components/my-seats";
import { readMySeats } from "@/features/jurors/queries/my-interests";
import { MyDossiers } from "@/features/jury/components/my-dossiers";
import { readMyDossiers } from "@/features/jury/queries/my-dossiers";
import { mayEnterJury } from "@/features/jury/room";
import { SittingsAheadView } from "@/features/sittings/components/sittings-ahead";
import { readSittingsAhead } from "@/features/sittings/queries/next-sitting";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "À noter" };

export default async function JuryPage() {
  const actor = await requireActor();
  if (!mayEnterJury(actor)) notFound();
  const [dossiers, seats, ahead] = await orUnavailable(() =>
    Promise.all([readMyDossiers(actor), readMySeats(actor), readSittingsAhead(actor)]),
  );
  return (
    <>
      <PageBreadcrumb current="À noter" />
      <h1>À noter</h1>
      <MySeatsView seats={seats} />
      <SittingsAheadView ahead={ahead} />
      <MyDossiers dossiers={dossiers} />
    </>
  );
}
