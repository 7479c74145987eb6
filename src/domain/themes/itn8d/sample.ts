import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn8dSample: Sample = {
  carrier: { kind: "central-administration" },
  call: "aap",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {
    frenchCompanyInvolved: true,
    resultsWithinMonths: 12,
    onlySystemRebuild: false,
  },
  lines: [
    spend("Étude des métiers et de leurs tâches", "services", "150\u202F000"),
    spend("Construction de la vision cible avec les agents", "design", "90\u202F000"),
    spend("Essais outillés dans deux services", "development", "130\u202F000"),
    spend("Accompagnement des équipes", "training", "110\u202F000", { year: "2022" }),
  ],
  typed: {
    title: "Inspecter autrement\u00A0: le métier d’inspecteur en 2023",
    summary:
      "Les 900 inspecteurs passent la moitié de leur temps en saisie et en trajets. Le projet part de leur métier pour revoir l’organisation des services, puis les outils, avec ceux qui les utiliseront.",
    stages: ["diagnostic", "vision", "deploiement"],
    startingPoint:
      "En 2020, quarante entretiens et dix journées d’observation ont décrit les tâches du métier. Ils montrent que la saisie double tient au partage du travail entre bureaux plus qu’aux logiciels.",
    changes:
      "Deux bureaux réunis par direction, un binôme inspecteur et analyste, des tournées préparées par les données. Les 140 agents de saisie deviennent assistants d’enquête après une formation.",
    onlySystemRebuild: "non",
    diagnosis:
      "Temps relevé en mars 2020\u00A0: 46\u00A0% en saisie et en trajets. Le baromètre interne place l’organisation du travail au dernier rang de la satisfaction, 3,1 sur 10.",
    beneficiaries: ["citoyens", "entreprises", "agents"],
    benefits:
      "Agents\u00A0: cinq heures de saisie en moins par semaine, un métier plus varié.\nUsagers\u00A0: réponse à un signalement en 8 jours au lieu de 20.\nEntreprises\u00A0: contrôles mieux ciblés.",
    beneficiaryNumbers:
      "900 inspecteurs et 140 agents de saisie.\n35\u202F000 signalements par an, chiffres de 2019.\nEnviron 60\u202F000 entreprises contrôlables.",
    savings: "Environ 200\u202F000\u00A0€ de déplacements évités par an à partir de 2023.",
    stakeholders:
      "Inspecteurs, agents de saisie et leurs représentants.\nDirections régionales.\nDeux autres corps d’inspection.\nOrganisations professionnelles.",
    involvement:
      "Un groupe de douze agents volontaires prépare chaque décision, de l’étude au bilan. Chaque direction régionale tient un atelier par mois. Les partenaires relisent la vision cible.",
    changeSupport:
      "Plan d’accompagnement de 300 agents\u00A0: formation de dix jours, tuteur pendant six mois, entretien sur le parcours professionnel.",
    projectLead: "Aïcha Benoît, directrice de projet, secrétariat général",
    team: "Directrice de projet, plein temps.\nDeux chargés de conduite du changement, plein temps.\nUn responsable des données, 50\u00A0%.",
    governance:
      "Comité de transformation mensuel présidé par la secrétaire générale. Suivi par les instances de dialogue social chaque trimestre.",
    frenchCompanyInvolved: "oui",
    companies:
      "Un cabinet de Paris pour l’étude des métiers.\nUn studio de Grenoble pour les essais outillés.",
    risks:
      "Fatigue des équipes\u00A0: deux services seulement la première année.\nDéparts d’agents de saisie\u00A0: formation ouverte dès l’été 2021.",
    startMonth: "02/2021",
    durationMonths: "22",
    milestones:
      "Juillet 2021\u00A0: diagnostic partagé.\nJanvier 2022\u00A0: trajectoire adoptée, deux services réorganisés.\nDécembre 2022\u00A0: six directions.",
    resultsWithinMonths: "12",
    firstResults:
      "Trajectoire de transformation adoptée en janvier 2022, deux services réorganisés, 120 agents formés, saisie réduite d’un tiers dans ces services.",
    monitoring:
      "Temps de saisie et délai de réponse mesurés chaque trimestre. Baromètre des agents deux fois par an, présenté aux représentants.",
    existing:
      "Un autre ministère a réuni ses bureaux d’inspection en 2019\u00A0: son bilan et son référentiel de compétences servent de départ.",
    sharedNeed: "associees",
    sharedNeedDetails:
      "Inspection vétérinaire d’une direction partenaire, qui suit les ateliers et essaie la préparation des tournées.",
    reusability:
      "La méthode d’étude des métiers, le référentiel de compétences et le code de l’outil de tournée seront publiés.",
    integration:
      "La trajectoire devient le plan de transformation du réseau. Les deux chargés de conduite du changement restent au secrétariat général après 2022.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
