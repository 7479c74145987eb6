import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { THEME_LIST, themeBySlug } from "@/domain/themes/index";
import { BlankForm } from "@/features/catalogue/blank-form/blank-form";
import { service } from "@/server/service";

interface Props {
  params: Promise<{ code: string }>;
}

/** Prerendered for the 17 themes: nothing in it depends on the day or on the reader. */
export const dynamicParams = false;

export function generateStaticParams() {
  return THEME_LIST.map(({ slug }) => ({ code: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const theme = themeBySlug((await params).code);
  if (!theme) return {};
  return {
    title: `Formulaire vierge – ${theme.code}\u00A0: ${theme.title}`,
    description: `Toutes les questions d’un dossier ${theme.code}, à lire ou à imprimer avant de se connecter.`,
  };
}

export default async function BlankFormRoute({ params }: Props) {
  const theme = themeBySlug((await params).code);
  if (!theme) notFound();
  return <BlankForm theme={theme} contact={service().contactEmail} />;
}
