import { spend } from "@/domain/themes/sample";
import { type Act, admitted, type Content, confirmed, filed, proposed, type Story } from "./acts";
import { askedInstruction } from "./exchange-acts";
import { french } from "./french";

interface Itn6Project {
  title: string;
  summary: string;
  innovation: string;
  conditions: string;
  company: string;
  impactShortTerm: string;
  impactMediumTerm: string;
  expectedValue: string;
  targetScope: string;
  lead: string;
  /** Spending of the innovative company, then of the others, in euros as typed. */
  amounts: readonly [string, string];
}

/** The form and the plan of an experiment of twelve weeks. */
function content(project: Itn6Project): Content {
  const { amounts, company, lead, ...texts } = project;
  const name = company.split(",")[0] ?? company;
  const answers = {
    ...texts,
    companies: `${company}, met au point la technologie et en garde le savoir-faire. L’essai lui donne une première référence publique.`,
    impactLongTerm: "",
    industrialisation:
      "Il faudra un hébergement de l’État, une équipe de trois agents et un marché de maintenance. La conformité des données personnelles est étudiée pendant l’essai.",
    projectLead: lead,
    team: `${lead.split(",")[0]} : 50 %.\nDeux agents du métier : 30 % chacun.\nIngénieure des données : 40 %.`,
    steering:
      "Point chaque semaine avec l’entreprise. Comité toutes les quatre semaines. En fin d’essai, la direction arrête, prolonge ou généralise.",
    milestones:
      "Fin février 2021 (25 % du travail) : données prêtes.\nFin mars 2021 (45 %) : premier essai.\nFin avril 2021 (30 %) : mesure et bilan.",
  };
  return {
    typed: {
      ...Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, french(text)])),
      nature: "experimentation",
      aim: ["methodes"],
      startMonth: "02/2021",
      resultsWithinMonths: "3",
      requestedGrant: "",
      sizeJustification: "",
    },
    lines: [
      spend("Mise au point et entraînement", "development", french(amounts[0]), {
        provider: name,
        seatInFrance: true,
        innovative: true,
      }),
      spend("Recherche utilisateur et conception des écrans", "design", french(amounts[1]), {
        provider: "Agence à choisir au marché interministériel",
        seatInFrance: true,
        innovative: false,
      }),
    ],
  };
}

const PROJECTS = {
  sante: {
    title: "Repérer les doublons de patients sans lire leurs noms",
    summary:
      "Deux bases de santé décrivent souvent la même personne. Nous essayons une méthode qui les rapproche sans jamais échanger de nom, sur des données fictives puis sur un registre volontaire.",
    innovation:
      "Le rapprochement chiffré existe en laboratoire, jamais à l’échelle d’un registre. Il reste à prouver qu’il trouve neuf doublons sur dix en une nuit de calcul.",
    conditions:
      "Preuve de concept de douze semaines, sur 200 000 dossiers fictifs puis 40 000 réels, dans un espace fermé.",
    company: "Voile Numérique, jeune entreprise innovante de Grenoble",
    impactShortTerm: "Le temps de rapprochement du registre passe de trois semaines à une nuit.",
    impactMediumTerm: "Quatre registres peuvent être croisés en 2022 sans transmettre d’identité.",
    expectedValue:
      "Dans le projet : 60 000 € de travail manuel évités. Au-delà : une méthode que tout laboratoire public peut reprendre.",
    targetScope: "Les registres nationaux de santé publique.",
    lead: "Samir Belkacem, chercheur",
    amounts: ["38 400", "9 600"],
  },
  recoltes: {
    title: "Estimer les récoltes par satellite pour les aides d’urgence",
    summary:
      "Après un gel ou une grêle, il faut des semaines pour estimer les pertes. Nous essayons un modèle qui compare les images satellites d’avant et d’après, dans trois vignobles.",
    innovation:
      "Le modèle sait lire les céréales. La vigne, plantée en rangs, le trompe encore. Il reste à prouver que l’erreur passe sous 15 %.",
    conditions: "Essai de dix semaines avec les services de Gironde, de l’Aude et de la Marne.",
    company: "Parcelle Claire, start-up de Montpellier",
    impactShortTerm: "Une première estimation en quatre jours au lieu de trente.",
    impactMediumTerm: "Toutes les demandes d’aide après calamité préparées avec une carte en 2022.",
    expectedValue:
      "Dans le projet : 900 visites de terrain évitées. Au-delà : une chaîne de calcul publiée.",
    targetScope: "Toutes les cultures pérennes, pour les aides après calamité.",
    lead: "Noémie Castel, responsable de l’innovation, FranceAgriMer",
    amounts: ["42 000", "24 000"],
  },
  brouillard: {
    title: "Prévoir le brouillard sur les ponts avec les caméras routières",
    summary:
      "Les caméras des routes voient le brouillard avant les stations. Nous essayons de le reconnaître dans leurs images, sans garder ni plaque ni visage.",
    innovation:
      "Reconnaître le brouillard le jour est connu ; la nuit, les phares trompent les modèles. Il reste à prouver huit alertes justes sur dix.",
    conditions: "Essai de douze semaines sur quatorze caméras de deux ponts, avec les exploitants.",
    company: "Nimbe Vision, jeune entreprise innovante de Toulouse",
    impactShortTerm: "Vingt minutes d’avance sur l’alerte actuelle.",
    impactMediumTerm: "Cent vingt caméras suivies en 2022, sans matériel nouveau.",
    expectedValue: "Dans le projet : moins d’accidents sur deux ponts. Au-delà : un modèle ouvert.",
    targetScope: "Le réseau routier national, l’hiver.",
    lead: "Florence Delorme, ingénieure, Météo-France",
    amounts: ["31 200", "12 000"],
  },
  hangars: {
    title: "Repérer l’amiante des toitures de hangars agricoles",
    summary:
      "Les toitures en fibrociment des hangars vieillissent mal après une grêle. Nous essayons un modèle qui les reconnaît sur les photos aériennes, pour prévenir les exploitants avant les travaux.",
    innovation:
      "Reconnaître le fibrociment d’une maison est connu. Un hangar couvert de lichen trompe encore les modèles. Il reste à prouver neuf repérages justes sur dix.",
    conditions: "Essai de dix semaines sur trois cantons de l’Aude et du Gers.",
    company: "Parcelle Claire, start-up de Montpellier",
    impactShortTerm: "Une carte des toitures à risque en une semaine au lieu d’un trimestre.",
    impactMediumTerm: "Les aides à la rénovation préparées avec cette carte en 2022.",
    expectedValue: "Dans le projet : 400 visites évitées. Au-delà : un modèle publié.",
    targetScope: "Les bâtiments agricoles de deux régions.",
    lead: "Noémie Castel, responsable de l’innovation, FranceAgriMer",
    amounts: ["36 000", "12 000"],
  },
} as const satisfies Record<string, Itn6Project>;

function story(
  project: keyof typeof PROJECTS,
  carrier: string,
  createdAt: string,
  acts: readonly Act[],
): Story {
  const key = `itn6 ${project}`;
  return { key, theme: "ITN6", carrier, createdAt, content: content(PROJECTS[project]), acts };
}

/** ITN6 opened on 18 January: its first dossiers are two days old. */
export const itn6Stories: readonly Story[] = [
  story("sante", "laboratoire", "2021-01-18 08:40", [
    filed("2021-01-18 09:55"),
    admitted("2021-01-18 15:05"),
    proposed("2021-01-19 10:20", {
      outcome: "accepted",
      amount: "48 000",
      motive:
        "La technologie est nouvelle et bien choisie. L’essai est court, mesurable, et il respecte les données de santé.",
    }),
    confirmed("2021-01-19 18:10", "porteuse-de-theme-dinum"),
  ]),
  story("recoltes", "porteuse-operateur", "2021-01-18 10:30", [
    filed("2021-01-19 16:05"),
    askedInstruction(
      "2021-01-19 16:22",
      "Bonjour, la convention avec la start-up sera signée le 5 février. Pouvons-nous vous l’envoyer à ce moment-là ?",
    ),
  ]),
  story("brouillard", "meteo", "2021-01-18 14:35", [
    filed("2021-01-18 17:40"),
    admitted("2021-01-19 14:25"),
  ]),
  // Near the dossier « toitures » of ITN3, from another ministry.
  story("hangars", "porteuse-operateur", "2021-01-20 09:12", [filed("2021-01-20 09:41")]),
  {
    key: "itn6 plans",
    theme: "ITN6",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 18:30",
    // Only the first questions are answered.
    content: {
      typed: { title: "Reconnaître les toits dans les photos anciennes", nature: "etude" },
      lines: [],
    },
    acts: [],
  },
];
