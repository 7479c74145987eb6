"use client";

import {
  type SiteColumn,
  TECHNOLOGY_OPTIONS,
  TERRITORY_OPTIONS,
  type TypedSite,
} from "@/domain/dossier/sites";
import { canonical } from "@/domain/evidence/canonical";
import { ActionForm, type FieldOf } from "@/ui/action-form";
import { RadioField, YES_NO } from "@/ui/radio-field";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { saveSiteAction } from "../table-actions";

export interface SiteFormProps {
  number: string;
  /** Rank in the list, from 1; 0 for a new site. */
  rank: number;
  site: TypedSite;
}

/** One site: what its connection is, and what it becomes. */
export function SiteForm({ number, rank, site }: SiteFormProps) {
  const seen = rank === 0 ? "" : canonical(site);
  return (
    <ActionForm action={saveSiteAction} hidden={{ number, rank, seen }} before="enregistrer">
      {(field) => <SiteFields field={field} site={site} isNew={rank === 0} />}
    </ActionForm>
  );
}

const number = { inputMode: "decimal", autoComplete: "off", spellCheck: false } as const;
const COLUMNS: readonly SiteColumn[] = [
  "name",
  "address",
  "agents",
  "before",
  "after",
  "technology",
  "territory",
  "shared",
];

function SiteFields({ field, site, isNew }: { field: FieldOf; site: TypedSite; isNew: boolean }) {
  const of = (column: SiteColumn) => field(column, site[column]);
  const isWrong = COLUMNS.some((column) => of(column).error !== undefined);
  return (
    <>
      {/* First button of the form: « Entrée » in a field saves. */}
      <button type="submit" name="do" value="save" className="fr-sr-only" tabIndex={-1} aria-hidden>
        Enregistrer le site
      </button>
      <TextField
        {...of("name")}
        label="Nom du site"
        hint="Exemple : sous-préfecture de Saint-Dié-des-Vosges"
      />
      <TextField
        {...of("address")}
        label="Adresse"
        hint="Exemple : 1 rue de la Préfecture, 88100 Saint-Dié-des-Vosges"
      />
      <div className="fr-grid-row fr-grid-row--gutters fr-mb-3w">
        <div className="fr-col-12 fr-col-sm-4">
          <TextField
            {...of("agents")}
            label="Nombre d’agents"
            hint="Exemple : 42"
            native={number}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-4">
          <TextField
            {...of("before")}
            label="Débit avant"
            hint="En Mbit/s, 0 sans liaison. Exemple : 8"
            native={number}
          />
        </div>
        <div className="fr-col-12 fr-col-sm-4">
          <TextField
            {...of("after")}
            label="Débit après"
            hint="En Mbit/s. Exemple : 200"
            native={number}
          />
        </div>
      </div>
      <RadioField
        {...of("technology")}
        label="Technologie"
        hint="La fibre d’abord, la 4G ou la 5G ensuite. Un boîtier de compression allège la liaison sans changer son débit."
        options={TECHNOLOGY_OPTIONS}
      />
      <RadioField {...of("territory")} label="Territoire" options={TERRITORY_OPTIONS} />
      <RadioField
        {...of("shared")}
        label={"Plusieurs administrations partagent-elles ce raccordement\u202F?"}
        options={YES_NO}
        inline
      />
      <ul className="fr-btns-group fr-btns-group--inline">
        <li>
          <SubmitButton waiting="Enregistrement en cours" name="do" value="save">
            Enregistrer le site
          </SubmitButton>
        </li>
        {isWrong && (
          <li>
            <SubmitButton
              waiting="Enregistrement en cours"
              priority="secondary"
              name="do"
              value="keep"
            >
              Garder tel quel, à corriger plus tard
            </SubmitButton>
          </li>
        )}
        {!isNew && (
          <li>
            <SubmitButton
              waiting="Suppression en cours"
              priority="tertiary"
              name="do"
              value="remove"
            >
              Supprimer ce site
            </SubmitButton>
          </li>
        )}
      </ul>
    </>
  );
}
