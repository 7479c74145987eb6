import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { THEMES } from "@/domain/themes/index";
import { CreateCallForm } from "@/features/administration/openings/call-forms";
import { keptThemes } from "@/features/administration/openings/who";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Créer une ouverture" };

export default async function CallCreationPage() {
  const themes = keptThemes(await requireActor()).filter((code) => THEMES[code].funding !== null);
  if (themes.length === 0) notFound();
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Ouvertures", href: routes.administrationCalls() }]}
        current="Créer une ouverture"
      />
      <h1>Créer une ouverture</h1>
      <CreateCallForm
        themes={themes.map((code) => ({ value: code, label: `${code} – ${THEMES[code].title}` }))}
      />
    </>
  );
}
