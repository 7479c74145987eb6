import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { landingOf } from "@/server/auth/landing";
import { safeReturn } from "@/server/auth/return-address";
import { signInAddress } from "@/server/auth/sign-in-address";
import { currentActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { TextPage } from "@/ui/text-page";
import { SignIn } from "./sign-in";

export const metadata: Metadata = { title: "Se connecter" };

interface Props {
  searchParams: Promise<{ retour?: string | string[]; deconnexion?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { retour, deconnexion } = await searchParams;
  const returnTo = safeReturn([retour].flat()[0]);
  const actor = await orUnavailable(currentActor);
  if (actor) redirect(returnTo ?? landingOf(actor));
  return (
    <TextPage
      title="Se connecter"
      lead="Déposer un dossier, l’instruire ou le suivre demande un compte d’agent public."
    >
      <SignIn address={signInAddress({ returnTo })} signedOut={[deconnexion].flat()[0]} />
    </TextPage>
  );
}
