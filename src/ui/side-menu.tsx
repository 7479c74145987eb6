import type { ReactNode } from "react";
import { AppLink } from "@/ui/app-link";

export interface SideMenuEntry {
  text: ReactNode;
  href: string;
  current?: boolean;
  /** State in words, under the link: « Complète », « 2 réponses manquent ». */
  state?: string;
}

export interface SideMenuProps {
  title: string;
  entries: readonly SideMenuEntry[];
  /** Unique in the page. */
  id: string;
}

/** The DSFR side menu: folded behind a button on small screens once its script runs, open without it. */
export function SideMenu({ title, entries, id }: SideMenuProps) {
  return (
    <nav className="fr-sidemenu" aria-labelledby={`${id}-titre`}>
      <div className="fr-sidemenu__inner">
        <button
          type="button"
          className="fr-sidemenu__btn"
          aria-expanded="false"
          aria-controls={`${id}-liste`}
        >
          {title}
        </button>
        <div className="fr-collapse" id={`${id}-liste`}>
          <p className="fr-sidemenu__title" id={`${id}-titre`}>
            {title}
          </p>
          <ul className="fr-sidemenu__list">
            {entries.map((entry) => (
              <li key={entry.href} className="fr-sidemenu__item">
                <AppLink
                  href={entry.href}
                  className="fr-sidemenu__link"
                  aria-current={entry.current ? "page" : undefined}
                >
                  <span>
                    {entry.text}
                    {entry.state !== undefined && (
                      <span className="guichet-sidemenu__state">{entry.state}</span>
                    )}
                  </span>
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </nav>
  );
}
