import type { SimulationAnswers } from "@/domain/funding/types";
import * as common from "@/domain/themes/common-fields";
import { amount, booleanOf, paragraph, yesNo } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** What SNAP3 and SNAP4 ask alike: the dossier both fiches list (Livret l.762-770, l.814-822). */

/** The questions that are no criterion. */
export function snap34Questions(lines: {
  funding: string;
  eligibility: string;
  actors: string;
  /** The organisation of the actors, and the staff the eligibility asks of the carrier. */
  organisation: string;
}) {
  return {
    title: common.title,
    summary: common.summary,
    projectTotal: amount({
      label: "Si ce dossier n’est qu’une phase, quel est le coût total du projet\u202F?",
      hint: "En euros TTC, toutes phases confondues\u00A0: la taille attendue se lit alors sur ce total. Exemple\u00A0: 3\u202F000\u202F000",
      optional: true,
      source: lines.funding,
      missing: "Indiquez le coût total du projet. Exemple\u00A0: 2\u202F400\u202F000.",
      wrong:
        "Le coût total du projet doit être un montant en euros. Exemple\u00A0: 2\u202F400\u202F000.",
    }),
    frenchCompanyInvolved: yesNo({
      label: "Des entreprises françaises participent-elles au projet\u202F?",
      hint: "Le thème demande un bénéfice pour des entreprises françaises.",
      source: lines.eligibility,
      missing: "Indiquez si des entreprises françaises participent au projet\u00A0: oui ou non.",
    }),
    frenchBenefits: paragraph({
      label: "Lesquelles, et quelles retombées pour elles\u202F?",
      hint: "Écrivez «\u00A0aucune\u00A0» s’il n’y en a pas. Exemple\u00A0: un éditeur de logiciel libre de Toulouse, 300 jours de développement",
      maxLength: 2000,
      source: lines.eligibility,
      missing:
        "Décrivez les retombées pour des entreprises françaises. Exemple\u00A0: une société de conseil de Lille, tests d’usage.",
    }),
    actors: paragraph({
      label: "Qui participe au projet, et pour quoi faire\u202F?",
      hint: "Un acteur par ligne\u00A0: ministères, directions, opérateurs, prestataires. Exemple\u00A0: DNUM des ministères sociaux, pilote de l’hébergement",
      source: lines.actors,
      missing:
        "Listez les acteurs du projet et leur rôle. Exemple\u00A0: secrétariat général de la défense, ministère pilote.",
    }),
    organisation: paragraph({
      label: "Comment êtes-vous organisés\u202F?",
      hint: "Équipe produit, instances, rythme, et les agents qui pilotent le projet et répondent aux utilisateurs de bout en bout. Exemple\u00A0: cinq personnes, revue toutes les deux semaines, support tenu par la DNUM",
      source: lines.organisation,
      missing:
        "Décrivez l’organisation et les agents qui pilotent le projet. Exemple\u00A0: un responsable de produit et deux agents de support.",
    }),
    projectLead: common.projectLead,
    requestedGrant: common.requestedGrant,
    sizeJustification: common.sizeJustification,
  };
}

/** Place of a criterion in its fiche: its number there and its line. */
export interface CriterionPlace {
  number: number;
  source: string;
}

interface CriterionQuestion {
  label: string;
  /** What the criterion looks at, without a full stop. */
  about: string;
  example: string;
  missing: string;
}

/** What the product does for one selection criterion. */
export function criterion(
  { number, source }: CriterionPlace,
  { label, about, example, missing }: CriterionQuestion,
) {
  const hint = `Critère ${number}\u00A0: ${about}. Exemple\u00A0: ${example}`;
  return paragraph({ label, hint, source, missing });
}

type SharedCriterion = "scalable" | "evolving" | "resilient" | "reversible" | "sovereign";

/** The criteria both fiches write alike. */
export function snap34CriteriaQuestions(place: Record<SharedCriterion, CriterionPlace>) {
  return {
    scalable: criterion(place.scalable, {
      label: "Comment passe-t-il à l’échelle\u202F?",
      about:
        "architecture, coût d’un utilisateur de plus, administration décentralisée, financement après 2022, licences",
      example: "un serveur de plus pour 10\u202F000 agents, 2\u00A0€ par agent et par an",
      missing:
        "Décrivez le passage à l’échelle et le financement après 2022. Exemple\u00A0: 1,20\u00A0€ par agent et par an, payé par chaque ministère.",
    }),
    evolving: criterion(place.evolving, {
      label: "Comment évolue-t-il, et avec quels autres outils\u202F?",
      about:
        "feuille de route nourrie par les retours, livraisons régulières, rapprochement avec les autres produits de l’État",
      example: "feuille de route revue chaque trimestre, ouverture depuis la messagerie",
      missing:
        "Décrivez les évolutions prévues et les liens avec d’autres produits. Exemple\u00A0: une version chaque mois, agenda partagé avec la messagerie.",
    }),
    resilient: criterion(place.resilient, {
      label: "Comment est-il protégé et secouru\u202F?",
      about: "disponibilité visée, sauvegardes, mesures adaptées à la sensibilité des informations",
      example: "99,5\u00A0% visés, deux sites, homologation avant l’ouverture",
      missing:
        "Décrivez la disponibilité et la sécurité. Exemple\u00A0: 99,8\u00A0% en heures ouvrées, sauvegarde quotidienne sur un second site.",
    }),
    reversible: criterion(place.reversible, {
      label: "Comment peut-on en sortir\u202F?",
      about: "extraction des données, formats ouverts, API, coût d’un changement de solution",
      example: "toutes les données par une API documentée, reprise en deux jours",
      missing:
        "Décrivez la sortie du produit. Exemple\u00A0: export complet dans un format ouvert, sans frais, en une journée.",
    }),
    sovereign: criterion(place.sovereign, {
      label: "Comment renforce-t-il la souveraineté numérique\u202F?",
      about: "nuage de confiance, acteurs français, absence de dépendance à un acteur non européen",
      example: "hébergement SecNumCloud, aucun composant venu de pays hors d’Europe",
      missing:
        "Décrivez la part du produit dans la souveraineté numérique. Exemple\u00A0: code libre, maintenu par deux sociétés françaises.",
    }),
  };
}

const CADENCES: readonly SimulationAnswers["indicatorCadence"][] = ["month", "quarter", "year"];

/** What the rules of both themes read; the cadence comes from the phases. */
export const snap34Answers: ThemeForm["simulationAnswers"] = (values) => ({
  frenchCompanyInvolved: booleanOf(values.frenchCompanyInvolved),
  indicatorCadence: CADENCES.find((cadence) => cadence === values.indicatorCadence),
});
