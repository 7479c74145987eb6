import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";

export const itn6Sample: Sample = {
  carrier: { kind: "state-operator" },
  call: "guichet",
  filedAt: SAMPLE_INSTANT,
  verdict: "eligible",
  answers: { impactAnalysis: true, resultsWithinMonths: 3 },
  lines: [
    spend("Entraînement du modèle de lecture", "development", "30\u202F000", {
      tax: "HT",
      provider: "Scriba IA, Rennes",
      seatInFrance: true,
      innovative: true,
    }),
    spend("Conception de l’écran de relecture", "design", "14\u202F400", {
      provider: "Agence Trait Clair, Lyon",
      seatInFrance: true,
      innovative: false,
    }),
    spend("Calcul et hébergement pendant l’essai", "hosting", "9\u202F600", {
      provider: "À choisir au marché interministériel",
      seatInFrance: false,
      innovative: false,
    }),
  ],
  typed: {
    title: "Lecture automatique des anciens plans cadastraux",
    summary:
      "Des millions de plans manuscrits du XIXe siècle restent illisibles pour un ordinateur. Nous essayons, sur trois départements, un modèle qui lit les noms de lieux et les propose à la relecture de l’agent.",
    nature: "experimentation",
    aim: ["citoyens", "methodes"],
    innovation:
      "La lecture automatique d’écritures anciennes marche sur des registres réguliers. Personne ne l’a encore réussie sur des plans, où les mots suivent les courbes du terrain et se chevauchent. Il reste à prouver qu’un modèle entraîné sur 2\u202F000 plans lit juste trois noms sur quatre.",
    conditions:
      "Preuve de concept de douze semaines, avec dix agents volontaires de trois services. Un laboratoire public relit la méthode. Les plans sont déjà numérisés et libres de droits.",
    companies:
      "Scriba IA, jeune entreprise innovante de Rennes, entraîne le modèle et en garde le savoir-faire. L’essai lui donne son premier corpus de plans et une référence publique.",
    impactShortTerm:
      "Sur les 2\u202F000 plans de l’essai, le temps de saisie passe de 40 à 10 minutes par plan pour les dix agents.",
    impactMediumTerm:
      "En 2022, 120\u202F000 plans de douze départements peuvent être lus. Les habitants cherchent un lieu-dit par son nom sans se déplacer.",
    impactLongTerm:
      "La méthode peut servir à d’autres plans\u00A0: chemins ruraux, cours d’eau, ouvrages militaires.",
    expectedValue:
      "Dans le projet\u00A0: 1\u202F000 heures de saisie évitées. Au-delà\u00A0: un jeu de données ouvert sur les noms de lieux, et une technologie française éprouvée sur un cas difficile.",
    industrialisation:
      "Il faudra une chaîne de calcul mutualisée, une équipe de trois agents relecteurs et un marché de maintenance. La conservation des plans et l’accord des archives départementales sont déjà acquis.",
    targetScope:
      "Les 900\u202F000 plans numérisés conservés par les archives départementales, lus par leurs agents et ouverts au public.",
    projectLead: "Karim Haddad, responsable de l’innovation",
    team: "Chef de projet\u00A0: 50\u00A0%.\nDeux archivistes relecteurs\u00A0: 40\u00A0% chacun.\nIngénieure des données\u00A0: 30\u00A0%.",
    steering:
      "Point chaque semaine avec l’entreprise. Comité toutes les quatre semaines, présidé par la directrice adjointe. En fin d’essai, elle décide d’arrêter, de prolonger ou de généraliser.",
    startMonth: "02/2021",
    resultsWithinMonths: "3",
    milestones:
      "Fin février 2021 (20\u00A0% du travail)\u00A0: corpus prêt.\nFin mars 2021 (50\u00A0%)\u00A0: modèle entraîné.\nFin avril 2021 (30\u00A0%)\u00A0: relecture par les agents et bilan.",
    requestedGrant: "48\u202F000",
    sizeJustification: "",
  },
};
