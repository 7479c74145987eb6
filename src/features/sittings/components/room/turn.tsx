"use client";

import { useEffect, useRef } from "react";
import { turnAnnouncement, turnSentence } from "@/domain/sitting/turn";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { turn } from "../../room-actions";
import { RoomButton, RoomForm } from "./room-form";

/** Until when the turn lasts: an hour and minutes, never seconds. Said aloud at five minutes, one, and the end. */
export function Turn(props: {
  session: string;
  number: string;
  endsAt: string | null;
  now: Date;
  keeps: boolean;
  say: (sentences: readonly string[]) => void;
}) {
  const { session, number, endsAt, now, keeps, say } = props;
  const before = useRef(now);
  useEffect(() => {
    const said = endsAt && turnAnnouncement(new Date(endsAt), before.current, now);
    before.current = now;
    if (said) say([said]);
  }, [endsAt, now, say]);
  return (
    <div className="guichet-turn">
      <p className="fr-mb-1w" aria-live="off">
        {endsAt ? turnSentence(new Date(endsAt), now) : "Le tour n’est pas minuté."}
      </p>
      {keeps && (
        <div className="guichet-acts">
          <RoomForm action={turn} hidden={{ session, number }} before="fixer la fin du tour">
            {(field) => (
              <div className="guichet-turn__form">
                <TextField
                  {...field("minutes", "10")}
                  label="Minutes à partir de maintenant"
                  native={{ inputMode: "numeric", maxLength: 3, size: 4 }}
                />
                <SubmitButton waiting="En cours" priority="secondary" small>
                  Fixer la fin du tour
                </SubmitButton>
              </div>
            )}
          </RoomForm>
          {endsAt && (
            <RoomButton action={turn} hidden={{ session, number, minutes: 0 }} priority="tertiary">
              Arrêter le minuteur
            </RoomButton>
          )}
        </div>
      )}
    </div>
  );
}
