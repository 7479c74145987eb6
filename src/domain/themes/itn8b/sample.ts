import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn8bSample: Sample = {
  carrier: { kind: "central-administration" },
  call: "aap",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { frenchCompanyInvolved: true, resultsWithinMonths: 8 },
  lines: [
    spend("Conception du circuit sans pièce justificative", "design", "140\u202F000"),
    spend("Développement des échanges de données", "development", "310\u202F000"),
    spend("Tableaux de bord départementaux", "development", "95\u202F000"),
    spend("Appui aux équipes départementales", "training", "60\u202F000", { year: "2022" }),
  ],
  typed: {
    title: "La prime à la rénovation sans justificatif",
    summary:
      "La réforme promet une réponse en quinze jours aux ménages qui rénovent leur logement. Le projet supprime les pièces que l’État possède déjà et donne à chaque département un tableau de bord pour tenir ce délai.",
    reform: "Accélérer les aides à la rénovation des logements",
    aim: ["mise-en-oeuvre", "pilotage"],
    dailyLife:
      "Dès novembre 2021, un ménage dépose sa demande en vingt minutes, sans avis d’imposition ni relevé cadastral. En juin 2022, neuf demandes sur dix reçoivent une réponse en quinze jours.",
    scale:
      "Numérique\u00A0: échanges avec deux bases de l’État. Droit\u00A0: un arrêté modifié. Organisation\u00A0: contrôle après paiement. Les 101 départements et 700 instructeurs sont concernés.",
    dataSteering:
      "Sept indicateurs, calculés chaque nuit et visibles par département. Une communauté de 101 référents les lit chaque mois et partage ses solutions.",
    diagnosis:
      "Délai moyen de 47 jours en 2020, 61\u00A0% des demandes incomplètes au dépôt. Un rapport d’inspection de juin 2020 l’explique par neuf pièces demandées, dont cinq déjà connues de l’État.",
    beneficiaries: ["citoyens", "entreprises", "agents"],
    benefits:
      "Ménages\u00A0: réponse en 15 jours au lieu de 47, cinq pièces de moins.\nArtisans\u00A0: chantiers lancés un mois plus tôt.\nInstructeurs\u00A0: moitié moins de relances.",
    beneficiaryNumbers:
      "180\u202F000 ménages par an et 22\u202F000 entreprises du bâtiment (bilan 2020 de l’aide).\n700 instructeurs.",
    savings: "",
    stakeholders:
      "Ménages et associations de consommateurs.\nInstructeurs des directions départementales.\nEntreprises du bâtiment.\nAdministration fiscale et cadastre.",
    involvement:
      "Un groupe de trente ménages et de quinze instructeurs essaie chaque version. L’administration fiscale participe au comité technique toutes les deux semaines, avant et après l’ouverture.",
    changeSupport:
      "Formation d’une journée par instructeur, référent dans chaque département, ligne d’aide pendant six mois.",
    projectLead: "Marc Delorme, directeur de projet, direction de l’habitat",
    team: "Directeur de projet, plein temps.\nResponsable des données, 60\u00A0%.\nDeux chargées de déploiement, plein temps.",
    governance:
      "Comité mensuel présidé par le directeur de l’habitat. Point trimestriel au cabinet de la ministre. Réunion des référents départementaux chaque mois.",
    frenchCompanyInvolved: "oui",
    companies:
      "Un éditeur de Nantes pour les échanges de données.\nUne coopérative de Strasbourg pour les tableaux de bord.",
    risks:
      "Accord tardif sur l’échange de données fiscales\u00A0: convention signée avant mars.\nAfflux de demandes\u00A0: ouverture par vagues de dix départements.",
    startMonth: "03/2021",
    durationMonths: "20",
    milestones:
      "Juillet 2021\u00A0: essai dans trois départements.\nNovembre 2021\u00A0: ouverture nationale.\nJuin 2022\u00A0: contrôle après paiement généralisé.",
    resultsWithinMonths: "8",
    firstResults:
      "En novembre 2021, trois départements répondent en vingt jours et 85\u00A0% des demandes y sont complètes au dépôt.",
    monitoring:
      "Délai, part des demandes complètes et paiements relevés chaque nuit. Revue mensuelle des dix départements les plus lents.",
    existing:
      "L’échange des revenus fiscaux existe pour d’autres aides\u00A0: nous le reprenons. Le tableau de bord part d’un modèle conçu par une préfecture de région.",
    sharedNeed: "associees",
    sharedNeedDetails:
      "Agence de la rénovation, associée au circuit de demande.\nDirection des solidarités, qui reprendra le même échange de revenus.",
    reusability:
      "Le code des tableaux de bord sera libre et les délais par département publiés en données ouvertes. Le circuit convient à toute aide soumise à condition de revenu.",
    integration:
      "Le projet figure au plan de transformation du ministère. Son équipe rejoint la sous-direction des aides en 2023, avec un budget d’entretien prévu.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
