"use client";

import { formatTime } from "@/domain/calendar";
import type { Conflict } from "@/ui/autosave/engine";

export interface ConflictPanelProps {
  conflict: Conflict;
  /** What the two versions are of: « cette réponse », « le plan ». */
  subject: string;
  /** The saved version, readable. */
  saved: React.ReactNode;
  onMine: () => void;
  onTheirs: () => void;
  /** Absent when two versions cannot be put together (a single choice). */
  onBoth?: (() => void) | undefined;
}

/** Two versions of one answer, under its field: no text is lost, the focus does not move, the person chooses. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { conflict, subject, saved, onMine, onTheirs, onBoth } = props;
  const time = formatTime(new Date(conflict.at));
  return (
    <div className="guichet-conflict">
      <p className="fr-text--bold fr-mb-1w">
        {conflict.mine
          ? `Vous avez modifié ${subject} à ${time}, dans un autre onglet ou sur un autre appareil.`
          : `Une autre personne a modifié ${subject} à ${time}.`}{" "}
        Les deux textes sont gardés{"\u00A0"}: choisissez.
      </p>
      <p className="fr-mb-1w">
        {conflict.mine
          ? "Celui de cette page reste dans le formulaire. Texte déjà enregistré"
          : `Le vôtre reste dans le formulaire. Texte enregistré par ${conflict.author}`}
        {"\u00A0"}:
      </p>
      <div className="guichet-conflict__saved">{saved}</div>
      <ul className="fr-btns-group fr-btns-group--inline fr-btns-group--sm">
        <li>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={onMine}>
            {conflict.mine ? "Garder celui de cette page" : "Garder le mien"}
          </button>
        </li>
        <li>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={onTheirs}>
            Prendre l’autre
          </button>
        </li>
        {onBoth && (
          <li>
            <button type="button" className="fr-btn fr-btn--secondary" onClick={onBoth}>
              Réunir les deux
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
