import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn1Sample: Sample = {
  carrier: { kind: "central-administration" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { procedureInObservatoire: true, inChargeOfProcedure: true },
  lines: [
    spend("Recherche utilisateur et design de la démarche", "design", "72\u202F000"),
    spend("Développement et mise en accessibilité", "development", "150\u202F000"),
    spend("Accompagnement de l’équipe au travail agile", "training", "18\u202F000"),
  ],
  typed: {
    title: "Carte grise sans blocage pour les vendeurs d’occasion",
    summary:
      "Deux vendeurs sur cinq abandonnent la déclaration de cession de leur véhicule en ligne et appellent le standard. Nous refaisons le parcours avec eux, sur mobile d’abord, et nous le rendons accessible à tous.",
    procedure: "Déclarer la cession d’un véhicule [D012]",
    inChargeOfProcedure: "oui",
    nature: ["satisfaction", "accessibilite", "integration"],
    currentState:
      "La démarche est en ligne depuis 2017. En 2020, 3,1 millions de demandes, dont 38\u00A0% abandonnées en route. Note des usagers\u00A0: 5,2 sur 10. Conformité au RGAA\u00A0: 54\u00A0%. Aucun écran n’est pensé pour le mobile.",
    qualityCriteria: ["design", "accessibilite", "mobile", "franceconnect"],
    qualityTargets:
      "Design\u00A0: note des usagers de 5,2 à 7,5 sur 10.\nAccessibilité\u00A0: de 54\u00A0% à 100\u00A0% de conformité au RGAA.\nMobile\u00A0: parcours complet possible sur téléphone.\nFranceConnect\u00A0: connexion proposée dès la première page.",
    objectives:
      "Faire passer les abandons de 38\u00A0% à 15\u00A0% en décembre 2021.\nPermettre la démarche complète sur téléphone en septembre 2021.\nDiviser par deux les appels liés à la cession.",
    expectedResults:
      "Abandons\u00A0: de 38\u00A0% à 15\u00A0%, mesurés chaque semaine.\nAppels au standard\u00A0: de 62\u202F000 à 30\u202F000 par mois.\nNote des usagers sur «\u00A0Je donne mon avis\u00A0»\u00A0: de 5,2 à 7,5.",
    userInvolvement:
      "Huit vendeurs particuliers essaient chaque version, toutes les trois semaines, dont deux personnes malvoyantes et deux peu à l’aise avec le numérique. Les maquettes sont montrées dès la quatrième semaine.",
    simplification:
      "Le code de cession sera envoyé aussitôt par message. Le numéro de formule ne sera plus demandé, car le fichier des véhicules le connaît.",
    authoritySupport:
      "La déléguée à la sécurité routière préside le comité de pilotage tous les deux mois et a inscrit le projet dans la feuille de route de la délégation.",
    governance:
      "La cheffe de produit décide des priorités avec l’équipe. Démonstration toutes les deux semaines. Le sous-directeur arbitre sous trois jours ce qui touche à la réglementation.",
    projectLead: "Nadia Ferrand, cheffe de produit, délégation à la sécurité routière",
    team: "Cheffe de produit\u00A0: 8 ans de services en ligne, plein temps.\nJuriste\u00A0: droit des véhicules, 20\u00A0%.\nResponsable du centre d’appels\u00A0: 30\u00A0%.\nDesigner et développeurs\u00A0: marché en cours, 4 personnes.",
    startMonth: "02/2021",
    durationMonths: "10",
    milestones:
      "Mars 2021\u00A0: enquête auprès de 40 vendeurs terminée.\nJuin 2021\u00A0: nouveau parcours ouvert à 10\u00A0% des usagers.\nSeptembre 2021\u00A0: parcours mobile ouvert à tous.\nNovembre 2021\u00A0: audit d’accessibilité conforme.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
