import { CALL_STATE_LABELS } from "@/domain/funding/labels";
import { formByTheme } from "@/domain/themes/forms";
import type { Theme } from "@/domain/themes/types";
import type { ThemeCalendar } from "@/features/catalogue/theme-calls";
import { kindsSentence } from "@/features/catalogue/words";
import { routes } from "@/routes";
import { StatusBadge } from "@/ui/status-badge";

interface Props {
  theme: Theme;
  calendar: ThemeCalendar;
  /** Whom to write to when the portal does not take the dossiers of the theme. */
  contact: string;
}

/** The title of a theme, its next date and what to do now. */
export function ThemeHeader({ theme, calendar, contact }: Props) {
  const { label, severity } = CALL_STATE_LABELS[calendar.state];
  return (
    <>
      <h1>
        {theme.code}
        {"\u00A0"}: {theme.title}
      </h1>
      <ul className="fr-badges-group">
        <li>
          <StatusBadge label={label} severity={severity} />
        </li>
        <li>
          <StatusBadge label={kindsSentence(theme)} />
        </li>
      </ul>
      <p className="fr-text--lead fr-mb-2w">{theme.tagline}</p>
      <p>
        <strong>{calendar.next}.</strong>
      </p>
      <NextAction theme={theme} calendar={calendar} contact={contact} />
    </>
  );
}

function NextAction({ theme, calendar, contact }: Props) {
  const open = calendar.state === "open" || calendar.state === "closing-soon";
  const simulate = theme.funding !== null && (
    <a className="fr-btn fr-btn--secondary" href="#simulateur">
      Simuler la subvention
    </a>
  );
  const read = (
    <a className="fr-btn fr-btn--tertiary" href={routes.blankForm(theme.slug)}>
      Lire le formulaire
    </a>
  );
  if (formByTheme(theme.code) === null) {
    return (
      <>
        <p>
          Le portail ne reçoit pas encore les dossiers de ce thème. Pour le présenter, écrivez à{" "}
          <a href={`mailto:${contact}`}>{contact}</a>.{" "}
          <a href={routes.blankForm(theme.slug)}>Pourquoi il n’y a pas de formulaire</a>
        </p>
        <p className="guichet-actions">{simulate}</p>
      </>
    );
  }
  if (!open) {
    return (
      <>
        <p>
          {calendar.state === "closed"
            ? "Le dépôt est fermé. Un brouillon déjà commencé est conservé."
            : "Vous pourrez commencer un dossier ici dès l’ouverture."}{" "}
          <a href={routes.themes("etat=ouvert")}>Voir les thèmes ouverts</a>
        </p>
        <p className="guichet-actions">
          {simulate}
          {read}
        </p>
      </>
    );
  }
  return (
    <p className="guichet-actions">
      {/* A plain link: the room behind is rendered for one request, with its own content policy. */}
      <a className="fr-btn" href={routes.newDossier(theme.slug)}>
        Commencer un dossier
      </a>
      {simulate}
      {read}
    </p>
  );
}
