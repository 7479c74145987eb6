import { CERTAINTIES, CERTAINTY_LABELS } from "@/domain/dossier/co-financing";
import { TAX_RATES } from "@/domain/dossier/funding-plan";
import { CADENCE_OPTIONS } from "@/domain/dossier/phases";
import {
  SITE_LABELS,
  type SiteColumn,
  TECHNOLOGY_OPTIONS,
  TERRITORY_OPTIONS,
} from "@/domain/dossier/sites";
import { CATEGORY_LABELS, NATURE_LABELS, TAX_LABELS } from "@/domain/funding/labels";
import { EXPENSE_CATEGORIES, type Theme, type ThemeForm } from "@/domain/themes/types";

/** A cell of a table of the dossier: its name, and what one writes there. */
export interface BlankColumn {
  term: string;
  details: string;
}

const oneOf = (labels: readonly string[]) => `au choix\u00A0: ${labels.join("\u202F; ")}`;
const optionLabels = (options: readonly { label: string }[]) => options.map(({ label }) => label);

/** What the plan asks of each expense; a theme asks some columns alone. */
export function planColumns(form: ThemeForm, { funding }: Theme): BlankColumn[] {
  const staff = funding !== null && funding.staffCost !== "not-accepted";
  const rates = Object.keys(TAX_RATES).sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
  return [
    { term: "Intitulé", details: "ce qui est payé" },
    { term: "Nature", details: oneOf([NATURE_LABELS.T3, NATURE_LABELS.T2]) },
    {
      term: "Catégorie",
      details: oneOf(EXPENSE_CATEGORIES.map((category) => CATEGORY_LABELS[category])),
    },
    { term: "Année", details: "celle du paiement" },
    { term: "Montant", details: "en euros" },
    ...(staff
      ? [
          {
            term: "Coût d’un poste (T2)",
            details:
              "coût annuel, part du temps et nombre de mois\u00A0: le montant se calcule seul\u202F; vous pouvez aussi l’écrire",
          },
        ]
      : []),
    {
      term: "Montant saisi",
      details: `${oneOf([TAX_LABELS.TTC, TAX_LABELS.HT])}\u202F; hors taxes, le taux de TVA\u00A0: ${rates.join("\u202F; ")}\u00A0%`,
    },
    { term: "Prestataire", details: "optionnel, s’il est déjà connu" },
    ...(form.asksProvider
      ? [
          { term: "Siège en France", details: "oui, non ou pas encore connu" },
          { term: "Entreprise innovante", details: "oui, non ou pas encore connu" },
        ]
      : []),
    ...(funding?.excludesNonEuropeanLicences
      ? [{ term: "Licence d’un produit non européen", details: "à cocher s’il y a lieu" }]
      : []),
  ];
}

/** What the plan asks of other payers, if there are any. */
export const CO_FINANCER_COLUMNS: readonly BlankColumn[] = [
  { term: "Qui paie", details: "le nom de l’organisme" },
  { term: "Montant", details: "en euros" },
  {
    term: "État",
    details: oneOf(CERTAINTIES.map((certainty) => CERTAINTY_LABELS[certainty])),
  },
];

export const PHASE_COLUMNS: readonly BlankColumn[] = [
  { term: "Nom", details: "par exemple\u00A0: ouverture à trois ministères" },
  { term: "Mois de début et de fin", details: "par exemple\u00A0: 03/2021 et 09/2021" },
  {
    term: "Coût de la phase",
    details: "en euros TTC\u202F; les phases se partagent exactement le total du plan",
  },
  { term: "Jalon qui termine la phase", details: "ce qui sera constaté, et par qui" },
];

export const INDICATOR_COLUMNS: readonly BlankColumn[] = [
  { term: "Nom de l’indicateur", details: "par exemple\u00A0: agents actifs" },
  { term: "Mode de calcul", details: "comment il se calcule, et son unité" },
  { term: "Fréquence", details: oneOf(optionLabels(CADENCE_OPTIONS)) },
  {
    term: "Niveau minimal",
    details: "un nombre\u00A0: le niveau à atteindre pour franchir le jalon de la phase",
  },
];

const SITE_DETAILS: Readonly<Record<SiteColumn, string>> = {
  name: "le nom du site",
  address: "numéro, voie, code postal et commune",
  agents: "le nombre d’agents du site",
  before: "le débit d’aujourd’hui, 0 sans liaison",
  after: "le débit visé",
  technology: oneOf(optionLabels(TECHNOLOGY_OPTIONS)),
  territory: oneOf(optionLabels(TERRITORY_OPTIONS)),
  shared: "oui ou non",
};
const SITE_COLUMNS_IN_ORDER: readonly SiteColumn[] = [
  "name",
  "address",
  "agents",
  "before",
  "after",
  "technology",
  "territory",
  "shared",
];

export const SITE_COLUMNS: readonly BlankColumn[] = SITE_COLUMNS_IN_ORDER.map((column) => ({
  term: SITE_LABELS[column],
  details: SITE_DETAILS[column],
}));
