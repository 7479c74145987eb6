import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { THEME_LIST, themeBySlug } from "@/domain/themes/index";
import { ThemePage } from "@/features/catalogue/components/theme-page";
import { publicCalls } from "@/features/catalogue/queries";
import { service } from "@/server/service";

interface Props {
  params: Promise<{ code: string }>;
}

/** The 17 pages are prerendered; any other address is no theme. */
export const dynamicParams = false;

export function generateStaticParams() {
  return THEME_LIST.map(({ slug }) => ({ code: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const theme = themeBySlug((await params).code);
  if (!theme) return {};
  return { title: `${theme.code}\u00A0: ${theme.title}`, description: theme.tagline };
}

export default async function ThemeRoute({ params }: Props) {
  const theme = themeBySlug((await params).code);
  if (!theme) notFound();
  return <ThemePage theme={theme} all={await publicCalls()} contact={service().contactEmail} />;
}
