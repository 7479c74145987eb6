import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { themeBySlug } from "@/domain/themes/index";
import { SimulationPage } from "@/features/catalogue/components/simulation-page";
import { callsOf } from "@/features/catalogue/public-calls";
import { publicCalls } from "@/features/catalogue/queries";
import { type AddressParams, searchParamsOf } from "@/features/catalogue/search-params";
import { questionsOf } from "@/features/catalogue/simulator/questions";
import { runSimulation } from "@/features/catalogue/simulator/run";
import { orUnavailable } from "@/server/unavailable";

interface Props {
  params: Promise<{ code: string }>;
  searchParams: Promise<AddressParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const theme = themeBySlug((await params).code);
  return { title: `Simulation ${theme?.code ?? ""}`, robots: { index: false } };
}

export default async function SimulationRoute({ params, searchParams }: Props) {
  const theme = themeBySlug((await params).code);
  if (!theme) notFound();
  const asked = searchParamsOf(await searchParams);
  const all = await orUnavailable(publicCalls);
  const simulation = await runSimulation({
    theme: theme.code,
    questions: questionsOf(theme),
    calls: callsOf(all, theme.code),
    now: all.now,
    params: asked,
  });
  return <SimulationPage theme={theme} all={all} params={asked} {...simulation} />;
}
