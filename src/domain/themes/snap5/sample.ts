import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const snap5Sample: Sample = {
  carrier: { kind: "central-administration" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { retrainingToDigitalJobs: false },
  lines: [
    spend("Ateliers d’encadrement à distance pour 300 cadres", "training", "84\u202F000"),
    spend("Mesure des compétences avant et après", "services", "16\u202F000"),
  ],
  typed: {
    title: "Encadrer une équipe présente et à distance",
    summary:
      "Depuis 2020, deux équipes sur trois de la direction travaillent en partie à distance. Trois cents encadrants apprennent, dans leurs propres réunions, à organiser, suivre et animer ce travail avec les outils de l’État.",
    domains: ["encadrement"],
    retrainingToDigitalJobs: "non",
    context:
      "L’accord sur le télétravail de décembre 2020 ouvre deux jours par semaine à 2\u202F400 agents. La direction emménage à l’automne dans des espaces partagés. Sa feuille de route fait de l’encadrement une priorité.",
    needs:
      "Au baromètre numérique de l’agent, 61\u00A0% de nos encadrants disent ne pas savoir animer une réunion mixte et 44\u00A0% n’utilisent pas les espaces partagés. Les arrêts pour surcharge ont augmenté d’un tiers en 2020.",
    populations:
      "Cheffes et chefs de bureau, Paris et Clermont-Ferrand\u00A0: 180.\nAdjoints et chefs de section, mêmes sites\u00A0: 105.\nSous-directrices et sous-directeurs\u00A0: 15.",
    targetedPeople: "300",
    workforce: "2\u202F650",
    methods:
      "Six ateliers de deux heures dans chaque équipe, un accompagnement individuel pour les sous-directeurs, une entraide entre pairs chaque quinzaine. La moitié des ateliers se tient à distance, avec la visioconférence et les espaces partagés de l’État.",
    innovation:
      "L’encadrant n’apprend pas en salle\u00A0: il mène sa réunion, une facilitatrice l’observe, l’équipe décide ensemble d’un essai pour la semaine suivante. Un carnet en ligne permet de continuer seul.",
    objectives:
      "Faire passer de 39\u00A0% à 80\u00A0% les encadrants à l’aise avec la réunion mixte en décembre 2021.\nDonner à chaque équipe une règle écrite sur ses outils et ses horaires en octobre 2021.",
    expectedResults:
      "Encadrants à l’aise avec la réunion mixte\u00A0: de 39\u00A0% à 80\u00A0%.\nÉquipes qui utilisent un espace partagé\u00A0: de 56\u00A0% à 90\u00A0%.\nAteliers suivis jusqu’au bout\u00A0: 85\u00A0% des inscrits.",
    evaluation:
      "Questionnaire avant le premier atelier, puis trois et six mois après le dernier, auprès des encadrants et de leurs équipes. Trente réunions observées au début et à la fin.",
    projectLead: "Agnès Tournier, responsable de la transformation, secrétariat général",
    team: "Responsable de la transformation\u00A0: 9 ans d’accompagnement d’équipes, 60\u00A0%.\nChargé de formation\u00A0: 50\u00A0%.\nFacilitatrices\u00A0: marché, 3 personnes.",
    organisation:
      "La secrétaire générale préside le comité de pilotage tous les deux mois. Un groupe de dix encadrants choisit le contenu des ateliers. Point d’équipe chaque semaine.",
    startMonth: "03/2021",
    durationMonths: "10",
    milestones:
      "Avril 2021\u00A0: premiers ateliers dans cinq équipes.\nJuin 2021\u00A0: contenu corrigé, ouverture à tous.\nOctobre 2021\u00A0: 300 encadrants accompagnés.\nDécembre 2021\u00A0: première mesure des effets.",
    risks:
      "Encadrants peu disponibles\u00A0: ateliers tenus sur leurs propres réunions.\nRetour de tous sur place\u00A0: contenu valable aussi dans les nouveaux espaces.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
