import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn8aSample: Sample = {
  carrier: { kind: "central-administration" },
  call: "aap",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { frenchCompanyInvolved: true, resultsWithinMonths: 10 },
  lines: [
    spend("Étude des parcours vécus et ateliers avec les usagers", "design", "120\u202F000"),
    spend("Développement du dossier partagé entre canaux", "development", "260\u202F000", {
      provider: "Maison Relais, Montpellier",
      seatInFrance: true,
    }),
    spend("Nouveau serveur vocal et rappel choisi", "services", "84\u202F000"),
    spend("Formation des téléconseillers", "training", "56\u202F000", { year: "2022" }),
  ],
  typed: {
    title: "Un seul dossier, du guichet au téléphone",
    summary:
      "Chaque année, 210\u202F000 familles demandent une bourse et nous contactent par quatre canaux qui ne se parlent pas. Le projet donne aux agents un dossier partagé et aux familles une réponse identique partout, avec un rappel à l’heure qu’elles choisissent.",
    approach: ["canaux", "telephone"],
    channels: ["demarche", "serveur-vocal", "telephone", "accueil", "courriers"],
    experience:
      "Aujourd’hui, une famille qui appelle après avoir commencé en ligne recommence tout. Demain, l’agent voit sa demande, la complète avec elle et lui envoie le récapitulatif. Au téléphone, le serveur vocal propose un rappel dans la journée.",
    diagnosis:
      "En 2020, 38\u00A0% des appels n’ont pas abouti et 27\u00A0% des appels servis étaient des rappels pour la même demande. Une enquête d’octobre 2020 auprès de 640 familles place «\u00A0devoir tout redire\u00A0» au premier rang des difficultés.",
    beneficiaries: ["citoyens", "agents"],
    benefits:
      "Familles\u00A0: attente au téléphone ramenée de 9 à 3 minutes, un seul appel au lieu de 2,4.\nAgents\u00A0: historique visible d’emblée, 40 minutes de recherche en moins par jour.",
    beneficiaryNumbers:
      "Familles\u00A0: 210\u202F000 demandes en 2020, d’après notre outil de gestion.\nAgents\u00A0: 380 téléconseillers et agents d’accueil.",
    fragileUsers:
      "Une famille sur cinq n’a pas d’accès facile à internet. Le rappel choisi et l’aide sur place leur sont proposés d’abord. Les consignes vocales sont testées avec des personnes malentendantes.",
    agentBalance:
      "Les appels simples diminuent et les appels difficiles restent\u00A0: les pauses et les objectifs sont revus avec les représentants des agents avant l’ouverture.",
    savings: "Environ 90\u202F000\u00A0€ de courriers de relance évités par an à partir de 2022.",
    stakeholders:
      "Familles et associations de parents d’élèves.\nAgents des 12 centres de contact.\nRectorats et caisses d’allocations familiales.",
    involvement:
      "Douze familles et dix agents essaient chaque version avant sa sortie. Les rectorats et les caisses siègent au comité mensuel, pendant la construction comme pendant le déploiement.",
    changeSupport:
      "Un agent relais par centre, formé deux jours. Une semaine de double écoute à l’ouverture, puis une réunion d’équipe par mois.",
    projectLead: "Hélène Faure, cheffe de la mission relation à l’usager",
    team: "Cheffe de projet, 80\u00A0%, dix ans d’expérience de l’accueil.\nResponsable des parcours, plein temps.\nDeux référents des centres de contact, 30\u00A0%.",
    governance:
      "Comité de pilotage trimestriel présidé par la directrice générale. Comité mensuel avec les rectorats. La cheffe de projet décide au quotidien.",
    frenchCompanyInvolved: "oui",
    companies:
      "Maison Relais, à Montpellier\u00A0: développement du dossier partagé.\nUn cabinet de design de service, par marché interministériel\u00A0: étude des parcours.",
    risks:
      "Reprise des données incomplète\u00A0: essai à blanc deux mois avant.\nCharge des centres en septembre\u00A0: aucune ouverture ce mois-là.",
    startMonth: "03/2021",
    durationMonths: "18",
    milestones:
      "Juin 2021\u00A0: parcours cible validé.\nNovembre 2021\u00A0: deux centres ouverts.\nJuin 2022\u00A0: douze centres ouverts.",
    resultsWithinMonths: "10",
    firstResults:
      "En janvier 2022, quatre centres utilisent le dossier partagé et 75\u00A0% des appels y aboutissent, contre 62\u00A0% en 2020.",
    monitoring:
      "Taux d’appels aboutis, attente et rappels relevés chaque semaine par centre. Enquête de satisfaction de 300 familles par trimestre, lue en comité.",
    existing:
      "Notre base de réponses est reprise. Après échange avec deux administrations qui ont ouvert un rappel choisi, nous réutilisons leur module et leur formation.",
    sharedNeed: "associees",
    sharedNeedDetails:
      "Caisse nationale des allocations familiales, essai du dossier partagé dans deux départements.\nRectorat de Dijon, site pilote.",
    reusability:
      "Le module de rappel et les modèles de messages sont publiés sous licence libre. Le dossier partagé peut accueillir d’autres aides aux familles.",
    integration:
      "Le projet est inscrit au schéma directeur 2021-2023. La mission relation à l’usager en garde l’équipe et le budget de maintenance dès 2023.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
