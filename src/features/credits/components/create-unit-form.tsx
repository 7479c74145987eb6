"use client";

import { bopName, UNIT_NATURE_WORDS, UNIT_NATURES } from "@/domain/credits/movements";
import { ActionForm } from "@/ui/action-form";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { createUnitAction } from "../actions";
import type { UnitCreation } from "../queries/unit-creation";

/** Creates the unit of a ministry. */
export function CreateUnitForm({ bops, ministries }: Pick<UnitCreation, "bops" | "ministries">) {
  return (
    <ActionForm action={createUnitAction} before="créer l’unité">
      {(field) => (
        <>
          <SelectField {...field("ministryId")} label="Ministère" options={ministries} />
          <RadioField
            {...field("bop", bops.length === 1 ? bops[0] : "")}
            label="BOP qui l’alimente"
            options={bops.map((bop) => ({ value: bop, label: bopName(bop) }))}
          />
          <RadioField
            {...field("nature", "delegation")}
            label="Nature"
            options={UNIT_NATURES.map((nature) => ({
              value: nature,
              label: UNIT_NATURE_WORDS[nature],
            }))}
          />
          <TextField
            {...field("code")}
            label="Code"
            hint={"Comme dans la comptabilité. Exemple\u00A0: 0363-DNUM-INT"}
            native={{ autoComplete: "off", maxLength: 20 }}
          />
          <TextField
            {...field("label")}
            label="Nom"
            hint={"Exemple\u00A0: UO France Relance, ministère de l’Intérieur"}
            native={{ maxLength: 120 }}
          />
          <SubmitButton waiting="Création en cours">Créer l’unité</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
