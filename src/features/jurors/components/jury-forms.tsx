"use client";

import { ActionForm, type FieldOf } from "@/ui/action-form";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { accept, changeMemberAction, decline, endMandateAction, invite } from "../actions";
import type { Invitable, JuryMember } from "../queries/jury";

const FORMER: Partial<Record<NonNullable<Invitable["former"]>, string>> = {
  declined: " A décliné une invitation.",
  ended: " Son mandat précédent est terminé.",
};

/** Chooses people to invite among those who hold the role. */
export function InviteForm(props: { theme: string; people: readonly Invitable[] }) {
  return (
    <ActionForm
      action={invite}
      hidden={{ theme: props.theme }}
      before="inviter"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <CheckboxGroupField
            {...field.many("jurors")}
            label="Personnes qui ont le rôle de membre du jury"
            hint="Chacune reçoit un courriel et accepte ou décline sur le portail."
            options={props.people.map(({ agentId, name, organisation, former }) => ({
              value: agentId,
              label: name,
              hint: `${organisation ?? "Sans organisation"}.${(former && FORMER[former]) ?? ""}`,
            }))}
          />
          <SubmitButton waiting="Envoi en cours">Inviter les personnes cochées</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** What a member knows, and how many dossiers they can take. */
function SeatFields(props: {
  field: FieldOf;
  skills?: readonly string[];
  capacity?: number | null;
}) {
  const { field, skills = [], capacity = null } = props;
  return (
    <>
      <TextField
        {...field("skills", skills.join(", "))}
        label="Compétences"
        hint="Séparées par des virgules. Exemple : cartographie, marchés publics, accessibilité. Elles aident à confier les dossiers."
        optional
      />
      <TextField
        {...field("capacity", capacity === null ? "" : String(capacity))}
        label="Dossiers à la fois, au plus"
        hint="Un nombre. Laissez vide sans limite."
        optional
        native={{ inputMode: "numeric", autoComplete: "off" }}
      />
    </>
  );
}

/** Changes what is known of a member. */
export function MemberForm({ theme, member }: { theme: string; member: JuryMember }) {
  return (
    <ActionForm
      action={changeMemberAction}
      hidden={{ theme, membership: member.id }}
      before="enregistrer"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <SeatFields field={field} skills={member.skills} capacity={member.capacity} />
          <SubmitButton waiting="Enregistrement en cours">Enregistrer</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Ends a mandate, with its reason. */
export function EndMandateForm({ theme, member }: { theme: string; member: JuryMember }) {
  return (
    <ActionForm
      action={endMandateAction}
      hidden={{ theme, membership: member.id }}
      before="mettre fin au mandat"
      requiredSentence={false}
    >
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi ce mandat prend fin"
            hint="La personne lira cette raison dans un courriel."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            {member.status === "invited" ? "Reprendre l’invitation" : "Mettre fin au mandat"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Accepts a seat. */
export function AcceptSeatForm({ membership, theme }: { membership: string; theme: string }) {
  return (
    <ActionForm action={accept} hidden={{ membership }} before="accepter" requiredSentence={false}>
      {(field) => (
        <>
          <SeatFields field={field} />
          <SubmitButton waiting="Enregistrement en cours">
            {`Accepter de siéger au jury ${theme}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Declines a seat, with a reason. */
export function DeclineSeatForm({ membership, theme }: { membership: string; theme: string }) {
  return (
    <ActionForm action={decline} hidden={{ membership }} before="décliner" requiredSentence={false}>
      {(field) => (
        <>
          <TextareaField
            {...field("reason")}
            label="Pourquoi vous déclinez"
            hint="Lu par ceux qui composent le jury."
            rows={3}
            maxLength={1000}
          />
          <SubmitButton waiting="Enregistrement en cours" priority="secondary">
            {`Décliner l’invitation au jury ${theme}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
