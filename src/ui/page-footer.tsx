import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import type { NavigationEntry } from "@/ui/navigation";
import { BrandTop } from "@/ui/page-header";
import type { ServiceIdentity } from "@/ui/service-identity";

export interface PageFooterProps {
  service: ServiceIdentity;
  entries: readonly NavigationEntry[];
}

const OFFICIAL_SITES = ["info.gouv.fr", "service-public.fr", "legifrance.gouv.fr", "data.gouv.fr"];

const COMPULSORY_LINKS: readonly NavigationEntry[] = [
  { label: "Plan du site", href: routes.siteMap() },
  { label: "Accessibilité\u00A0: non conforme", href: routes.accessibility() },
  { label: "Mentions légales", href: routes.legalNotice() },
  { label: "Données personnelles", href: routes.personalData() },
  { label: "Gestion des cookies", href: routes.cookies() },
];

/** The DSFR footer: the navigation again (the menu of small screens needs script), official sites, compulsory links. */
export function PageFooter({ service, entries }: PageFooterProps) {
  return (
    <footer className="fr-footer" id="pied-de-page">
      <div className="fr-footer__top">
        <div className="fr-container">
          <nav aria-label="Rubriques">
            <ul className="fr-footer__top-list guichet-footer__sections">
              {[{ label: "Accueil", href: routes.home() }, ...entries].map(({ label, href }) => (
                <li key={href}>
                  <AppLink className="fr-footer__top-link" href={href}>
                    {label}
                  </AppLink>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <div className="fr-container">
        <div className="fr-footer__body">
          <div className="fr-footer__brand fr-enlarge-link">
            <AppLink href={routes.home()} title={`Retour à l’accueil du site - ${service.name}`}>
              <BrandTop lines={service.brandTop} />
            </AppLink>
          </div>
          <div className="fr-footer__content">
            <p className="fr-footer__content-desc">
              {service.name}. Une question{"\u202F"}?{" "}
              <a href={`mailto:${service.contactEmail}`}>{service.contactEmail}</a>
            </p>
            <ul className="fr-footer__content-list">
              {OFFICIAL_SITES.map((site) => (
                <li key={site} className="fr-footer__content-item">
                  <a
                    className="fr-footer__content-link"
                    href={`https://www.${site}`}
                    target="_blank"
                    rel="noopener external"
                    title={`${site} - nouvelle fenêtre`}
                  >
                    {site}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </div>
        <FooterBottom />
      </div>
    </footer>
  );
}

function FooterBottom() {
  return (
    <div className="fr-footer__bottom">
      <ul className="fr-footer__bottom-list">
        {COMPULSORY_LINKS.map(({ label, href }) => (
          <li key={href} className="fr-footer__bottom-item">
            <AppLink className="fr-footer__bottom-link" href={href}>
              {label}
            </AppLink>
          </li>
        ))}
        <li className="fr-footer__bottom-item guichet-needs-script">
          <button
            type="button"
            className="fr-footer__bottom-link fr-icon-theme-fill fr-btn--icon-left"
            aria-controls="fr-theme-modal"
            data-fr-opened="false"
          >
            Paramètres d’affichage
          </button>
        </li>
      </ul>
      <div className="fr-footer__bottom-copy">
        <p>
          Sauf mention explicite de propriété intellectuelle détenue par des tiers, les contenus de
          ce site sont proposés sous{" "}
          <a
            href="https://github.com/etalab/licence-ouverte/blob/master/LO.md"
            target="_blank"
            rel="noopener external"
            title="licence etalab-2.0 - nouvelle fenêtre"
          >
            licence etalab-2.0
          </a>
        </p>
      </div>
    </div>
  );
}
