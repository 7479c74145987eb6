import { SAMPLE_INSTANT, type Sample, spend, staff } from "@/domain/themes/sample";

export const snap2bSample: Sample = {
  carrier: { kind: "state-operator" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { dnumInformed: true, implementationWithinMonths: 6 },
  lines: [
    spend("Intégration d’AgentConnect à trois applications", "development", "84\u202F000"),
    spend("Support pendant l’ouverture", "user-support", "18\u202F000"),
    staff("Responsable d’application, 4 mois", "22\u202F000"),
  ],
  typed: {
    title: "AgentConnect pour les applications des agents instructeurs",
    summary:
      "Les instructeurs de notre agence et de six ministères ouvrent trois de nos applications, chacune avec son mot de passe. Ils y entreront avec leur compte AgentConnect, sans rien perdre de leurs droits.",
    applications:
      "Suivi des aides, administré par le service informatique de l’agence.\nAnnuaire des bénéficiaires, même service.\nEspace de contrôle, partagé avec six ministères.",
    ownUsers: "780",
    otherUsers: "5\u202F600",
    usersEvidence:
      "Comptes actifs en décembre 2020, chaque agent compté une fois. Les agents extérieurs sont les instructeurs de six ministères et de leurs services départementaux.",
    monthlyConnections: "41\u202F000",
    journey:
      "Le bouton AgentConnect ouvre la page de connexion. À la première connexion, le compte existant est retrouvé par le courriel professionnel et l’agent confirme. S’il n’a pas de compte, un message dit à qui en demander un. L’ancien mot de passe reste possible trois mois.",
    journeyTests:
      "Huit agents de trois administrations essaient la maquette, puis la version d’essai. Les connexions réussies et les appels au support sont suivis chaque semaine après l’ouverture.",
    startMonth: "02/2021",
    implementationWithinMonths: "6",
    milestones:
      "Avril 2021\u00A0: première application en essai.\nJuin 2021\u00A0: première application ouverte.\nJuillet 2021\u00A0: les trois applications ouvertes.",
    projectLead: "Claire Morin, responsable des applications d’instruction",
    internalStaff:
      "Une responsable d’application, 60\u00A0% pendant quatre mois.\nUn agent du support, 20\u00A0% pendant l’ouverture.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
