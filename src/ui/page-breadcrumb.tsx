import { AppLink } from "@/ui/app-link";

export interface PageBreadcrumbProps {
  /** Pages above, home excluded. */
  trail?: readonly { label: string; href: string }[];
  /** The page itself: the same words as its h1. */
  current: string;
}

/** The path from home to the page. On small screens the DSFR folds it behind a button once its script runs. */
export function PageBreadcrumb({ trail = [], current }: PageBreadcrumbProps) {
  const links = [{ label: "Accueil", href: "/" }, ...trail];
  return (
    <nav className="fr-breadcrumb" aria-label="vous êtes ici :">
      <button
        type="button"
        className="fr-breadcrumb__button"
        aria-expanded="false"
        aria-controls="fil-d-ariane"
      >
        Voir le fil d’Ariane
      </button>
      <div className="fr-collapse" id="fil-d-ariane">
        <ol className="fr-breadcrumb__list">
          {links.map(({ label, href }) => (
            <li key={href}>
              <AppLink className="fr-breadcrumb__link" href={href}>
                {label}
              </AppLink>
            </li>
          ))}
          <li>
            {/* The DSFR marks the page itself with a link without address. */}
            <a className="fr-breadcrumb__link" aria-current="page">
              {current}
            </a>
          </li>
        </ol>
      </div>
    </nav>
  );
}
