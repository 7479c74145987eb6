import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn2Sample: Sample = {
  carrier: { kind: "business-directorate" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {},
  lines: [
    spend("Développement de la plateforme partagée", "development", "320\u202F000"),
    spend("Ateliers avec les partenaires", "services", "60\u202F000"),
    spend("Hébergement", "hosting", "20\u202F000", { year: "2022" }),
  ],
  typed: {
    title: "Une place commune pour la rénovation des logements",
    summary:
      "Propriétaires, artisans, conseillers et banques suivent aujourd’hui un même chantier de rénovation dans quatre outils différents. La plateforme les réunit autour du dossier du logement, du premier conseil au paiement de l’aide.",
    stakes:
      "4,8 millions de logements sont très mal isolés. Un projet de rénovation sur deux s’arrête avant le devis. Les conseillers le disent depuis 2018\u00A0: personne ne sait où en est le dossier, ni qui doit agir.",
    digitalStrategy:
      "Le plan de rénovation repose sur un accompagnement personnel. Sans dossier commun, il ne peut pas passer de 50\u202F000 à 500\u202F000 logements par an. Le numérique change le métier des conseillers, qui passent de la ressaisie au conseil.",
    stakeholders:
      "Propriétaires\u00A0: savoir à quelle aide ils ont droit, 60 entretiens.\nArtisans\u00A0: être payés plus vite, enquête auprès de 220 entreprises.\nConseillers des collectivités\u00A0: ne plus ressaisir, 18 journées d’observation.\nBanques\u00A0: recevoir un plan de financement fiable, deux réseaux interrogés.",
    cooperation:
      "Deux fédérations d’artisans, trois réseaux de conseillers et deux banques siègent au comité des partenaires, réuni chaque mois. Une lettre commune et une démonstration ouverte invitent les autres à entrer.",
    inclusion:
      "Le parcours peut être mené par un conseiller pour une personne qui n’utilise pas internet. Textes relus en langage simple. Part des dossiers menés avec un tiers suivie chaque mois, objectif 30\u00A0%.",
    services:
      "Un dossier unique du logement, une estimation des aides en trois minutes, un suivi du chantier partagé. Le délai entre la visite et l’accord de l’aide passe de onze à quatre semaines.",
    objectives:
      "Ouvrir la plateforme à douze départements en décembre 2021.\nRamener de onze à quatre semaines le délai d’accord d’une aide.\nDiviser par deux les projets abandonnés avant le devis.",
    targets:
      "Propriétaires occupants modestes\u00A0: 90\u202F000 dans les douze départements.\nArtisans labellisés\u00A0: 6\u202F500.\nConseillers\u00A0: 420.",
    metrics:
      "Projets menés au devis\u00A0: de 48\u00A0% à 70\u00A0% à 12 mois, lus dans la plateforme.\nDélai d’accord\u00A0: de 11 à 4 semaines à 12 mois.\nLogements rénovés par mois\u00A0: de 900 à 2\u202F000 à 18 mois.",
    iterations:
      "Quatre ateliers de lancement avec les partenaires, puis une version toutes les deux semaines, essayée par dix conseillers et dix propriétaires. Chaque trimestre, une assemblée d’usagers choisit les priorités.",
    data: "Les étapes des dossiers alimentent un tableau de bord public. Un comité des données réunit l’agence, la direction et deux collectivités\u202F; il ajuste chaque trimestre les aides selon les abandons constatés.",
    projectLead: "Marc Delorme, directeur de projet, direction de l’habitat",
    team: "Directeur de projet\u00A0: 12 ans de politique du logement, plein temps.\nResponsable de produit\u00A0: 5 ans, plein temps.\nDeux chargées de déploiement\u00A0: 50\u00A0% chacune.\nDéveloppeurs et designer\u00A0: marché, 5 personnes.",
    organisation:
      "La directrice préside un comité de pilotage tous les deux mois. L’équipe décide seule du contenu des versions. Le comité des partenaires donne son avis chaque mois.",
    startMonth: "03/2021",
    durationMonths: "12",
    milestones:
      "Juin 2021\u00A0: dossier unique ouvert dans deux départements.\nOctobre 2021\u00A0: suivi du chantier ouvert aux artisans.\nFévrier 2022\u00A0: douze départements en service.",
    risks:
      "Artisans peu présents\u00A0: démonstrations avec leurs fédérations, paiement accéléré.\nReprise difficile des anciens dossiers\u00A0: reprise limitée aux chantiers en cours.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
