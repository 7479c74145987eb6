"use client";

import type { Day } from "@/domain/calendar";
import type { ChangeKind } from "@/domain/execution/changes";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { AmountField } from "@/ui/amount-field";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { answer, request, withdrawRequest } from "../actions";

/** The carrier asks one kind of change. */
export function RequestChangeForm(props: {
  number: string;
  kind: ChangeKind;
  today: Day;
  endsOn: Day;
  partners: readonly string[];
}) {
  const { number, kind } = props;
  return (
    <ActionForm action={request} hidden={{ number, kind }} before="envoyer la demande">
      {(field) => (
        <>
          <KindField field={field} {...props} />
          <TextareaField {...field("reason")} label="Pourquoi vous le demandez" maxLength={4000} />
          <SubmitButton waiting="Envoi en cours">Envoyer la demande</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function KindField(props: {
  field: FieldOf;
  kind: ChangeKind;
  today: Day;
  endsOn: Day;
  partners: readonly string[];
}) {
  const { field, kind, today, endsOn, partners } = props;
  switch (kind) {
    case "delay":
    case "resumption":
      return (
        <TextField
          {...field("endsOn", endsOn)}
          label="Nouvelle fin du projet"
          hint="Les phases et les jalons à venir se décalent d’autant de jours."
          native={{ type: "date", min: today }}
        />
      );
    case "amount":
      return <AmountField {...field("grant")} label="Subvention que vous gardez" />;
    case "abandonment":
      return (
        <AmountField
          {...field("spent")}
          label="Part de la subvention déjà dépensée"
          hint={"Le reste est restitué. En euros, toutes taxes comprises. Exemple\u00A0: 0"}
        />
      );
    case "scope":
      return <TextareaField {...field("scope")} label="Le nouveau périmètre" maxLength={4000} />;
    case "partner":
      return (
        <TextareaField
          {...field("partners", partners.join("\n"))}
          label="Organisations associées"
          hint="Une par ligne. Laissez vide s’il n’y en a plus."
          native={{ required: false }}
          maxLength={2000}
        />
      );
    case "suspension":
      return null;
  }
}

/** The carrier takes its request back. */
export function WithdrawChangeForm(props: { number: string; request: number }) {
  return (
    <ActionForm
      action={withdrawRequest}
      hidden={{ ...props }}
      before="retirer la demande"
      requiredSentence={false}
      scope={`retrait-${props.request}`}
    >
      <SubmitButton waiting="Retrait en cours" priority="secondary">
        Retirer la demande
      </SubmitButton>
    </ActionForm>
  );
}

/** Accepts a request or refuses it, with the words that its carrier reads. */
export function AnswerChangeForm(props: { number: string; request: number }) {
  return (
    <ActionForm action={answer} hidden={{ ...props }} before="répondre à la demande">
      {(field) => (
        <>
          <RadioField
            {...field("outcome")}
            label="Votre réponse"
            options={[
              { value: "accepted", label: "Accepter la demande" },
              { value: "refused", label: "Refuser la demande" },
            ]}
          />
          <TextareaField
            {...field("answer")}
            label="Ce que le porteur lira"
            hint="Nécessaire pour refuser."
            optional
            maxLength={4000}
          />
          <SubmitButton waiting="Enregistrement en cours">Répondre à la demande</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
