import type { Metadata } from "next";
import { THEME_LIST } from "@/domain/themes/index";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { TextPage } from "@/ui/text-page";

export const metadata: Metadata = { title: "Plan du site" };

export default function SiteMapPage() {
  return (
    <TextPage title="Plan du site">
      <h2>Comprendre et choisir</h2>
      <ul>
        <Entry href={routes.home()} label="Accueil" />
        <li>
          <AppLink href={routes.themes()}>Thèmes</AppLink>
          <ul>
            {THEME_LIST.map(({ code, slug, title }) => (
              <Entry key={code} href={routes.theme(slug)} label={`${code} – ${title}`} />
            ))}
          </ul>
        </li>
        <li>
          <a href={routes.finder()}>Trouver mon thème</a>
        </li>
        <Entry href={routes.calendar()} label="Calendrier" />
        <Entry href={routes.help()} label="Aide" />
        <li>
          <a href={routes.verification()}>Vérifier un document</a>
        </li>
      </ul>
      <h2>Espaces des agents</h2>
      <ul>
        <Entry href={routes.signIn()} label="Se connecter" />
        <Entry href={routes.dossiers()} label="Mes dossiers (porteurs de projet)" />
        <Entry href={routes.instruction()} label="Dossiers (instruction)" />
        <Entry href={routes.jury()} label="À noter (jury)" />
        <Entry href={routes.ministry()} label="Portefeuille (directions du numérique)" />
        <Entry href={routes.notifications()} label="Notifications" />
        <Entry href={routes.account()} label="Mon compte" />
      </ul>
      <h2>À propos du portail</h2>
      <ul>
        <Entry href={routes.accessibility()} label="Accessibilité" />
        <Entry href={routes.legalNotice()} label="Mentions légales" />
        <Entry href={routes.personalData()} label="Données personnelles" />
        <Entry href={routes.cookies()} label="Gestion des cookies" />
      </ul>
    </TextPage>
  );
}

function Entry({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <AppLink href={href}>{label}</AppLink>
    </li>
  );
}
