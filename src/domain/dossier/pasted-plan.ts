import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { EXPENSE_CATEGORIES } from "@/domain/themes/types";
import {
  lineProblems,
  MAX_LINES,
  type PlanColumn,
  type TypedLine,
  typedLineSchema,
} from "./funding-plan";
import { plainWords, type TableColumn, type TableRules } from "./pasted-table";

/** The columns of a plan in a spreadsheet, in the order of the portal's own file. */
export const PLAN_COLUMNS: readonly TableColumn<PlanColumn>[] = [
  {
    key: "label",
    label: "Intitulé",
    names: ["libelle", "depense", "objet", "designation", "description", "poste"],
    needed: true,
    accepts: "Un texte",
  },
  {
    key: "nature",
    label: "Nature",
    names: ["titre", "t2 t3", "type"],
    accepts: "T2 ou T3. Vide\u00A0: T2 pour les agents, T3 pour le reste",
  },
  {
    key: "year",
    label: "Année",
    names: ["annee du paiement", "exercice", "an"],
    needed: true,
    accepts: "De 2020 à 2035",
  },
  {
    key: "category",
    label: "Catégorie",
    names: ["categorie de depense", "famille"],
    needed: true,
    accepts: EXPENSE_CATEGORIES.map((category) => CATEGORY_LABELS[category]).join(", "),
  },
  {
    key: "typedAmount",
    label: "Montant",
    names: [
      "montant ttc",
      "montant ht",
      "montant en euros",
      "cout",
      "prix",
      "total",
      "montant eur",
    ],
    accepts: "En euros\u00A0: 12\u202F500,50. Vide pour un poste T2 calculé",
  },
  {
    key: "tax",
    label: "TTC ou HT",
    names: ["taxe", "ht ttc", "ttc ht"],
    accepts: "TTC ou HT. Vide\u00A0: TTC",
  },
  {
    key: "taxRate",
    label: "Taux de TVA",
    names: ["tva", "taux tva", "taux"],
    accepts: "0, 2,1, 5,5, 8,5, 10 ou 20, pour un montant HT",
  },
  {
    key: "provider",
    label: "Prestataire",
    names: ["fournisseur", "entreprise", "titulaire"],
    accepts: "Un texte, ou vide",
  },
  {
    key: "seatInFrance",
    label: "Siège en France",
    names: ["francaise", "entreprise francaise"],
    accepts: "Oui, non ou vide",
  },
  {
    key: "innovative",
    label: "Entreprise innovante",
    names: ["innovante"],
    accepts: "Oui, non ou vide",
  },
  {
    key: "nonEuropeanLicence",
    label: "Licence non européenne",
    names: ["non europeenne"],
    accepts: "Oui ou vide",
  },
  {
    key: "annualCost",
    label: "Coût annuel du poste",
    names: ["cout annuel"],
    accepts: "En euros, pour un poste T2 calculé",
  },
  {
    key: "timeShare",
    label: "Part du temps (%)",
    names: ["part du temps", "quotite", "etp", "% temps", "quotite %"],
    accepts: "50 pour un mi-temps",
  },
  {
    key: "months",
    label: "Mois",
    names: ["nombre de mois", "nb mois", "duree"],
    accepts: "12 au plus",
  },
];

/** Words of a category: its label and its name, then what people write for it. */
const CATEGORIES: readonly (readonly [words: string, category: string])[] = [
  ...EXPENSE_CATEGORIES.flatMap((category): [string, string][] => [
    [plainWords(CATEGORY_LABELS[category]), category],
    [plainWords(category), category],
  ]),
  ["design", "design"],
  ["conception", "design"],
  ["formations", "training"],
  ["accompagnement", "training"],
  ["support", "user-support"],
  ["materiel", "equipment"],
  ["equipement", "equipment"],
  ["equipements", "equipment"],
  ["terminaux", "terminal"],
  ["ordinateurs", "terminal"],
  ["licence", "licence"],
  ["logiciels", "licence"],
  ["telecom", "telecom"],
  ["telecoms", "telecom"],
  ["reseau", "telecom"],
  ["personnel", "staff"],
  ["agents", "staff"],
  ["rh", "staff"],
  ["prestation", "services"],
  ["prestations", "services"],
  ["prestation de service", "services"],
  ["etudes", "services"],
  ["autre", "other"],
  ["autres", "other"],
  ["autres depenses", "other"],
  ["divers", "other"],
];

const categoryOf = (written: string) => {
  const words = plainWords(written);
  return CATEGORIES.find(([known]) => known === words)?.[1] ?? written;
};

function natureOf(written: string, category: string): string {
  const words = plainWords(written).replace(/^titre /, "t");
  if (["t2", "2"].includes(words) || words.startsWith("personnel")) return "T2";
  if (["t3", "3"].includes(words) || words.startsWith("autre depense")) return "T3";
  if (words !== "") return written;
  return category === "staff" ? "T2" : "T3";
}

/** TTC, HT, or what was written when it is neither. */
function taxOf(written: string, nature: string): string {
  const words = plainWords(written);
  if (words === "") return nature === "T2" ? "" : "TTC";
  return words.startsWith("ttc") ? "TTC" : words.startsWith("ht") ? "HT" : written;
}

/** `20 %`, or `0,2` as spreadsheets keep a percentage; 20 when nothing is said. */
function rateOf(written: string): string {
  if (written === "") return "20";
  const match = /^0[.,](\d{1,3})$/.exec(written);
  return match ? String(Number(`0.${match[1]}`) * 100).replace(".", ",") : written;
}

const known = (written: string) => {
  const words = plainWords(written);
  return ["oui", "o", "x", "vrai", "1"].includes(words)
    ? "oui"
    : ["non", "n", "faux", "0"].includes(words)
      ? "non"
      : "inconnu";
};

/** How a table becomes expenses. */
export const PASTED_PLAN: TableRules<PlanColumn, TypedLine> = {
  columns: PLAN_COLUMNS,
  limit: MAX_LINES,
  plural: "dépenses",
  toLine: (cells) => {
    const category = categoryOf(cells.category);
    const nature = natureOf(cells.nature, category);
    return typedLineSchema.parse({
      ...cells,
      category,
      nature,
      tax: taxOf(cells.tax, nature),
      taxRate: rateOf(cells.taxRate),
      seatInFrance: known(cells.seatInFrance),
      innovative: known(cells.innovative),
      nonEuropeanLicence: known(cells.nonEuropeanLicence) === "oui",
    });
  },
  problemsOf: lineProblems,
};
