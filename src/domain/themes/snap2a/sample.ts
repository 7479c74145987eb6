import { SAMPLE_INSTANT, type Sample, spend, staff } from "@/domain/themes/sample";

export const snap2aSample: Sample = {
  carrier: { kind: "central-administration" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { dnumInformed: true, implementationWithinMonths: 9 },
  lines: [
    spend("Développement du raccordement à AgentConnect", "development", "180\u202F000"),
    spend("Formation des administrateurs de l’annuaire", "training", "30\u202F000"),
    spend("Renfort du support pendant l’ouverture", "user-support", "35\u202F000", { tax: "HT" }),
    spend("Messages et tutoriels pour les agents", "communication", "18\u202F000"),
    staff("Architecte et intégrateur, 9 mois", "65\u202F000"),
  ],
  typed: {
    title: "Raccordement de l’annuaire du ministère à AgentConnect",
    summary:
      "Les 18\u202F000 agents de nos directions régionales ouvrent chaque jour jusqu’à six applications, avec autant de mots de passe. Le raccordement de notre annuaire à AgentConnect leur donne un compte unique.",
    identityProvider:
      "L’annuaire des agents du ministère, administré par le service informatique du secrétariat général. Le raccordement se fera en OpenID Connect, sur le portail d’authentification existant.",
    newIdentities: "18\u202F000",
    populations:
      "Agents titulaires et contractuels des 13 directions régionales, en métropole et outre-mer. Les prestataires et les vacataires de moins d’un mois restent en dehors.",
    dataQuality:
      "Le référentiel est mis à jour chaque nuit depuis l’outil de paie. Les doublons (0,3\u00A0% en décembre 2020) sont fusionnés chaque semaine. Nom, prénom, courriel et service sont renseignés pour tous, aux formats d’AgentConnect.",
    availabilityRate: "99,5",
    availabilityMeans:
      "Deux serveurs sur deux sites, surveillance toutes les cinq minutes, astreinte en heures ouvrées. Le taux constaté en 2020 est de 99,6\u00A0%.",
    securityLevel:
      "Second facteur obligatoire hors du réseau de l’État. Mots de passe conformes aux recommandations de l’ANSSI. Comptes fermés le jour du départ. Homologation de sécurité signée en octobre 2020, valable trois ans.",
    startMonth: "03/2021",
    implementationWithinMonths: "9",
    milestones:
      "Mai 2021\u00A0: raccordement en préproduction.\nSeptembre 2021\u00A0: ouverture à deux régions.\nNovembre 2021\u00A0: ouverture aux treize régions.",
    projectLead: "Sophie Lambert, cheffe du bureau des identités numériques",
    internalStaff:
      "Une architecte, 40\u00A0% pendant neuf mois.\nUn intégrateur, 60\u00A0% pendant neuf mois.\nDeux agents du support, 20\u00A0% pendant l’ouverture.",
    requestedGrant: "",
    sizeJustification: "",
  },
};
