import "@/features/ranking/ranking.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RankingOf, type RankingQuery } from "@/features/ranking/components/ranking-of";
import { SessionFrame } from "@/features/sittings/components/session-frame";
import { ShareForm } from "@/features/sittings/components/share-form";
import { readSession } from "@/features/sittings/queries/session";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";

export const metadata: Metadata = { title: "Classement" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<RankingQuery>;
}

export default async function SessionRankingPage({ params, searchParams }: Props) {
  const [actor, { id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const session = await orUnavailable(() => readSession(actor, id));
  if (!session.ranked) notFound();
  return (
    <SessionFrame session={session} current="ranking">
      <h2 className="fr-h5">{session.ranked.label}</h2>
      <RankingOf actor={actor} scope={session.ranked} session={id} query={query} />
      <ShareForm session={session} />
    </SessionFrame>
  );
}
