import { spend, staff } from "@/domain/themes/sample";
import type { Content } from "./acts";
import { french, thousands } from "./french";

/** What makes an ITN3 project this one; the rest of its form follows from it. */
export interface Itn3Project {
  title: string;
  summary: string;
  objectives: string;
  audience: readonly ("citoyens" | "associations" | "entreprises" | "agents")[];
  solution: string;
  /** The service where it was born. */
  origin: string;
  users: number;
  metrics: string;
  /** The first is the origin's. */
  departments: readonly string[];
  population: number;
  /** Part of the deconcentrated services, in percent. */
  share: string;
  central: string;
  lead: string;
  results: string;
  /** Development in 2021, in euros: the other lines follow. */
  development: number;
  sourceCode: "open" | "state" | "licence";
  durationMonths: number;
}

const COMMITMENTS = [
  "lettre du préfet du 4 décembre 2020",
  "décision du comité de direction du 10 décembre 2020",
  "lettre de la préfète du 15 décembre 2020",
  "courriel du secrétaire général du 17 décembre 2020",
  "lettre du directeur départemental du 18 décembre 2020",
] as const;

/** The whole form and plan of a project, in plain words that agree with its facts. */
export function itn3Content(project: Itn3Project): Content {
  const { departments, durationMonths, users } = project;
  const [home = "", ...others] = departments;
  const answers = {
    title: project.title,
    summary: project.summary,
    objectives: project.objectives,
    solution: project.solution,
    originTerritory: project.origin,
    currentUsers: thousands(users),
    valueMetrics: project.metrics,
    userSatisfaction: `Enquête en ligne d’octobre 2020 : ${Math.max(40, Math.round(users / 12))} réponses, 4,${users % 5} sur 5. Douze entretiens avec des agents : tous souhaitent garder l’outil, quatre demandent une aide plus courte.`,
    departments: departments.join("\n"),
    departmentCount: String(departments.length),
    population: thousands(project.population),
    committedTerritories: others
      .map((place, index) => `${place} : ${COMMITMENTS[index % COMMITMENTS.length]}.`)
      .join("\n"),
    confirmedUsers: thousands(Math.round(users * 1.8)),
    deconcentratedShare: project.share,
    deconcentratedServices: `${project.origin} : 3 agents sur 8 dans l’équipe, présidence du comité de pilotage.\n${others[0]} et ${others[1] ?? home} : 1 agent sur 8 chacun.\nAu comité de pilotage, ${project.share} % des sièges reviennent aux services déconcentrés.`,
    centralAdministration: project.central,
    authoritySupport: `Le préfet préside le comité de pilotage chaque trimestre. Le projet figure dans la feuille de route des services de l’État, signée en novembre 2020.`,
    industrialisation: `Le socle devient commun : écrans, circuit de validation, statistiques. Chaque service garde ses modèles et son calendrier. Un département rejoint l’outil en cinq semaines : reprise des données, une journée d’atelier, trois semaines d’essai accompagné.`,
    extensionModel: `Un département de plus coûte environ ${thousands(2_800 + (users % 7) * 300)} € d’installation, puis ${thousands(700 + (users % 5) * 100)} € par an d’hébergement et de support. Les droits appartiennent à l’État.`,
    technicalPractices: `Les données qui peuvent l’être sont publiées par une API documentée et en fichiers CSV. L’audit d’accessibilité est prévu en mai 2021. L’outil tourne en conteneurs chez un hébergeur français.`,
    expectedResults: project.results,
    projectLead: project.lead,
    team: `${project.lead.split(",")[0]} : direction du projet, 80 %.\nResponsable du produit : 4 ans de services en ligne, 50 %.\nDeux référents dans les départements : 30 % chacun.\nDéveloppeurs et designer : marché en cours, trois personnes.`,
    milestones: `Juin 2021 : ${others[0]} en service.\nDécembre 2021 : audit d’accessibilité corrigé, données publiées.\nPrintemps 2022 : les ${departments.length} départements en service.\nDernier mois : bilan avec les utilisateurs.`,
    risks: `Départ d’un développeur : code documenté, travail en binôme.\nUsages différents d’un département à l’autre : essai accompagné avant l’ouverture.\nRetard du marché : recours au marché interministériel.`,
  };
  return {
    typed: {
      ...Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, french(text)])),
      audience: [...project.audience],
      centralAdministrationInvolved: "oui",
      sourceCode: project.sourceCode,
      startMonth: "03/2021",
      durationMonths: String(durationMonths),
      requestedGrant: "",
      sizeJustification: "",
    },
    lines: plan(project.development),
  };
}

function plan(development: number): Content["lines"] {
  const part = (hundredths: number) => thousands(Math.round((development * hundredths) / 100));
  const next = { year: "2022" };
  return [
    spend("Développement du socle commun", "development", thousands(development)),
    spend("Audit d’accessibilité et corrections", "services", part(7), { tax: "HT" }),
    spend("Ateliers et formation des services", "training", part(19)),
    spend("Développement des échanges de données", "development", part(45), next),
    spend("Hébergement", "hosting", part(11), next),
    spend("Guides et présentations", "communication", part(6), next),
    staff("Direction du projet et référents, 2021", part(28)),
    staff("Direction du projet et référents, 2022", part(22), "2022"),
  ];
}
