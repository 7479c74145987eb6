"use client";

import { useEffect, useRef, useState } from "react";
import { type FormState, formErrors, typedValue } from "@/domain/form-state";
import { errorOf } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { TextField } from "@/ui/text-field";
import { PLACE_OPTIONS } from "../words";

/** The narrowest window in which all the acts are shown at once. */
const WIDE = "(min-width: 48em)";

/**
 * What is done to the dossier chosen, next in the page after the rows: its first button is the one *Enter* uses. On a
 * phone only *Monter* and *Descendre* stay in sight. The fields are empty: nothing typed, nothing changed.
 */
export function RankingToolbar(props: {
  state: FormState;
  chosen: { dossier: string; rank: number } | null;
  count: number;
  last: string | null;
  /** Says why an act that changes nothing is not sent. */
  say: (sentence: string) => void;
  status: string;
}) {
  const { state, chosen, count, last, say, status } = props;
  const more = useRef<HTMLDetailsElement>(null);
  // Without script the page does not follow the choice: no button is closed before it runs.
  const [follows, setFollows] = useState(false);
  useEffect(() => {
    setFollows(true);
    const wide = window.matchMedia(WIDE);
    const follow = () => {
      if (more.current) more.current.open = wide.matches;
    };
    follow();
    wide.addEventListener("change", follow);
    return () => wide.removeEventListener("change", follow);
  }, []);
  const errors = formErrors(state);
  const typed = (name: string) => {
    const error = errorOf(errors, name);
    return { name, defaultValue: typedValue(state, name), ...(error && { error }) };
  };
  return (
    <div className="guichet-ranking-bar">
      <p className="guichet-ranking-bar__chosen guichet-with-script">
        {chosen ? (
          <>
            Dossier choisi{"\u00A0"}: <strong>{chosen.dossier}</strong>, rang {chosen.rank} sur{" "}
            {count}.
          </>
        ) : (
          "Choisissez un dossier."
        )}
      </p>
      {/* Open until script runs: nothing is out of reach without it. */}
      <details ref={more} open className="guichet-ranking-bar__more">
        <summary>Rang, montant et autres actions</summary>
        <div className="guichet-ranking-bar__fields">
          <TextField
            {...typed("rank")}
            label="Placer au rang"
            optional
            native={{ inputMode: "numeric", autoComplete: "off" }}
          />
          <TextField
            {...typed("amount")}
            label="Montant proposé"
            optional
            native={{ inputMode: "decimal", autoComplete: "off" }}
          />
          <SelectField
            {...typed("place")}
            label="Situation voulue"
            optional
            emptyLabel="Sans changement"
            options={PLACE_OPTIONS}
          />
          <button type="submit" name="act" value="apply" className="fr-btn">
            Appliquer
          </button>
        </div>
        <div className="guichet-ranking-bar__acts">
          <button
            type="submit"
            name="act"
            value="reserve"
            className="fr-btn fr-btn--secondary fr-btn--sm"
          >
            Mettre en réserve
          </button>
          <button
            type="submit"
            name="act"
            value="undo"
            className="fr-btn fr-btn--tertiary fr-btn--sm"
            aria-describedby="dernier-changement"
          >
            Annuler le dernier changement
          </button>
          <span id="dernier-changement" className="fr-hint-text">
            {last ?? "Aucun changement à annuler."}
          </span>
        </div>
      </details>
      <div className="guichet-ranking-bar__acts">
        <Step
          act="up"
          end={follows && chosen?.rank === 1 ? "Déjà au rang 1." : null}
          say={say}
          label="Monter"
        />
        <Step
          act="down"
          end={follows && chosen?.rank === count ? `Déjà au dernier rang, le ${count}.` : null}
          say={say}
          label="Descendre"
        />
        <p role="status" className="guichet-ranking-bar__status">
          {status}
        </p>
      </div>
    </div>
  );
}

/** One rank up or down. At the end the button keeps the focus and says so. */
function Step(props: {
  act: "up" | "down";
  label: string;
  end: string | null;
  say: (sentence: string) => void;
}) {
  const { act, label, end, say } = props;
  return (
    <button
      type="submit"
      name="act"
      value={act}
      className="fr-btn fr-btn--secondary fr-btn--sm"
      aria-disabled={end !== null || undefined}
      onClick={(event) => {
        if (end === null) return;
        event.preventDefault();
        say(end);
      }}
    >
      {label}
    </button>
  );
}
