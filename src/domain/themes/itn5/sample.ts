import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn5Sample: Sample = {
  carrier: { kind: "business-directorate" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: {},
  lines: [
    spend("Ouverture du jeu de données et de son API", "development", "48\u202F000"),
    spend("Nettoyage et documentation des données", "services", "12\u202F000"),
  ],
  typed: {
    title: "Les horaires des bacs et des ponts mobiles en données ouvertes",
    summary:
      "Les ouvertures des ponts mobiles et les traversées des bacs sont écrites dans des tableaux que seuls nos agents lisent. Nous les publions, pour que les calculateurs d’itinéraires et les secours en tiennent compte.",
    callKind: "guichet",
    aims: ["echange", "ouverture"],
    maturity: "nouveau",
    dataUsed:
      "Horaires prévus et constatés de 41 ponts mobiles et de 17 bacs, depuis 2016, environ 900\u202F000 lignes. Le projet produit un référentiel unique et un flux en temps réel. Aucune donnée personnelle.",
    dataSharing: "both",
    dataSharingDetails:
      "Référentiel et horaires prévus ouverts sur data.gouv.fr chaque mois, en CSV, sous licence ouverte, dès juin 2021. Horaires en temps réel par une API réservée aux services de secours, dès octobre 2021.",
    dataQuality:
      "Un schéma publié, un contrôle automatique à chaque envoi, un responsable du jeu de données dans chaque subdivision. Les erreurs signalées sont corrigées sous cinq jours ouvrés.",
    reuse:
      "Nous reprenons le standard du point d’accès national aux transports et le module de contrôle publié par son équipe. Aucune administration ne publie encore ces horaires.",
    ownBenefits:
      "Les agents ne répondent plus aux mêmes questions\u00A0: 6\u202F000 appels par an en moins. Les fermetures pour travaux sont placées aux heures où le trafic est le plus faible.",
    sharedBenefits:
      "Les services de secours de neuf départements évitent les ponts ouverts. Les collectivités intègrent les bacs à leurs calculateurs d’itinéraires.",
    costBenefit:
      "1\u202F100 heures d’agents gagnées par an, soit environ 38\u202F000\u00A0€, pour 60\u202F000\u00A0€ dépensés une fois et 4\u202F000\u00A0€ par an.",
    method:
      "Essai sur six ponts d’un même canal pendant deux mois, avec deux services de secours. Le format est corrigé, puis étendu aux autres sites. Le point difficile est la saisie de nuit\u00A0: elle sera essayée d’abord.",
    sustainability:
      "Le service des données de la direction reprend le flux\u00A0: un agent à 20\u00A0%, 4\u202F000\u00A0€ d’hébergement par an inscrits à son budget. Le code est publié et documenté.",
    projectLead: "Yann Le Goff, responsable des données, direction des infrastructures",
    team: "Responsable des données\u00A0: 7 ans d’expérience, 50\u00A0%.\nAdministratrice de données\u00A0: 40\u00A0%.\nDeux chefs de subdivision\u00A0: 10\u00A0% chacun.",
    startMonth: "02/2021",
    durationMonths: "9",
    milestones:
      "Avril 2021\u00A0: essai sur six ponts.\nJuin 2021\u00A0: premières données ouvertes.\nAoût 2021\u00A0: démonstration aux autres projets.\nOctobre 2021\u00A0: API en service.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
