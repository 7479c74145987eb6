"use client";

import { FUND_OWNERS } from "@/domain/themes/types";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { TextareaField } from "@/ui/textarea-field";
import { setFundOwnerAction } from "./actions";

/** Says which organisation bears the name of one of the two administrations. */
export function FundOwnerForm() {
  return (
    <ActionForm action={setFundOwnerAction} before="changer l’organisation">
      {(field) => (
        <>
          <RadioField
            {...field("owner")}
            label="Administration"
            options={FUND_OWNERS.map((owner) => ({ value: owner, label: owner }))}
          />
          <TextField
            {...field("siret")}
            label="SIRET de l’organisation"
            hint="14 chiffres, d’une organisation déjà connue du portail."
            native={{ inputMode: "numeric", autoComplete: "off", maxLength: 20 }}
          />
          <TextareaField {...field("reason")} label="Raison" rows={3} maxLength={500} />
          <SubmitButton waiting="Enregistrement en cours">Changer l’organisation</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
