import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn8cSample: Sample = {
  carrier: { kind: "deconcentrated-service" },
  call: "aap",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { frenchCompanyInvolved: true, resultsWithinMonths: 6 },
  lines: [
    spend("Analyse des tâches et choix des contrôles", "services", "38\u202F000"),
    spend("Développement des robots de contrôle", "development", "112\u202F000"),
    spend("Formation des gestionnaires", "training", "22\u202F000"),
    spend("Hébergement et supervision", "hosting", "16\u202F000", { year: "2022" }),
  ],
  typed: {
    title: "Contrôler sans ressaisir\u00A0: les factures des services de l’État en région",
    summary:
      "Nos gestionnaires saisissent 4\u202F000 factures par mois dans trois applications. Un robot logiciel relira les pièces, remplira les écrans et signalera les écarts. Les agents ne traiteront plus que les cas douteux.",
    irritants: ["taches", "applications", "controles"],
    activity:
      "Huit gestionnaires contrôlent 48\u202F000 factures par an pour onze services. Chaque facture demande sept minutes, dont cinq de recopie, et douze vérifications toujours identiques.",
    automation:
      "Un robot logiciel lit la facture, la rapproche de la commande et remplit les trois applications. Tout écart revient à un gestionnaire, qui décide seul du paiement.",
    freedTime:
      "Trois gestionnaires se consacrent aux factures en litige et à l’appui des petits services, qui attendent aujourd’hui plusieurs semaines.",
    diagnosis:
      "Relevé d’octobre 2020 sur 600 factures\u00A0: 71\u00A0% du temps passe en recopie. Les intérêts de retard ont atteint 34\u202F000\u00A0€ en 2019.",
    beneficiaries: ["entreprises", "agents"],
    benefits:
      "Fournisseurs\u00A0: paiement en 18 jours au lieu de 29.\nGestionnaires\u00A0: recopie divisée par quatre, moins d’erreurs à corriger.",
    beneficiaryNumbers:
      "2\u202F600 fournisseurs de la région, d’après les factures de 2020.\n8 gestionnaires et 45 agents prescripteurs.",
    savings:
      "Environ 30\u202F000\u00A0€ d’intérêts de retard évités par an, dès 2022. Aucun poste n’est supprimé.",
    stakeholders:
      "Gestionnaires de la plateforme régionale.\nOnze services prescripteurs.\nComptable public.\nFournisseurs, petites entreprises surtout.",
    involvement:
      "Les gestionnaires choisissent les contrôles à automatiser et valident chaque règle. Le comptable public relit les essais. Les services font un bilan par trimestre pendant le déploiement.",
    changeSupport:
      "Deux jours de formation par gestionnaire, un mois de double traitement, un entretien individuel sur l’évolution du poste.",
    projectLead: "Yann Kerbrat, chef de la plateforme régionale de gestion financière",
    team: "Chef de projet, mi-temps.\nDeux gestionnaires référents, 40\u00A0%.\nUne informaticienne du service régional, 50\u00A0%.",
    governance:
      "Comité bimestriel présidé par le secrétaire général pour les affaires régionales, avec le comptable public.",
    frenchCompanyInvolved: "oui",
    companies:
      "Une société de Rennes développe les robots, par le marché interministériel d’appui au numérique.",
    risks:
      "Changement d’écran d’une application\u00A0: alerte chaque nuit et reprise à la main.\nCrainte pour les postes\u00A0: engagement écrit du secrétaire général.",
    startMonth: "04/2021",
    durationMonths: "12",
    milestones:
      "Juin 2021\u00A0: règles de contrôle validées.\nOctobre 2021\u00A0: deux services en production.\nMars 2022\u00A0: onze services.",
    resultsWithinMonths: "6",
    firstResults:
      "En octobre 2021, 1\u202F000 factures par mois passent par le robot, payées en 22 jours au plus.",
    monitoring:
      "Factures traitées, écarts et délais relevés chaque jour, lus chaque mois avec le comptable.",
    existing:
      "Une autre région a automatisé ses remboursements de frais\u00A0: nous reprenons sa méthode de choix des tâches et ses règles de sécurité.",
    sharedNeed: "associees",
    sharedNeedDetails:
      "Plateforme financière de la région voisine, qui essaie les robots sur ses propres factures dès l’automne.",
    reusability:
      "Les robots et leurs règles, écrits pour les applications communes à toutes les régions, leur seront remis avec un guide d’installation.",
    integration:
      "Le service informatique régional reprend la maintenance en 2022. La feuille de route de la plateforme prévoit deux autres activités.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
