"use client";

import { useState } from "react";
import { LINK_NATURES, LINK_WORDS } from "@/domain/rights/conflicts";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { CheckboxField } from "@/ui/checkbox-field";
import { FieldGroup } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { declare } from "../actions";
import { linkPath, MOST_LINKS } from "../link-fields";
import type { MyLink } from "../queries/my-interests";

const NATURES = LINK_NATURES.map((value) => ({ value, label: LINK_WORDS[value] }));
const NAMES = "organisations-du-portail";
/** Rows left blank after the declared ones: a declaration is written without script too. */
const BLANK_ROWS = 2;

/** A new declaration, begun with the links of the last one. */
export function DeclarationForm(props: {
  links: readonly MyLink[];
  organisations: readonly string[];
}) {
  const { links, organisations } = props;
  const [rows, setRows] = useState(Math.min(links.length + BLANK_ROWS, MOST_LINKS));
  return (
    <ActionForm action={declare} before="signer la déclaration" requiredSentence={false}>
      {(field) => (
        <>
          <RadioField
            {...field("statement")}
            label={`Avez-vous des liens avec des porteurs de projet, leurs équipes ou leurs prestataires\u202F?`}
            options={[
              { value: "none", label: "Je n’ai rien à déclarer" },
              { value: "links", label: "J’ai des liens à déclarer, décrits ci-dessous" },
            ]}
          />
          <datalist id={NAMES}>
            {organisations.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          {Array.from({ length: rows }, (_, row) => (
            <LinkFields key={linkPath("name", row)} row={row} link={links[row]} field={field} />
          ))}
          {rows < MOST_LINKS && (
            <p className="guichet-with-script">
              <button
                type="button"
                className="fr-btn fr-btn--tertiary fr-btn--sm"
                onClick={() => setRows(rows + 1)}
              >
                Ajouter un lien
              </button>
            </p>
          )}
          <CheckboxField
            {...box(field)}
            label="Je certifie que cette déclaration est sincère et complète"
          />
          <SubmitButton waiting="Enregistrement en cours">Signer ma déclaration</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function box(field: FieldOf) {
  const { name, defaultValue, error } = field("sincere");
  return { name, defaultChecked: defaultValue === "oui", ...(error && { error }) };
}

function LinkFields(props: { row: number; link: MyLink | undefined; field: FieldOf }) {
  const { row, link, field } = props;
  return (
    <FieldGroup
      legend={`Lien ${row + 1}`}
      hint={link ? undefined : "Laissez vide si vous n’en avez pas d’autre."}
    >
      <SelectField
        {...field(linkPath("nature", row), link?.nature)}
        label="Nature du lien"
        options={NATURES}
        native={{ required: false }}
      />
      <TextField
        {...field(linkPath("name", row), link?.name)}
        label="Organisation ou personne"
        hint="Le nom entier. Choisissez dans la liste si le portail connaît l’organisation."
        native={{ list: NAMES, autoComplete: "off", maxLength: 200, required: false }}
      />
      <TextField
        {...field(linkPath("endedOn", row), link?.endedOn ?? "")}
        label="Fin du lien"
        hint="Laissez vide s’il dure encore."
        optional
        native={{ type: "date" }}
      />
      <TextField
        {...field(linkPath("detail", row), link?.detail)}
        label="Précisions"
        hint="Pour vous seul."
        optional
        native={{ maxLength: 1000 }}
      />
    </FieldGroup>
  );
}
