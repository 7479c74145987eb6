import { CALL_STATE_LABELS } from "@/domain/funding/labels";
import { rateSentence, sizeSentences } from "@/domain/funding/theme-words";
import type { Theme } from "@/domain/themes/types";
import type { ThemeCalendar } from "@/features/catalogue/theme-calls";
import { kindsSentence } from "@/features/catalogue/words";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { StatusBadge } from "@/ui/status-badge";

/** A theme in the catalogue: what it pays for, how much, when. */
export function ThemeCard({ theme, calendar }: { theme: Theme; calendar: ThemeCalendar }) {
  const { label, severity } = CALL_STATE_LABELS[calendar.state];
  const owner = theme.owner.administration;
  return (
    <div className="fr-card fr-enlarge-link fr-card--horizontal catalogue-card">
      <div className="fr-card__body">
        <div className="fr-card__content">
          <h3 className="fr-card__title">
            <AppLink href={routes.theme(theme.slug)}>
              {theme.code}
              {"\u00A0"}: {theme.title}
            </AppLink>
          </h3>
          <p className="fr-card__desc">{theme.tagline}</p>
          <div className="fr-card__start">
            <ul className="fr-badges-group">
              <li>
                <StatusBadge label={label} severity={severity} small />
              </li>
            </ul>
            <p className="fr-card__detail">
              {[kindsSentence(theme), owner].filter(Boolean).join(", ")}
            </p>
          </div>
          <div className="fr-card__end">
            <ul className="catalogue-card__facts">
              <li>
                <strong>Subvention{"\u00A0"}:</strong> {rateSentence(theme)}
              </li>
              <li>
                <strong>Taille du projet{"\u00A0"}:</strong> {sizeSentences(theme).join(" ; ")}
              </li>
              <li>
                <strong>Calendrier{"\u00A0"}:</strong> {calendar.next}
              </li>
            </ul>
          </div>
        </div>
      </div>
    </div>
  );
}
