import type { Conflict } from "@/ui/autosave/engine";
import { Message } from "@/ui/message";

/** The same sheet was saved in another tab: both versions are kept until the juror chooses. */
export function SheetConflict(props: {
  conflict: Conflict | undefined;
  keepMine: () => void;
  takeOther: () => void;
}) {
  if (!props.conflict) return null;
  return (
    <Message
      severity="warning"
      title="Attention : cette fiche est ouverte dans un autre onglet"
      role="status"
    >
      <p>Les deux versions sont gardées. Choisissez celle qui reste.</p>
      <ul className="fr-btns-group fr-btns-group--inline-md fr-btns-group--sm">
        <li>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={props.keepMine}>
            Garder la version de cette page
          </button>
        </li>
        <li>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={props.takeOther}>
            Prendre l’autre version
          </button>
        </li>
      </ul>
    </Message>
  );
}
