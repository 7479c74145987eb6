import { SAMPLE_INSTANT, type Sample, spend, staff } from "@/domain/themes/sample";

export const itn3Sample: Sample = {
  carrier: { kind: "deconcentrated-service" },
  call: "aap",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { deconcentratedShare: 6_250, centralAdministrationInvolved: true },
  lines: [
    spend("Développement du socle commun", "development", "216\u202F000", {
      provider: "Atelier Rivages, Nantes",
      seatInFrance: true,
      innovative: false,
    }),
    spend("Audit d’accessibilité et corrections", "services", "15\u202F000", { tax: "HT" }),
    spend("Accueil des services\u00A0: ateliers et formation", "training", "42\u202F000"),
    spend("Développement des échanges de données", "development", "96\u202F000", { year: "2022" }),
    spend("Hébergement", "hosting", "24\u202F000", { year: "2022" }),
    spend("Guides et présentations aux préfectures", "communication", "12\u202F000", {
      year: "2022",
    }),
    staff("Chef de projet et référents en préfecture, 2021", "60\u202F000"),
    staff("Chef de projet et référents en préfecture, 2022", "48\u202F000", "2022"),
  ],
  typed: {
    title: "Suivi partagé des restrictions d’eau",
    summary:
      "Quand l’eau manque, le préfet limite les usages par arrêté. Notre outil dit à chacun, commune par commune, ce qui est permis, et il aide les agents à préparer ces arrêtés ensemble. Né en Mayenne, il sera proposé à sept autres départements de l’Ouest.",
    objectives:
      "Publier chaque arrêté de restriction en moins de 24 heures dans les huit départements en juin 2022.\nDiviser par deux le temps passé par les agents à préparer un arrêté.\nDonner une réponse claire à toute personne qui saisit son adresse.",
    audience: ["citoyens", "entreprises", "agents"],
    solution:
      "Un site public et un espace de travail pour les agents, en service depuis mai 2019. L’habitant saisit son adresse et lit les restrictions du jour. L’agent prépare l’arrêté à partir des mesures des cours d’eau, le fait relire, puis le publie.",
    originTerritory: "Direction départementale des territoires de la Mayenne",
    currentUsers: "2\u202F400",
    valueMetrics:
      "Délai de publication d’un arrêté\u00A0: 5 jours en 2018, 1 jour en 2020.\nAppels reçus l’été\u00A0: 1\u202F150 en 2018, 420 en 2020.\n31\u202F000 consultations par des habitants en 2020.",
    userSatisfaction:
      "Enquête en ligne de septembre 2020\u00A0: 312 réponses d’habitants, 4,3 sur 5. Entretiens avec 14 agents et 9 agriculteurs en octobre\u00A0: tous souhaitent garder l’outil, 6 demandent une alerte par message.",
    departments:
      "Mayenne (53)\nSarthe (72)\nMaine-et-Loire (49)\nLoire-Atlantique (44)\nVendée (85)\nOrne (61)\nIlle-et-Vilaine (35)\nManche (50)",
    departmentCount: "8",
    population: "5\u202F900\u202F000",
    committedTerritories:
      "Sarthe\u00A0: lettre du préfet du 4 décembre 2020.\nMaine-et-Loire\u00A0: décision du comité de direction du 11 décembre 2020.\nOrne\u00A0: lettre de la préfète du 8 janvier 2021.\nManche\u00A0: courriel du directeur départemental du 12 janvier 2021.",
    confirmedUsers: "5\u202F200",
    deconcentratedShare: "62,5",
    deconcentratedServices:
      "DDT de la Mayenne\u00A0: 2 agents sur 8 dans l’équipe, présidence du comité de pilotage.\nDDT de la Sarthe et de l’Orne\u00A0: 1 agent sur 8 chacune.\nDREAL des Pays de la Loire\u00A0: 1 agent sur 8.\nAu comité de pilotage, 5 sièges sur 8 reviennent aux services déconcentrés.",
    centralAdministrationInvolved: "oui",
    centralAdministration:
      "Direction de l’eau et de la biodiversité, copilote\u00A0: elle garde la cohérence nationale des règles",
    authoritySupport:
      "Le préfet de la Mayenne préside le comité de pilotage chaque trimestre. La préfète de région a inscrit le projet dans la feuille de route des services de l’État.",
    industrialisation:
      "Le socle devient commun\u00A0: cartes, règles, circuit de relecture, publication. Chaque département garde ses seuils et ses modèles d’arrêté. Un département rejoint l’outil en quatre semaines\u00A0: reprise de ses données, une journée d’atelier, deux semaines d’essai accompagné.",
    sourceCode: "open",
    extensionModel:
      "Le code est publié sous licence libre et l’État en détient les droits. Un département de plus coûte environ 4\u202F000\u00A0€ d’installation, puis 900\u00A0€ par an d’hébergement et de support.",
    technicalPractices:
      "Les restrictions sont publiées en données ouvertes, par une API documentée et en fichiers CSV. L’accessibilité sera auditée au printemps 2021\u00A0: le taux de conformité au RGAA est aujourd’hui de 68\u00A0%. L’outil tourne en conteneurs chez un hébergeur français.",
    expectedResults:
      "Délai de publication d’un arrêté\u00A0: de 5 jours à 1 jour dans les sept nouveaux départements.\nAppels d’été\u00A0: de 7\u202F800 à 3\u202F500.\nTemps de préparation d’un arrêté\u00A0: de 9 heures à 4 heures, soit environ 1\u202F600 heures d’agents par an.",
    projectLead: "Hélène Garnier, cheffe de projet, DDT de la Mayenne",
    team: "Cheffe de projet\u00A0: 10 ans de gestion de l’eau, 80\u00A0%.\nResponsable du produit\u00A0: 5 ans de services en ligne, 50\u00A0%.\nRéférents de la Sarthe et de l’Orne\u00A0: 30\u00A0% chacun.\nGéomaticien de la DREAL\u00A0: 40\u00A0%.\nDéveloppeurs et designer\u00A0: marché en cours, 3 personnes.",
    startMonth: "03/2021",
    durationMonths: "18",
    milestones:
      "Juin 2021\u00A0: Sarthe et Maine-et-Loire en service.\nDécembre 2021\u00A0: audit d’accessibilité corrigé, API publiée.\nMai 2022\u00A0: les huit départements en service.\nAoût 2022\u00A0: bilan d’un été complet.",
    risks:
      "Départ d’un développeur\u00A0: code documenté, travail en binôme.\nSeuils propres à un département mal repris\u00A0: essai accompagné avant ouverture.\nÉté très sec dès 2021\u00A0: aucune mise en service entre le 15 juin et le 15 septembre.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
