import "@/ui/charts/charts.css";
import type { Metadata } from "next";
import { ThemeDashboardView } from "@/features/steering/components/theme-dashboard";
import { readThemeDashboard } from "@/features/steering/queries/own-theme";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mon thème" };

interface Props {
  params: Promise<{ code: string }>;
}

export default async function OwnThemePage({ params }: Props) {
  const [actor, { code }] = await Promise.all([requireActor(), params]);
  const dashboard = await orUnavailable(() => readThemeDashboard(actor, code));
  const { theme } = dashboard;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Suivi", href: routes.followedProjects() },
          { label: "Mes thèmes", href: routes.ownThemes() },
        ]}
        current={theme.code}
      />
      <p className="fr-mb-1w">{theme.code}</p>
      <h1>{theme.title}</h1>
      <ThemeDashboardView dashboard={dashboard} />
    </>
  );
}
