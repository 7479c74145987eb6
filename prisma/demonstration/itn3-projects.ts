import type { Itn3Project } from "./itn3-content";

/** Projects of the territories, invented, in the words of those who carry them. */
export const PROJECTS = {
  refuges: {
    title: "Fréquentation des massifs : une carte pour l’accueil du public",
    summary:
      "Chaque été, des sentiers saturent pendant que d’autres restent vides. L’outil montre aux offices et aux préfectures la fréquentation des massifs et propose au public un itinéraire moins chargé. Né en Ariège, il sera repris dans quatre départements des Pyrénées.",
    objectives:
      "Répartir les visiteurs : moins de six jours de saturation par site en 2022.\nDonner aux préfectures un état des massifs chaque matin.\nDiviser par deux les secours liés à la surfréquentation.",
    audience: ["citoyens", "agents"],
    solution:
      "Une carte en ligne depuis juin 2019, alimentée par des compteurs anonymes et les gardiens de refuge. Les agents y publient fermetures et conseils du jour.",
    origin: "Préfecture de l’Ariège",
    users: 3_200,
    metrics:
      "Jours de saturation du site pilote : 21 en 2018, 8 en 2020.\n46 000 consultations pendant l’été 2020.",
    departments: [
      "Ariège (09)",
      "Haute-Garonne (31)",
      "Hautes-Pyrénées (65)",
      "Pyrénées-Orientales (66)",
    ],
    population: 2_300_000,
    share: "62,5",
    central: "Direction générale de l’aménagement, du logement et de la nature, copilote",
    lead: "Bastien Larrieu, chargé de mission numérique, SGAR Occitanie",
    results:
      "Jours de saturation par site : de 15 à 6.\nAppels aux offices et préfectures : de 4 200 à 2 000 par été.",
    development: 186_000,
    sourceCode: "open",
    durationMonths: 18,
  },
  inondations: {
    title: "Alerter les campings avant la crue",
    summary:
      "Quand l’eau monte, les préfectures appellent un à un les campings. L’outil les prévient en une fois, suit qui a répondu et montre les places de repli. Né dans le Gard, il sera proposé à cinq départements d’Occitanie.",
    objectives:
      "Joindre tous les campings exposés en moins de 30 minutes.\nSavoir à tout moment combien de personnes restent à mettre à l’abri.",
    audience: ["entreprises", "agents"],
    solution:
      "Un espace de travail pour le service interministériel de défense, et un message vocal et écrit aux exploitants, qui répondent d’une touche. En service depuis septembre 2018.",
    origin: "Préfecture du Gard",
    users: 480,
    metrics:
      "Temps pour joindre 112 campings : 4 heures en 2017, 25 minutes en 2020.\nExercice d’octobre 2020 : 96 % de réponses.",
    departments: [
      "Gard (30)",
      "Hérault (34)",
      "Lozère (48)",
      "Aude (11)",
      "Ardèche (07)",
      "Tarn (81)",
    ],
    population: 3_100_000,
    share: "75",
    central: "Direction du management de l’administration territoriale, comité de pilotage",
    lead: "Bastien Larrieu, chargé de mission numérique, SGAR Occitanie",
    results:
      "Temps pour joindre les campings : de 3 heures 30 à 30 minutes.\nExploitants joints : de 71 % à 98 %.",
    development: 248_000,
    sourceCode: "state",
    durationMonths: 16,
  },
  courses: {
    title: "Déclarer une manifestation sportive en une fois",
    summary:
      "Une course traverse souvent trois départements et demande autant de dossiers. L’outil reçoit une seule déclaration et la présente à chaque service concerné, avec la carte du parcours.",
    objectives:
      "Une seule déclaration par manifestation en juin 2022.\nRépondre aux associations en 21 jours au lieu de 45.",
    audience: ["associations", "agents"],
    solution:
      "Une démarche en ligne ouverte en mars 2019 : l’association trace son parcours, les services donnent leur avis au même endroit.",
    origin: "Préfecture de la Gironde",
    users: 1_150,
    metrics:
      "Délai moyen de réponse : 44 jours en 2018, 23 jours en 2020.\nDossiers incomplets : de 58 % à 19 %.",
    departments: ["Gironde (33)", "Landes (40)", "Dordogne (24)", "Lot-et-Garonne (47)"],
    population: 2_900_000,
    share: "70",
    central: "Direction du management de l’administration territoriale, copilote",
    lead: "Solène Arrighi, cheffe du pôle numérique, préfecture de la Gironde",
    results: "Délai moyen : de 40 à 21 jours.\nDéclarations doubles : de 310 à 20 par an.",
    development: 164_000,
    sourceCode: "open",
    durationMonths: 15,
  },
  epaves: {
    title: "Suivre les bateaux abandonnés, du signalement à l’enlèvement",
    summary:
      "Un bateau abandonné passe entre cinq services avant d’être retiré. L’outil donne à chacun le même dossier : photos, position, propriétaire, mises en demeure. Né dans le Finistère, il sera ouvert à toute la façade atlantique.",
    objectives:
      "Retirer un bateau dangereux en moins de quatre mois.\nUn seul dossier par bateau, partagé par tous les services.",
    audience: ["citoyens", "agents"],
    solution:
      "Un signalement depuis un téléphone et un tableau de suivi pour les agents de la mer, en service depuis avril 2019.",
    origin: "Préfecture du Finistère",
    users: 640,
    metrics:
      "Délai d’enlèvement : 14 mois en 2017, 5 mois en 2020.\n212 bateaux suivis, 131 retirés.",
    departments: [
      "Finistère (29)",
      "Morbihan (56)",
      "Loire-Atlantique (44)",
      "Vendée (85)",
      "Charente-Maritime (17)",
    ],
    population: 4_600_000,
    share: "80",
    central: "Direction des affaires maritimes, membre du comité de pilotage",
    lead: "Gwenaël Le Bihan, délégué à la mer, préfecture du Finistère",
    results: "Délai d’enlèvement : de 13 à 4 mois.\nHeures d’agents par dossier : de 26 à 11.",
    development: 205_000,
    sourceCode: "open",
    durationMonths: 20,
  },
  rendezVous: {
    title: "Rendez-vous fiscaux dans les espaces France Services",
    summary:
      "Un agent des impôts peut recevoir dans une maison France Services, mais personne ne partage les agendas. L’outil montre les créneaux libres et prépare le rendez-vous avec la question de l’usager.",
    objectives:
      "Un rendez-vous fiscal à moins de 30 minutes de chacun.\nRéduire d’un tiers les rendez-vous manqués.",
    audience: ["citoyens", "agents"],
    solution: "Un agenda partagé, essayé depuis janvier 2020 dans onze espaces du Nord.",
    origin: "Direction régionale des finances publiques des Hauts-de-France",
    users: 260,
    metrics: "Rendez-vous tenus : 1 840 en 2020.\nRendez-vous manqués : de 22 % à 15 %.",
    departments: ["Nord (59)", "Pas-de-Calais (62)", "Aisne (02)"],
    population: 4_500_000,
    share: "55",
    central: "Direction générale des finances publiques, comité de pilotage",
    lead: "Laurent Vasseur, chef de projet, DRFiP des Hauts-de-France",
    results: "Rendez-vous manqués : de 22 % à 14 %.\nDistance moyenne : de 38 à 19 kilomètres.",
    development: 142_000,
    sourceCode: "licence",
    durationMonths: 14,
  },
  courrier: {
    title: "Courrier départ dématérialisé des trésoreries",
    summary:
      "Les trésoreries impriment encore leurs relances. Le projet reprend l’outil d’envoi déjà acheté par la direction et l’étend à quatre sites.",
    objectives: "Envoyer 80 % des relances sans papier en 2022.",
    audience: ["agents"],
    solution: "Un logiciel du marché, en service depuis février 2020 dans une trésorerie.",
    origin: "Trésorerie de Lens",
    users: 34,
    metrics: "Plis imprimés : 18 000 en 2019, 6 500 en 2020.",
    departments: ["Pas-de-Calais (62)", "Nord (59)"],
    population: 4_000_000,
    share: "30",
    central: "Direction générale des finances publiques, responsable du marché",
    lead: "Laurent Vasseur, chef de projet, DRFiP des Hauts-de-France",
    results: "Plis imprimés : de 72 000 à 15 000 par an.",
    development: 118_000,
    sourceCode: "licence",
    durationMonths: 10,
  },
  rivieres: {
    title: "Autorisations de travaux en rivière",
    summary:
      "Pour curer un fossé ou refaire une berge, un maire demande l’avis de quatre services. L’outil réunit la demande, la carte et les avis, et rappelle les périodes de reproduction des poissons.",
    objectives:
      "Répondre aux maires en 30 jours.\nÉviter les travaux pendant les périodes protégées.",
    audience: ["citoyens", "entreprises", "agents"],
    solution:
      "Une démarche en ligne ouverte en Ille-et-Vilaine en mai 2019, avec une carte des cours d’eau.",
    origin: "DREAL de Bretagne",
    users: 910,
    metrics:
      "Délai de réponse : 75 jours en 2018, 34 jours en 2020.\nTravaux en période protégée : de 41 à 6.",
    departments: ["Ille-et-Vilaine (35)", "Côtes-d’Armor (22)", "Morbihan (56)", "Mayenne (53)"],
    population: 2_700_000,
    share: "66,67",
    central: "Direction de l’eau et de la biodiversité, copilote",
    lead: "Maëlle Kervella, cheffe de projet, DREAL de Bretagne",
    results:
      "Délai de réponse : de 68 à 30 jours.\nDemandes complètes du premier coup : de 35 % à 80 %.",
    development: 196_000,
    sourceCode: "open",
    durationMonths: 18,
  },
  gibier: {
    title: "Dégâts de gibier : une déclaration partagée",
    summary:
      "Agriculteurs, chasseurs et services de l’État ne comptent pas les mêmes dégâts. L’outil recueille la déclaration avec une photo, la situe, et donne à tous les mêmes chiffres.",
    objectives:
      "Indemniser en 60 jours.\nFixer les prélèvements sur des chiffres reconnus par tous.",
    audience: ["entreprises", "associations", "agents"],
    solution: "Une application simple, née en Corrèze en 2018, que 700 exploitants utilisent.",
    origin: "Direction départementale des territoires de la Corrèze",
    users: 760,
    metrics: "Délai d’indemnisation : 140 jours en 2017, 72 jours en 2020.",
    departments: [
      "Corrèze (19)",
      "Creuse (23)",
      "Haute-Vienne (87)",
      "Dordogne (24)",
      "Vienne (86)",
    ],
    population: 1_600_000,
    share: "60",
    central: "Direction générale de la performance économique, membre du comité de pilotage",
    lead: "Pauline Etcheverry, cheffe du service numérique, DRAAF de Nouvelle-Aquitaine",
    results:
      "Délai d’indemnisation : de 130 à 60 jours.\nDésaccords portés en commission : de 85 à 30 par an.",
    development: 172_000,
    sourceCode: "state",
    durationMonths: 17,
  },
  remplacements: {
    title: "Remplacements courts : trouver un enseignant en une heure",
    summary:
      "Quand un professeur est absent deux jours, les collèges téléphonent. L’outil propose les remplaçants disponibles et volontaires près du collège, qui acceptent depuis leur téléphone.",
    objectives:
      "Couvrir la moitié des absences de moins de trois jours.\nLibérer une heure par jour dans chaque collège.",
    audience: ["agents"],
    solution: "Un site ouvert en septembre 2019 à 38 collèges de la Sarthe.",
    origin: "Rectorat de l’académie de Nantes",
    users: 1_480,
    metrics:
      "Absences courtes couvertes : 12 % en 2018, 41 % en 2020.\nTemps de recherche : de 55 à 10 minutes.",
    departments: [
      "Sarthe (72)",
      "Loire-Atlantique (44)",
      "Maine-et-Loire (49)",
      "Mayenne (53)",
      "Vendée (85)",
    ],
    population: 3_800_000,
    share: "58",
    central: "Direction générale de l’enseignement scolaire, copilote",
    lead: "Antoine Guérin, délégué au numérique, rectorat de Nantes",
    results:
      "Absences courtes couvertes : de 15 % à 50 %.\nTemps de recherche : de 55 à 12 minutes.",
    development: 230_000,
    sourceCode: "open",
    durationMonths: 16,
  },
  cantines: {
    title: "Menus et allergies dans les internats",
    summary:
      "Les internats tiennent la liste des allergies sur papier. L’outil la relie au menu de la semaine et prévient la cuisine et l’infirmerie.",
    objectives: "Aucun plat servi sans contrôle des allergies en 2022.",
    audience: ["agents", "citoyens"],
    solution: "Un outil interne de trois lycées de Vendée depuis 2019.",
    origin: "Rectorat de l’académie de Nantes",
    users: 120,
    metrics: "Erreurs de service : 9 en 2018, 1 en 2020.",
    departments: ["Vendée (85)", "Sarthe (72)", "Mayenne (53)"],
    population: 1_500_000,
    share: "64",
    central: "Direction générale de l’enseignement scolaire, comité de pilotage",
    lead: "Antoine Guérin, délégué au numérique, rectorat de Nantes",
    results: "Erreurs de service : de 40 à 5 par an dans l’académie.",
    development: 128_000,
    sourceCode: "state",
    durationMonths: 12,
  },
  monuments: {
    title: "Instruire ensemble les travaux sur les monuments",
    summary:
      "Un propriétaire de monument écrit à trois administrations. L’outil rassemble sa demande, les plans et les avis de l’architecte, et dit à chaque étape qui doit répondre.",
    objectives:
      "Répondre en trois mois au lieu de six.\nUn seul dépôt de plans pour toutes les administrations.",
    audience: ["citoyens", "entreprises", "agents"],
    solution: "Un espace de dépôt et d’instruction ouvert en Meurthe-et-Moselle en octobre 2018.",
    origin: "DRAC du Grand Est",
    users: 540,
    metrics:
      "Délai d’instruction : 172 jours en 2018, 96 jours en 2020.\nPièces redemandées : de 3,1 à 0,8 par dossier.",
    departments: [
      "Meurthe-et-Moselle (54)",
      "Vosges (88)",
      "Meuse (55)",
      "Moselle (57)",
      "Bas-Rhin (67)",
    ],
    population: 3_500_000,
    share: "61,5",
    central: "Direction générale des patrimoines et de l’architecture, copilote",
    lead: "Élise Wagner, cheffe de projet, DRAC du Grand Est",
    results:
      "Délai d’instruction : de 165 à 90 jours.\nPièces redemandées : de 2,9 à 0,8 par dossier.",
    development: 215_000,
    sourceCode: "open",
    durationMonths: 18,
  },
  toitures: {
    title: "Repérer l’amiante avant les travaux de toiture",
    summary:
      "Une photo aérienne suffit souvent à reconnaître une toiture en fibrociment. L’outil prévient le propriétaire et l’entreprise avant le début des travaux. Né dans l’Eure, il sera essayé dans cinq départements.",
    objectives:
      "Prévenir 90 % des chantiers de toiture concernés.\nRéduire de moitié les arrêts de chantier.",
    audience: ["citoyens", "entreprises", "agents"],
    solution:
      "Un service en ligne depuis février 2020 : l’adresse donne la date et la nature probable de la toiture.",
    origin: "Direction départementale des territoires de l’Eure",
    users: 870,
    metrics: "Arrêts de chantier : 64 en 2018, 27 en 2020.\n11 000 adresses consultées.",
    departments: [
      "Eure (27)",
      "Seine-Maritime (76)",
      "Calvados (14)",
      "Oise (60)",
      "Eure-et-Loir (28)",
    ],
    population: 4_100_000,
    share: "52",
    central: "Direction générale de l’aménagement, du logement et de la nature, porteuse",
    lead: "Camille Verdier, cheffe du bureau des données du bâtiment, DGALN",
    results: "Arrêts de chantier : de 310 à 140 par an.\nChantiers prévenus : de 20 % à 90 %.",
    development: 268_000,
    sourceCode: "open",
    durationMonths: 18,
  },
} as const satisfies Record<string, Itn3Project>;
