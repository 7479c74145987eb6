import type { Metadata } from "next";
import { headers } from "next/headers";
import { FIELD, VerificationPage } from "@/features/verification/verification-page";
import { verify } from "@/features/verification/verify";
import { callerOf } from "@/server/rate-limit";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = {
  title: "Vérifier un document",
  robots: { index: false },
};

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const asked = (await searchParams)[FIELD];
  const typed = (Array.isArray(asked) ? asked[0] : asked) ?? "";
  const caller = callerOf(await headers());
  const result = await orUnavailable(() => verify(typed.slice(0, 200), caller));
  return (
    <>
      <PageBreadcrumb current="Vérifier un document" />
      <h1>Vérifier un document</h1>
      <VerificationPage typed={typed.slice(0, 200)} result={result} />
    </>
  );
}
