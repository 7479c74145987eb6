import "./lists.css";
import { EXPORT_FORMAT_KEYS, EXPORT_FORMATS, type ExportFormat } from "@/domain/export-formats";

interface Props {
  /** What is downloaded: « Télécharger toute la liste filtrée ». */
  label: string;
  href: (format: ExportFormat) => string;
}

/** A list as files for spreadsheets, one link per format. */
export function ExportLinks({ label, href }: Props) {
  return (
    <>
      <p id="telecharger" className="fr-mb-0">
        {label}
      </p>
      <ul className="guichet-downloads" aria-labelledby="telecharger">
        {EXPORT_FORMAT_KEYS.map((format) => (
          <li key={format}>
            <a className="fr-link fr-link--download" href={href(format)}>
              {format.toUpperCase()}
              <span className="fr-link__detail">{EXPORT_FORMATS[format].label}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
