import type { Conflict } from "@/ui/autosave/engine";
import { Message } from "@/ui/message";

/** The same text was saved in another tab: both versions are kept until its author chooses. */
export function TwoVersions(props: {
  /** What is open twice: « cette fiche », « cet avis ». */
  of: string;
  conflict: Conflict | undefined;
  keepMine: () => void;
  takeOther: () => void;
}) {
  if (!props.conflict) return null;
  return (
    <Message
      severity="warning"
      title={`Attention : deux versions de ${props.of} sont enregistrées, dans deux onglets`}
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
