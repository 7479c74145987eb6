import { AppLink } from "@/ui/app-link";

export interface KeysetPaginationProps {
  previousHref: string | null;
  nextHref: string | null;
  /** Names the list for screen readers: « Pages des dossiers ». */
  label: string;
}

/** Previous and next pages of a list read by keyset. Nothing when the list fits one page. */
export function KeysetPagination({ previousHref, nextHref, label }: KeysetPaginationProps) {
  if (previousHref === null && nextHref === null) return null;
  return (
    <nav className="fr-pagination fr-mt-3w" aria-label={label}>
      <ul className="fr-pagination__list">
        <li>
          <PageLink href={previousHref} side="prev" text="Page précédente" />
        </li>
        <li>
          <PageLink href={nextHref} side="next" text="Page suivante" />
        </li>
      </ul>
    </nav>
  );
}

function PageLink({
  href,
  side,
  text,
}: {
  href: string | null;
  side: "prev" | "next";
  text: string;
}) {
  const className = `fr-pagination__link fr-pagination__link--${side} fr-pagination__link--label`;
  if (href !== null)
    return (
      <AppLink href={href} className={className}>
        {text}
      </AppLink>
    );
  return (
    // A link without address is how the DSFR shows the end of a list.
    <a className={className} aria-disabled="true" role="link">
      {text}
    </a>
  );
}
