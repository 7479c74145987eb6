import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn4Sample: Sample = {
  carrier: { kind: "deconcentrated-service" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {},
  lines: [
    spend("Parcours de reconversion de douze agents", "training", "96\u202F000"),
    spend("Campagne de recrutement hors d’Île-de-France", "communication", "24\u202F000"),
  ],
  typed: {
    title: "Douze développeuses et développeurs pour les services de Limoges",
    summary:
      "Les services de l’État à Limoges ne trouvent pas de développeurs. Nous formons douze agents volontaires d’autres métiers et nous recrutons six personnes de la région, sur leurs compétences et non sur leur diplôme.",
    actions: ["recrutement", "autres-agents", "territoires"],
    stakes:
      "Sept postes de développeur sont vacants depuis dix-huit mois. Trois outils partagés par cinq directions ne sont plus entretenus. Quarante agents administratifs ont demandé une reconversion en 2020.",
    strategy:
      "Le plan régional de ressources humaines 2020-2023 prévoit un centre de compétences numériques commun aux services de l’État. Ces actions en constituent la première équipe et prolongent le parcours d’initiation ouvert en 2019.",
    methods:
      "Sélection sur une épreuve pratique d’une journée, ouverte sans condition de diplôme. Formation de six mois en alternance, moitié sur place et moitié à distance. Chaque stagiaire est suivi par un développeur d’un autre service, ce qui n’a pas encore été fait dans la région.",
    populations: ["territoires", "femmes", "autres-agents"],
    populationsDetails:
      "Agents administratifs de Limoges et de Tulle\u00A0: 12, avec la plateforme régionale de ressources humaines.\nCandidates et candidats de la région\u00A0: 6, avec Pôle emploi et une association de femmes du numérique\u202F; la moitié des places leur est réservée.",
    targetedPeople: "18",
    digitalStaff: "64",
    trades:
      "Développement d’applications\u00A0: 12 personnes, métier en tension.\nSécurité des systèmes d’information\u00A0: 2 personnes, métier en tension.\nSupport aux utilisateurs\u00A0: 4 personnes.",
    priorityShare: "77,8",
    expectedResults:
      "Postes de développeur vacants\u00A0: de 7 à 1 en décembre 2021.\nStagiaires en poste six mois après la formation\u00A0: 15 sur 18.\nFemmes dans l’équipe de développement\u00A0: de 1 sur 9 à 8 sur 21.",
    evaluation:
      "Trois mois après la formation, une mise en situation notée par deux développeurs extérieurs. À six mois, un entretien avec chaque stagiaire et son encadrant, et le nombre de corrections livrées.",
    projectLead: "Isabelle Roche, directrice du secrétariat général commun, Haute-Vienne",
    team: "Directrice de projet\u00A0: 15 ans de ressources humaines, 30\u00A0%.\nChargée de recrutement\u00A0: 80\u00A0%.\nDeux développeurs tuteurs\u00A0: 20\u00A0% chacun.",
    organisation:
      "La secrétaire générale de la préfecture préside le comité de pilotage chaque trimestre. Les cinq directions choisissent ensemble les stagiaires. Point d’équipe chaque semaine.",
    startMonth: "03/2021",
    durationMonths: "12",
    milestones:
      "Avril 2021\u00A0: épreuves de sélection.\nMai 2021\u00A0: début de la formation.\nNovembre 2021\u00A0: prise de poste.\nFévrier 2022\u00A0: première mesure des effets.",
    risks:
      "Abandon en cours de formation\u00A0: entretien chaque mois, deux places de réserve.\nDépart vers le privé\u00A0: engagement à rester deux ans, parcours de carrière écrit.",
    requestedGrant: "",
  },
};
