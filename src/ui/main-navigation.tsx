"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "@/ui/app-link";
import { MAIN_NAVIGATION_LIMIT, type NavigationEntry } from "@/ui/navigation";

/** The entry the address is in: the longest one it begins with. */
export function currentEntry(entries: readonly NavigationEntry[], pathname: string) {
  return entries
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((first, second) => second.href.length - first.href.length)[0];
}

/** The main navigation, eight entries at most, the current one marked. */
export function MainNavigation({ entries }: { entries: readonly NavigationEntry[] }) {
  const pathname = usePathname();
  const current = currentEntry(entries, pathname);
  return (
    <nav className="fr-nav" id="navigation" aria-label="Menu principal">
      <ul className="fr-nav__list">
        {entries.slice(0, MAIN_NAVIGATION_LIMIT).map((entry) => (
          <li key={entry.href} className="fr-nav__item">
            <AppLink
              className="fr-nav__link"
              href={entry.href}
              // An address that proxy.ts rewrites is known by its own name to the server only: both answers are right.
              suppressHydrationWarning
              aria-current={
                entry !== current ? undefined : pathname === entry.href ? "page" : "true"
              }
            >
              {entry.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
