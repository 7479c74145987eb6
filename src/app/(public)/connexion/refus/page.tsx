import type { Metadata } from "next";
import { refusalReason } from "@/server/auth/refusal-reasons";
import { signInAddress } from "@/server/auth/sign-in-address";
import { service } from "@/server/service";
import { TextPage } from "@/ui/text-page";
import { REFUSALS, Refusal } from "./refusal";

export const metadata: Metadata = { title: "Connexion refusée" };

interface Props {
  searchParams: Promise<{ motif?: string | string[] }>;
}

export default async function RefusalPage({ searchParams }: Props) {
  const reason = refusalReason([(await searchParams).motif].flat()[0]);
  const { title, lead, way } = REFUSALS[reason];
  const address = signInAddress(way.mode ? { mode: way.mode } : {});
  return (
    <TextPage title={title} lead={lead}>
      <Refusal reason={reason} address={address} contact={service().contactEmail} />
    </TextPage>
  );
}
