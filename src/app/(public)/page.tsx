import type { Metadata } from "next";
import { Home } from "@/features/catalogue/components/home";
import { publicCalls } from "@/features/catalogue/queries";
import { signInAddress } from "@/server/auth/sign-in-address";
import { service } from "@/server/service";

export function generateMetadata(): Metadata {
  return { title: { absolute: service().name } };
}

export default async function HomePage() {
  return <Home all={await publicCalls()} name={service().name} signInAddress={signInAddress()} />;
}
