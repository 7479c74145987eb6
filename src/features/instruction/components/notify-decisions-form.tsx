"use client";

import { formatInstant } from "@/domain/calendar";
import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { ActionForm } from "@/ui/action-form";
import { AppLink } from "@/ui/app-link";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { notifySeveral } from "../actions";
import { OUTCOME_LABELS } from "../outcome-labels";
import type { WaitingDecision } from "../queries/decisions";

function Decided({ number, outcome, amount, notifyAt }: WaitingDecision) {
  return (
    <>
      {OUTCOME_LABELS[outcome]}
      {amount !== null && `, ${formatEuros(amount)}`}.{" "}
      {notifyAt && `Notification prévue le ${formatInstant(notifyAt)}. `}
      <AppLink href={routes.letter(number)}>Relire la lettre du dossier {number}</AppLink>
    </>
  );
}

/** Notifies the decisions ticked, together, now or at a chosen time. Nothing is ticked beforehand. */
export function NotifyDecisionsForm({ decisions }: { decisions: readonly WaitingDecision[] }) {
  return (
    <ActionForm action={notifySeveral} before="notifier" requiredSentence={decisions.length > 0}>
      {(field) =>
        // The form stays when its last decision leaves it: it then says what was done.
        decisions.length === 0 ? (
          <p>Aucune décision confirmée n’attend de notification.</p>
        ) : (
          <>
            <CheckboxGroupField
              {...field.many("decisions")}
              label="Décisions confirmées, encore inconnues du porteur"
              hint="Chaque équipe reçoit un courriel sans le sens de la décision, et lit sa lettre sur le portail."
              options={decisions.map((decision) => ({
                value: decision.id,
                label: `${decision.number} – ${decision.title} (${decision.themeCode})`,
                hint: <Decided {...decision} />,
              }))}
            />
            <RadioField
              {...field("when")}
              label="Quand"
              options={[
                { value: "now", label: "Tout de suite" },
                {
                  value: "later",
                  label: "À un instant choisi",
                  hint: "Le portail notifie de lui-même.",
                },
              ]}
            />
            <TextField
              {...field("day")}
              label="Jour"
              hint="Seulement pour un instant choisi."
              native={{ type: "date" }}
              optional
            />
            <TextField
              {...field("time")}
              label="Heure de Paris"
              hint={"Exemple\u00A0: 14:00."}
              native={{ type: "time" }}
              optional
            />
            <SubmitButton waiting="Notification en cours">
              Notifier les porteurs cochés
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
