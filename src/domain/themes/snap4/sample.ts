import type { TypedPhase } from "@/domain/dossier/phases";
import { SAMPLE_INSTANT, type Sample, spend, staff } from "@/domain/themes/sample";

const phases: readonly TypedPhase[] = [
  {
    name: "Essai avec deux services",
    startMonth: "03/2021",
    endMonth: "08/2021",
    amount: "600\u202F000",
    milestone: "Deux services écrivent leurs notes avec l’outil et la sécurité est homologuée.",
    indicators: [
      {
        name: "Agents actifs",
        definition: "Agents ayant modifié un document dans le mois.",
        unit: "agents",
        cadence: "month",
        minimum: "400",
      },
      {
        name: "Satisfaction",
        definition: "Note moyenne donnée après usage, sur 10.",
        unit: "points",
        cadence: "month",
        minimum: "7,0",
      },
    ],
  },
  {
    name: "Ouverture à trois ministères",
    startMonth: "09/2021",
    endMonth: "04/2022",
    amount: "1\u202F100\u202F000",
    milestone: "L’outil est ouvert à trois ministères, avec le partage d’agenda et de messagerie.",
    indicators: [
      {
        name: "Agents actifs",
        definition: "Agents ayant modifié un document dans le mois.",
        unit: "agents",
        cadence: "month",
        minimum: "6\u202F000",
      },
      {
        name: "Disponibilité",
        definition: "Part du temps, en heures ouvrées, où l’outil répond en moins de 3 secondes.",
        unit: "%",
        cadence: "week",
        minimum: "99,5",
      },
    ],
  },
  {
    name: "Passage à l’échelle",
    startMonth: "05/2022",
    endMonth: "12/2022",
    amount: "1\u202F300\u202F000",
    milestone: "Dix ministères utilisent l’outil et en paient le fonctionnement pour 2023.",
    indicators: [
      {
        name: "Agents actifs",
        definition: "Agents ayant modifié un document dans le mois.",
        unit: "agents",
        cadence: "month",
        minimum: "45\u202F000",
      },
    ],
  },
];

export const snap4Sample: Sample = {
  carrier: { kind: "dnum" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {
    dnumInformed: true,
    frenchCompanyInvolved: true,
    tradeSpecificDomain: false,
    hosting: "cercle-1",
    indicatorCadence: "month",
  },
  lines: [
    spend("Développement du produit, 2021", "development", "1\u202F200\u202F000"),
    spend("Développement du produit, 2022", "development", "800\u202F000", { year: "2022" }),
    spend("Recherche utilisateur et design", "design", "160\u202F000"),
    spend("Mise à niveau de l’hébergement cercle 1", "hosting", "240\u202F000", { year: "2022" }),
    spend("Support de l’éditeur, logiciel libre français", "licence", "50\u202F000", {
      tax: "HT",
      year: "2022",
    }),
    staff("Équipe produit de la DNUM, 2021", "260\u202F000"),
    staff("Équipe produit de la DNUM, 2022", "280\u202F000", "2022"),
  ],
  typed: {
    title: "Écrire à plusieurs\u00A0: l’atelier de documents de l’État",
    summary:
      "Un outil pour rédiger à plusieurs, en même temps, notes, comptes rendus et textes, au bureau comme à distance. Il s’ouvre dans le navigateur avec AgentConnect et garde les documents dans le nuage de l’État.",
    projectTotal: "",
    conformity:
      "Le projet couvre la rédaction en commun, un domaine du travail collaboratif sans outil interministériel. Il sert tous les profils d’agents, au bureau, en télétravail et en déplacement. Il remplace quatre outils ministériels par un seul et s’intègre à la messagerie et à l’agenda.",
    tradeSpecificDomain: "non",
    hosting: "cercle-1",
    frenchCompanyInvolved: "oui",
    frenchBenefits:
      "Un éditeur de logiciel libre de Toulouse développe le moteur de rédaction, environ 900 jours. Une société de Lille conduit la recherche utilisateur. Leurs améliorations sont publiées et réutilisables par leurs autres clients.",
    actors:
      "DNUM du ministère porteur\u00A0: conduite du produit et hébergement.\nDeux ministères alliés\u00A0: besoins, essais, déploiement.\nÉditeur de Toulouse\u00A0: développement.\nSociété de Lille\u00A0: recherche utilisateur.",
    organisation:
      "Une équipe produit de neuf personnes, dont quatre agents de la DNUM\u00A0: responsable de produit, architecte, responsable du support, chargée de déploiement. Revue toutes les deux semaines, comité des trois ministères chaque mois. Le support répond aux agents du premier appel à la solution.",
    projectLead: "Nadia Benali, responsable de produit, direction du numérique",
    desired:
      "Dans une enquête de novembre 2020, 7 agents sur 10 disent s’échanger encore des versions par courriel. Trois ministères, soit 90\u202F000 agents, demandent un outil commun. Les relectures passeraient de plusieurs jours à quelques heures.",
    simple:
      "Douze agents de métiers différents testent chaque version avant sa sortie. L’écran d’accueil s’utilise sans formation\u202F; des leçons de deux minutes montrent le reste. La connexion passe par AgentConnect dès la première version.",
    scalable:
      "Une seule instance sert tous les ministères. Un agent de plus coûte 0,90\u00A0€ par an. Chaque ministère gère ses groupes. Après 2022, les ministères utilisateurs paient le fonctionnement au prorata de leurs agents, maintien de la sécurité compris.",
    evolving:
      "La feuille de route est revue chaque trimestre avec les demandes des agents. Une version sort chaque mois, après des tests automatiques. L’outil s’ouvre depuis la messagerie et l’espace de partage interministériels.",
    resilient:
      "Disponibilité visée\u00A0: 99,5\u00A0% en heures ouvrées. Sauvegarde chaque heure sur un second site. Droits par document, journal des accès, homologation avant l’ouverture. Les informations classifiées restent interdites dans l’outil.",
    reversible:
      "Tout document s’exporte au format ODF, un service entier en une opération. L’API est publique et documentée. Le coût de sortie se limite à la reprise des droits, estimée à deux jours par service.",
    sovereign:
      "Le produit est hébergé dans le cercle 1, son code est libre et maintenu par deux sociétés françaises. Il ne dépend d’aucun service situé hors d’Europe.",
    requestedGrant: "",
    sizeJustification: "",
    phases,
  },
};
