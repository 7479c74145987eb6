import type { SimulationAnswers } from "@/domain/funding/types";
import type { Theme, ThemeRules } from "@/domain/themes/types";

type AnswerKey = keyof SimulationAnswers;

/** A question of the simulator. Values of choices are those of the rules. */
export interface Question {
  key: AnswerKey;
  /** Name in the address. */
  name: string;
  label: string;
  hint?: string;
  kind: "yes-no" | "months" | "percentage" | "date" | "choice";
  options?: readonly { value: string; label: string }[];
}

type Wording = Omit<Question, "key">;

const FRENCH_SEAT =
  "Le projet fait-il appel à au moins une entreprise dont le siège est en France\u202F?";

const QUESTIONS: Readonly<Record<AnswerKey, Wording>> = {
  procedureInObservatoire: {
    name: "demarche-observatoire",
    label: "La démarche est-elle recensée dans l’observatoire des démarches en ligne\u202F?",
    kind: "yes-no",
  },
  inChargeOfProcedure: {
    name: "en-charge",
    label: "Votre administration a-t-elle la charge de cette démarche\u202F?",
    kind: "yes-no",
  },
  deconcentratedShare: {
    name: "part-deconcentree",
    label: "Quelle part du portage revient aux services déconcentrés\u202F?",
    hint: "En pourcentage. Exemple\u00A0: 62,5",
    kind: "percentage",
  },
  centralAdministrationInvolved: {
    name: "administration-centrale",
    label: "Une administration centrale est-elle associée au portage\u202F?",
    kind: "yes-no",
  },
  impactAnalysis: {
    name: "analyse-impact",
    label: "Le dossier contient-il l’analyse d’impact de l’innovation\u202F?",
    kind: "yes-no",
  },
  resultsWithinMonths: {
    name: "delai-resultats",
    label: "En combien de mois les premiers résultats arrivent-ils\u202F?",
    hint: "Un nombre entier de mois. Exemple\u00A0: 3",
    kind: "months",
  },
  frenchCompanyInvolved: {
    name: "entreprise-francaise",
    label: "Le projet apporte-t-il des retombées à des entreprises françaises\u202F?",
    kind: "yes-no",
  },
  onlySystemRebuild: {
    name: "simple-refonte",
    label: "Le projet se limite-t-il à refaire un système d’information\u202F?",
    kind: "yes-no",
  },
  dnumInformed: {
    name: "dnum-informee",
    label: "La direction du numérique (DNUM) de votre ministère connaît-elle le projet\u202F?",
    kind: "yes-no",
  },
  filedWithDnum: {
    name: "depot-avec-dnum",
    label: "Le dossier est-il présenté avec la DNUM du ministère de tutelle principale\u202F?",
    hint: "Pour un opérateur de l’État seulement.",
    kind: "yes-no",
  },
  riePartnerNetworkSince: {
    name: "reseau-rie-depuis",
    label: "Depuis quel jour votre réseau fondé sur l’offre partenaire du RIE existe-t-il\u202F?",
    hint: "Pour un opérateur de l’État seulement.",
    kind: "date",
  },
  implementationWithinMonths: {
    name: "delai-mise-en-oeuvre",
    label: "En combien de mois le projet sera-t-il en service\u202F?",
    hint: "Un nombre entier de mois. Exemple\u00A0: 10",
    kind: "months",
  },
  hosting: {
    name: "hebergement",
    label: "Où le produit sera-t-il hébergé\u202F?",
    kind: "choice",
    options: [
      { value: "cercle-1", label: "Nuage interne de l’État (cercle 1)" },
      { value: "secnumcloud", label: "Prestataire qualifié SecNumCloud" },
      { value: "other", label: "Ailleurs" },
    ],
  },
  indicatorCadence: {
    name: "cadence-indicateurs",
    label: "À quelle fréquence vos indicateurs peuvent-ils être calculés\u202F?",
    kind: "choice",
    options: [
      { value: "month", label: "Chaque mois, ou plus souvent" },
      { value: "quarter", label: "Chaque trimestre" },
      { value: "year", label: "Chaque année" },
    ],
  },
  tradeSpecificDomain: {
    name: "metier-unique",
    label: "Le produit est-il propre à un seul métier\u202F?",
    kind: "yes-no",
  },
  retrainingToDigitalJobs: {
    name: "reconversion",
    label: "Le projet prépare-t-il une reconversion vers les métiers du numérique\u202F?",
    kind: "yes-no",
  },
};

/** The questions of a theme: those its eligibility rules ask, each once, in the order of the rules. */
export function questionsOf({
  eligibility,
  volet,
}: Pick<ThemeRules & Theme, "eligibility" | "volet">): Question[] {
  const keys = new Set(eligibility.flatMap(({ asks }) => asks));
  return [...keys].map((key) => {
    const wording = QUESTIONS[key];
    // ITN8 asks for a company of the project itself, SNAP for benefits (Livret l.411, l.748).
    const label = key === "frenchCompanyInvolved" && volet === "ITN" ? FRENCH_SEAT : wording.label;
    return { key, ...wording, label };
  });
}
