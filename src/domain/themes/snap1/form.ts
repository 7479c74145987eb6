import { z } from "zod";
import * as common from "@/domain/themes/common-fields";
import { COMMITMENTS_STEP, PLAN_STEP } from "@/domain/themes/common-steps";
import { day, paragraph, stringOf } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/**
 * The form of SNAP1: the sites and why their throughput must grow (Livret l.662), what the four criteria look at
 * (Livret l.655-658), and what an operator states (Livret l.638). That
 * its DNUM presents the dossier with it is no answer of the form: see `domain/dossier/visa`.
 */
const fields = z.strictObject({
  title: common.title,
  summary: common.summary,

  throughputReasons: paragraph({
    label: "Pourquoi le débit de ces sites doit-il augmenter\u202F?",
    hint: "Les raisons par site, ou par groupe de sites semblables. Exemple\u00A0: visioconférence impossible au-delà de trois agents",
    source: "Livret l.648, l.662",
    missing:
      "Expliquez pourquoi le débit doit augmenter. Exemple\u00A0: dix agents se partagent 2\u00A0Mbit/s, les applications se coupent l’après-midi.",
  }),

  fieldUsers: paragraph({
    label: "Que changera le projet dans la connexion ressentie par les agents\u202F?",
    hint: "Critère 1\u00A0: leur satisfaction aujourd’hui, par exemple au baromètre numérique des agents (BNA), et celle visée. Exemple\u00A0: note de 4,1 sur 10 en 2020, 7 visée en 2022",
    maxLength: 2000,
    source: "Livret l.646, l.655",
    missing:
      "Décrivez ce que les agents y gagnent. Exemple\u00A0: note de connexion du BNA de 4,1 à 7 sur 10.",
  }),
  territorialBalance: paragraph({
    label: "Quelle place le projet donne-t-il aux zones mal couvertes\u202F?",
    hint: "Critère 2\u00A0: zones rurales ou peu denses, départements et collectivités d’outre-mer. Exemple\u00A0: 14 sites ruraux sur 22, dont deux à La Réunion",
    maxLength: 2000,
    source: "Livret l.656",
    missing:
      "Décrivez la place des zones mal couvertes. Exemple\u00A0: 14 sites sur 22 sont dans des communes rurales.",
  }),
  sharing: paragraph({
    label: "Quelles administrations partageront ces raccordements\u202F?",
    hint: "Critère 3\u00A0: les administrations présentes sur un même site. Les projets qui en réunissent plusieurs passent d’abord. Écrivez «\u00A0aucune\u00A0» s’il n’y en a pas. Exemple\u00A0: direction des territoires et trésorerie, à Mende",
    maxLength: 2000,
    source: "Livret l.657",
    missing:
      "Citez les administrations qui partageront les raccordements. Exemple\u00A0: préfecture et direction des finances publiques, à Mende.",
  }),

  schedule: paragraph({
    label: "Quand les dépenses seront-elles engagées\u202F?",
    hint: "Critère 4\u00A0: les marchés, les commandes et leurs dates, en 2021 et en 2022. Exemple\u00A0: commande en avril 2021, derniers sites payés en juin 2022",
    maxLength: 2000,
    source: "Livret l.637, l.658",
    missing:
      "Indiquez quand les dépenses seront engagées. Exemple\u00A0: commande des liaisons en avril 2021, des boîtiers en janvier 2022.",
  }),
  frenchBenefits: paragraph({
    label: "Quelles retombées pour des entreprises françaises\u202F?",
    hint: "Critère 4. Écrivez «\u00A0aucune\u00A0» s’il n’y en a pas. Exemple\u00A0: un installateur de Clermont-Ferrand, 22 raccordements",
    maxLength: 2000,
    source: "Livret l.658",
    missing:
      "Décrivez les retombées pour des entreprises françaises. Exemple\u00A0: travaux confiés à une société de réseaux de Rodez.",
  }),
  projectLead: common.projectLead,
  resources: paragraph({
    label: "Quels agents suivront le projet et porteront le besoin\u202F?",
    hint: "Critère 4\u00A0: qui, et avec quel temps. Citez le point de contact RIE du ministère. Exemple\u00A0: un chef de projet à mi-temps, un référent par site",
    maxLength: 2000,
    source: "Livret l.658, l.663",
    missing:
      "Citez les agents qui suivront le projet. Exemple\u00A0: ingénieure réseau, mi-temps\u202F; correspondant RIE, une journée par semaine.",
  }),

  riePartnerNetworkSince: day({
    label: "Opérateur\u00A0: depuis quel jour votre réseau partenaire du RIE existe-t-il\u202F?",
    hint: "Pour un opérateur de l’État seulement. Le réseau doit exister à l’ouverture du guichet, le 1er décembre 2020. Exemple\u00A0: 15/06/2019",
    optional: true,
    source: "Livret l.638",
    missing: "Indiquez depuis quel jour votre réseau existe. Exemple\u00A0: 03/09/2018.",
    wrong:
      "La date du réseau partenaire doit s’écrire jour, mois, année. Exemple\u00A0: 03/09/2018.",
  }),

  requestedGrant: common.requestedGrant,
  sizeJustification: common.sizeJustification,
});

/** The form of SNAP1, version 1. */
export const snap1Form: ThemeForm = {
  theme: "SNAP1",
  version: 1,
  fields,
  submission: fields,
  steps: [
    { key: "projet", kind: "fields", title: "Le projet", fields: ["title", "summary"] },
    {
      key: "sites",
      kind: "sites",
      title: "Les sites et leurs débits",
      fields: ["throughputReasons"],
    },
    {
      key: "benefices",
      kind: "fields",
      title: "Les agents et les territoires (critères 1 à 3)",
      fields: ["fieldUsers", "territorialBalance", "sharing"],
    },
    {
      key: "organisation",
      kind: "fields",
      title: "L’organisation (critère 4)",
      fields: ["schedule", "frenchBenefits", "projectLead", "resources", "riePartnerNetworkSince"],
    },
    PLAN_STEP,
    COMMITMENTS_STEP,
  ],
  // Livret l.638: a condition of an operator, which another carrier has nothing to say of.
  compulsoryFor: {
    "state-operator": {
      riePartnerNetworkSince:
        "Indiquez depuis quel jour votre réseau partenaire du RIE existe. Exemple\u00A0: 03/09/2018.",
    },
  },
  simulationAnswers: (values) => ({
    riePartnerNetworkSince: stringOf(values.riePartnerNetworkSince),
  }),
};
