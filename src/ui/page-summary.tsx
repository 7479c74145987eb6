/** A part of a long page, by the id of its title. */
export interface PagePart {
  id: string;
  title: string;
}

/** The table of contents of a long page. */
export function PageSummary({ parts }: { parts: readonly PagePart[] }) {
  return (
    <nav className="fr-summary fr-mb-4w" aria-labelledby="sommaire">
      <h2 className="fr-summary__title" id="sommaire">
        Sommaire
      </h2>
      <ol>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a className="fr-summary__link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
