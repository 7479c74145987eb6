import { Fragment, type ReactNode } from "react";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { MainNavigation } from "@/ui/main-navigation";
import type { NavigationEntry } from "@/ui/navigation";
import type { ServiceIdentity } from "@/ui/service-identity";
import { SignInLink } from "@/ui/sign-in-link";

export interface PageHeaderProps {
  service: ServiceIdentity;
  /** Who is signed in, with the number of notices not read; absent on public pages, which do not know. */
  agent?: { name: string; unread: number } | undefined;
  entries: readonly NavigationEntry[];
}

/** The block-mark, line by line. */
export function BrandTop({ lines }: { lines: readonly string[] }) {
  return (
    <p className="fr-logo">
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}

/** Names the menu of small screens, of which the DSFR's script makes a dialog. */
const MENU_NAME = { "aria-labelledby": "menu-bouton" };

/** The DSFR header: block-mark, service, quick links, main navigation. The menu of small screens needs its script. */
export function PageHeader({ service, agent, entries }: PageHeaderProps) {
  const quickLinks = agent === undefined ? <VisitorLinks /> : <AgentLinks {...agent} />;
  return (
    <header className="fr-header" id="en-tete">
      <div className="fr-header__body">
        <div className="fr-container">
          <div className="fr-header__body-row">
            <div className="fr-header__brand fr-enlarge-link">
              <div className="fr-header__brand-top">
                <div className="fr-header__logo">
                  <BrandTop lines={service.brandTop} />
                </div>
                <div className="fr-header__navbar">
                  <button
                    type="button"
                    className="fr-btn--menu fr-btn"
                    data-fr-opened="false"
                    aria-controls="menu"
                    id="menu-bouton"
                    title="Menu"
                  >
                    Menu
                  </button>
                </div>
              </div>
              <div className="fr-header__service">
                <AppLink href={routes.home()} title={`Accueil - ${service.name}`}>
                  <p className="fr-header__service-title">{service.name}</p>
                </AppLink>
                <p className="fr-header__service-tagline">{service.tagline}</p>
              </div>
            </div>
            <div className="fr-header__tools">
              <div className="fr-header__tools-links">{quickLinks}</div>
            </div>
          </div>
        </div>
      </div>
      <div className="fr-header__menu fr-modal" id="menu" {...MENU_NAME}>
        <div className="fr-container">
          <button
            type="button"
            className="fr-btn--close fr-btn"
            aria-controls="menu"
            title="Fermer"
          >
            Fermer
          </button>
          <div className="fr-header__menu-links">{quickLinks}</div>
          <MainNavigation entries={entries} />
        </div>
      </div>
    </header>
  );
}

function QuickLinks({ children }: { children: ReactNode }) {
  return <ul className="fr-btns-group">{children}</ul>;
}

function VisitorLinks() {
  return (
    <QuickLinks>
      <li>
        {/* A plain link: the page is rendered for one request, with its own content policy. */}
        <a className="fr-btn fr-icon-search-line" href={routes.finder()}>
          Trouver mon thème
        </a>
      </li>
      <li>
        <AppLink className="fr-btn fr-icon-question-line" href={routes.help()}>
          Aide
        </AppLink>
      </li>
      <li>
        <SignInLink />
      </li>
    </QuickLinks>
  );
}

function AgentLinks({ name, unread }: { name: string; unread: number }) {
  return (
    <QuickLinks>
      <li>
        <AppLink className="fr-btn fr-icon-notification-3-line" href={routes.notifications()}>
          {unread > 0 ? `Notifications (${unread})` : "Notifications"}
        </AppLink>
      </li>
      <li>
        <AppLink className="fr-btn fr-icon-account-circle-line" href={routes.account()}>
          {name}
        </AppLink>
      </li>
      <li>
        <form action={routes.signOut()} method="post">
          <button type="submit" className="fr-btn fr-icon-logout-box-r-line">
            Se déconnecter
          </button>
        </form>
      </li>
    </QuickLinks>
  );
}
