import type { TypedPhase } from "@/domain/dossier/phases";
import { SAMPLE_INSTANT, type Sample, spend, staff } from "@/domain/themes/sample";

const phases: readonly TypedPhase[] = [
  {
    name: "Essai avec 200 agents volontaires",
    startMonth: "03/2021",
    endMonth: "09/2021",
    amount: "280\u202F000",
    milestone:
      "200 agents lisent leur messagerie depuis leur téléphone et l’audit de sécurité est sans faille grave.",
    indicators: [
      {
        name: "Agents actifs",
        definition: "Agents ayant ouvert l’espace isolé dans le mois.",
        unit: "agents",
        cadence: "month",
        minimum: "150",
      },
      {
        name: "Installation sans aide",
        definition: "Installations terminées sans appel au support, sur toutes les installations.",
        unit: "%",
        cadence: "week",
        minimum: "80",
      },
    ],
  },
  {
    name: "Ouverture à trois ministères",
    startMonth: "10/2021",
    endMonth: "12/2022",
    amount: "720\u202F000",
    milestone:
      "Trois ministères proposent l’espace isolé à leurs agents et en paient l’usage en 2023.",
    indicators: [
      {
        name: "Agents actifs",
        definition: "Agents ayant ouvert l’espace isolé dans le mois.",
        unit: "agents",
        cadence: "month",
        minimum: "8\u202F000",
      },
      {
        name: "Disponibilité",
        definition: "Part du temps où l’espace s’ouvre en moins de cinq secondes.",
        unit: "%",
        cadence: "day",
        minimum: "99,5",
      },
    ],
  },
];

export const snap3Sample: Sample = {
  carrier: { kind: "dnum" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { dnumInformed: true, frenchCompanyInvolved: true, indicatorCadence: "month" },
  lines: [
    spend("Espace de travail isolé pour terminaux personnels, 2021", "development", "360\u202F000"),
    spend(
      "Espace de travail isolé pour terminaux personnels, 2022",
      "development",
      "360\u202F000",
      {
        year: "2022",
      },
    ),
    spend("Essais de sécurité", "services", "120\u202F000"),
    staff("Équipe sécurité de la DNUM", "160\u202F000"),
  ],
  typed: {
    title: "Mon téléphone, mon travail\u00A0: un espace isolé et sûr",
    summary:
      "Beaucoup d’agents n’ont pas de téléphone de service. Le projet crée sur leur téléphone personnel un espace isolé, où messagerie, agenda et documents restent protégés et s’effacent à distance.",
    projectTotal: "",
    conformity:
      "Le projet sécurise l’usage des systèmes de l’État depuis un terminal personnel, téléphone ou tablette. L’espace est chiffré, coupé du reste de l’appareil, sans accès de l’administration aux données privées.",
    frenchCompanyInvolved: "oui",
    frenchBenefits:
      "Une société de Rennes développe l’espace isolé, environ 600 jours. Un laboratoire d’évaluation agréé, à Toulouse, conduit les essais de sécurité.",
    actors:
      "DNUM du ministère porteur\u00A0: conduite du produit et exploitation.\nDeux ministères alliés\u00A0: besoins, essais, ouverture.\nSociété de Rennes\u00A0: développement.\nLaboratoire de Toulouse\u00A0: évaluation de sécurité.",
    organisation:
      "Une équipe de sept personnes, dont trois agents de la DNUM\u00A0: responsable de produit, architecte de sécurité, responsable du support. Revue toutes les deux semaines, comité des trois ministères chaque mois.",
    projectLead: "Thomas Girard, responsable de produit, direction du numérique",
    interministerial:
      "Aucun outil interministériel ne couvre les téléphones personnels. Trois ministères, soit 60\u202F000 agents sans téléphone de service, l’ont demandé dans leur feuille de route.",
    simple:
      "Vingt agents de tous métiers participent aux choix et essaient chaque version. L’installation prend quatre minutes, guidée à l’écran. Une aide de six pages et trois leçons courtes suffisent.",
    scalable:
      "Un serveur de plus suffit par tranche de 20\u202F000 agents. Un agent coûte 4\u00A0€ par an. Chaque ministère gère ses groupes et paie son usage après 2022. Aucune licence n’est nécessaire.",
    evolving:
      "La feuille de route est revue chaque trimestre avec les retours des agents. Une version sort toutes les six semaines. L’espace ouvre la messagerie et le partage de documents interministériels.",
    mobility:
      "Les inspecteurs, les travailleurs sociaux et les agents de nuit lisent messages et plannings en tournée, ce qu’ils ne pouvaient faire qu’au bureau.",
    resilient:
      "Disponibilité visée\u00A0: 99,5\u00A0%. Aucune donnée n’existe sur le seul téléphone. Chiffrement, code propre à l’espace, effacement à distance, homologation avant l’ouverture.",
    reversible:
      "Les documents restent dans leurs outils d’origine. Les réglages s’exportent dans un format ouvert par une API documentée. Désinstaller l’espace suffit pour en sortir.",
    hosting: "secnumcloud",
    sovereign:
      "Les serveurs sont chez un prestataire qualifié SecNumCloud. Le code de l’espace appartient à l’État. Il ne dépend d’aucun service situé hors d’Europe.",
    requestedGrant: "",
    sizeJustification: "",
    phases,
  },
};
