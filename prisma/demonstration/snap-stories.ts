import type { TypedPhase } from "@/domain/dossier/phases";
import { spend, staff } from "@/domain/themes/sample";
import { snap2aSample } from "@/domain/themes/snap2a/sample";
import { snap4Sample } from "@/domain/themes/snap4/sample";
import {
  type Act,
  admitted,
  answeredByDnum,
  type Content,
  closed,
  confirmed,
  entrusted,
  filed,
  heard,
  informed,
  notified,
  proposed,
  ranked,
  type Story,
  scored,
  shownInPortfolio,
  silencesRecorded,
} from "./acts";
import { french, thousands } from "./french";
import { filedAgain, pointsAnswered } from "./return-acts";
import { rewritten } from "./team-acts";

const JURY = ["jure-economie", "juree-justice", "jure-culture", "juree-armees", "jure-en-conflit"];

interface Directory {
  title: string;
  summary: string;
  directory: string;
  identities: number;
  populations: string;
  lead: string;
  /** Development, in euros: the other lines follow. */
  development: number;
}

/** A directory connected to AgentConnect: what SNAP2A funds. */
function connection(project: Directory): Content {
  const { development } = project;
  const part = (hundredths: number) => thousands(Math.round((development * hundredths) / 100));
  return {
    typed: {
      ...snap2aSample.typed,
      title: french(project.title),
      summary: french(project.summary),
      identityProvider: french(project.directory),
      newIdentities: thousands(project.identities),
      populations: french(project.populations),
      projectLead: french(project.lead),
    },
    lines: [
      spend("Développement du raccordement", "development", thousands(development)),
      spend("Formation des administrateurs", "training", part(16)),
      spend("Renfort du support à l’ouverture", "user-support", part(20)),
      spend("Messages et tutoriels", "communication", part(9)),
      staff("Architecte et intégrateur", part(35)),
    ],
  };
}

const product = snap4Sample.typed as Readonly<Record<string, unknown>> & {
  phases: readonly TypedPhase[];
};

/** A shared product: the sample's plan and phases, with its own name and purpose. */
function tool(texts: Readonly<Record<string, string>>, projectTotal = ""): Content {
  const own = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, french(text)]));
  return {
    typed: { ...product, ...own, projectTotal: french(projectTotal) },
    lines: snap4Sample.lines,
  };
}

function story(
  theme: "SNAP2A" | "SNAP4",
  key: string,
  carrier: string,
  createdAt: string,
  content: Content,
  acts: readonly Act[],
): Story {
  return { key: `${theme} ${key}`, theme, carrier, createdAt, content, acts };
}

const SNAP2A: readonly Story[] = [
  story(
    "SNAP2A",
    "ofb",
    "ofb",
    "2020-12-02 10:10",
    connection({
      title: "Un compte unique pour les inspecteurs de l’environnement",
      summary:
        "2 800 agents sur le terrain ouvrent quatre applications avec quatre mots de passe. Le raccordement de leur annuaire à AgentConnect leur en laisse un seul, avec un second facteur.",
      directory:
        "L’annuaire de l’établissement, administré par sa direction des systèmes d’information, en OpenID Connect.",
      identities: 2_800,
      populations: "Inspecteurs et agents administratifs des 17 implantations, hors saisonniers.",
      lead: "Nicolas Prigent, responsable des identités, Office français de la biodiversité",
      development: 92_000,
    }),
    [
      informed("2020-12-02 17:05"),
      filed("2020-12-09 14:45"),
      silencesRecorded("2020-12-13 00:15"),
      admitted("2020-12-14 11:30"),
      ranked("2020-12-14 17:20", "dnum-ecologie", 1),
      entrusted("2020-12-15 09:20", JURY),
      scored("2020-12-28 10:00", "jure-economie", [4, 4, 4, 5]),
      scored("2020-12-28 15:10", "juree-justice", [4, 3, 4, 4]),
      scored("2020-12-29 09:35", "jure-culture", [3, 4, 4, 5]),
      scored("2020-12-30 16:50", "juree-armees", [4, 4, 5, 4]),
      closed("2020-12-31 11:00"),
      proposed("2021-01-04 09:45", {
        outcome: "accepted",
        amount: "120 000",
        motive:
          "Un raccordement utile, un annuaire bien tenu, une sécurité à jour. Les agents de terrain sont les premiers servis.",
      }),
      confirmed("2021-01-05 10:30"),
      notified("2021-01-05 16:00"),
    ],
  ),
  story(
    "SNAP2A",
    "bnf",
    "bnf",
    "2020-12-03 15:25",
    connection({
      title: "Connexion des magasiniers et des bibliothécaires",
      summary:
        "Les agents des quatre sites partagent encore des comptes de poste. Le projet donne à chacun un compte personnel et le raccorde à AgentConnect.",
      directory: "L’annuaire interne, en cours de refonte, sur un protocole à confirmer.",
      identities: 1_450,
      populations: "Agents titulaires et contractuels des quatre sites.",
      lead: "Étienne Rousselot, chef de projet, Bibliothèque nationale de France",
      development: 74_000,
    }),
    [
      informed(
        "2020-12-04 09:50",
        "Le chef de projet a présenté la refonte en comité le 1er décembre.",
      ),
      filed("2020-12-11 17:30"),
      silencesRecorded("2020-12-15 00:15"),
      admitted("2020-12-14 16:10"),
      entrusted("2020-12-15 09:40", JURY),
      scored("2020-12-28 11:20", "jure-economie", [2, 2, 2, 1]),
      scored("2020-12-29 14:05", "juree-justice", [3, 2, 1, 2]),
      scored("2020-12-29 17:15", "juree-armees", [2, 2, 2, 2]),
      scored("2020-12-30 10:25", "jure-en-conflit", [3, 2, 2, 1]),
      closed("2020-12-31 11:20"),
      proposed("2021-01-04 10:05", {
        outcome: "refused",
        motive:
          "L’annuaire est en refonte et le protocole n’est pas choisi : le raccordement ne peut pas tenir douze mois. Un nouveau dossier sera bienvenu une fois l’annuaire en service.",
      }),
      confirmed("2021-01-05 10:50"),
      notified("2021-01-05 16:20"),
    ],
  ),
  story(
    "SNAP2A",
    "franceagrimer",
    "porteuse-operateur",
    "2021-01-06 11:40",
    connection({
      title: "Un accès unique pour les agents des aides agricoles",
      summary:
        "Les agents qui versent les aides passent d’un système à l’autre dix fois par jour. Le raccordement à AgentConnect leur évite de se connecter à nouveau.",
      directory: "Le portail d’authentification de l’établissement, compatible OpenID Connect.",
      identities: 1_100,
      populations: "Agents du siège et des directions régionales, hors prestataires.",
      lead: "Noémie Castel, responsable de l’innovation, FranceAgriMer",
      development: 118_000,
    }),
    [
      informed("2021-01-07 14:10"),
      filed("2021-01-12 18:15"),
      admitted("2021-01-14 16:40"),
      entrusted("2021-01-15 14:00", JURY),
      silencesRecorded("2021-01-18 00:15"),
      scored("2021-01-19 15:20", "juree-armees", [4, 4, 3, 4]),
      scored("2021-01-19 18:45", "juree-justice", [4, null, null, null], { kept: true }),
    ],
  ),
  story(
    "SNAP2A",
    "pole-emploi",
    "pole-emploi",
    "2021-01-11 09:15",
    connection({
      title: "AgentConnect pour les conseillers qui travaillent avec l’État",
      summary:
        "Les conseillers consultent des services de trois ministères. Le raccordement de leur annuaire leur ouvre ces services sans compte nouveau.",
      directory: "L’annuaire national de l’opérateur, en SAML puis en OpenID Connect.",
      identities: 51_000,
      populations: "Conseillers et agents d’appui de toutes les agences.",
      lead: "Sandrine Mallet, directrice de projet, Pôle emploi",
      development: 210_000,
    }),
    [
      informed(
        "2021-01-15 11:05",
        "Vos équipes connaissent l’annuaire : il ouvre déjà le portail de l’emploi.",
      ),
      filed("2021-01-18 12:25"),
      ranked("2021-01-19 10:05", "dnum-affaires-sociales", 1),
    ],
  ),
  story(
    "SNAP2A",
    "meteo-france",
    "meteo",
    "2021-01-19 18:50",
    connection({
      title: "Un seul compte pour les prévisionnistes d’astreinte",
      summary:
        "La nuit, un prévisionniste ouvre six outils pour publier une vigilance. Le raccordement de l’annuaire à AgentConnect lui laisse un seul mot de passe, et un second facteur.",
      directory: "L’annuaire de l’établissement, sur deux sites, en OpenID Connect.",
      identities: 2_600,
      populations: "Agents de tous les centres, métropole et outre-mer, hors stagiaires.",
      lead: "Florence Delorme, responsable des identités, Météo-France",
      development: 88_000,
    }),
    [
      informed("2021-01-19 19:05"),
      shownInPortfolio("2021-01-19 19:10", "2021-02-12"),
      answeredByDnum(
        "2021-01-20 08:40",
        "dnum-ecologie",
        "reservation",
        "Le second facteur doit fonctionner sans téléphone personnel. Prévoyez-le avant l’ouverture aux équipes de nuit.",
      ),
    ],
  ),
  story(
    "SNAP2A",
    "dgaln",
    "porteuse-centrale",
    "2021-01-19 19:20",
    connection({
      title: "Un compte unique pour l’instruction des permis",
      summary:
        "Les agents qui instruisent les permis ouvrent cinq applications avec cinq mots de passe. Le raccordement de leur annuaire à AgentConnect leur en laisse un.",
      directory: "L’annuaire de la direction générale, administré par le ministère.",
      identities: 3_200,
      populations: "Agents de la direction et des services qui instruisent les permis.",
      lead: "Camille Verdier, cheffe de projet, direction générale de l’aménagement",
      development: 76_000,
    }),
    [
      informed(
        "2021-01-19 19:35",
        "Votre pôle identités a relu le protocole le 14 janvier. Dites-nous si la date de mars vous convient.",
      ),
    ],
  ),
];

const SNAP4: readonly Story[] = [
  story(
    "SNAP4",
    "sondages",
    "dnum-affaires-sociales",
    "2020-12-01 14:20",
    tool({
      title: "Sondages et inscriptions : un outil commun aux agents",
      summary:
        "Pour fixer une date ou inscrire à une formation, chaque service choisit un outil différent, souvent hors d’Europe. Le projet en offre un seul, simple, ouvert avec AgentConnect.",
      projectLead:
        "Julie Ferrand, cheffe de produit, direction du numérique des ministères sociaux",
    }),
    [
      filed("2020-12-15 10:50"),
      admitted("2020-12-18 09:25"),
      entrusted("2020-12-21 14:30", JURY.slice(0, 4), "2021-01-07"),
      scored("2021-01-06 10:15", "jure-economie", [3, 4, 2, 3, 3, 2, 4]),
      scored("2021-01-06 14:40", "juree-justice", [3, 3, 2, 3, 3, 3, 4]),
      heard("2021-01-07 17:10", "2021-01-07"),
      scored("2021-01-08 09:50", "jure-culture", [4, 4, 2, 3, 2, 2, 3]),
      scored("2021-01-08 11:35", "juree-armees", [3, 3, 3, 3, 2, 2, 4]),
      closed("2021-01-11 10:35"),
      proposed("2021-01-13 09:40", {
        outcome: "to-be-presented-again",
        motive:
          "Le besoin est partagé, mais le partage du coût après 2022 n’est pas dit et le coût de sortie manque. Le comité attend un dossier complété sur ces deux points.",
        strengths:
          "Un besoin partagé par tous les ministères\nUne connexion par AgentConnect dès l’ouverture",
        weaknesses: "Aucun coût de sortie\nLe coût après 2022 n’est porté par personne",
        expectations: [
          [
            "Dites quel service porte le coût de l’outil après 2022, avec l’accord des ministères qui s’en servent.",
            "step:plan-de-financement",
          ],
          ["Chiffrez le coût de sortie : reprise des données et changement d’outil.", "reversible"],
          ["Venez avec un premier bilan de l’essai mené dans deux services."],
        ],
      }),
      confirmed("2021-01-14 09:55"),
      notified("2021-01-14 11:25"),
    ],
  ),
  story(
    "SNAP4",
    "agriculture",
    "dnum-agriculture",
    "2020-12-17 16:05",
    tool({
      title: "Transcrire une réunion et en garder les décisions",
      summary:
        "Un compte rendu prend une demi-journée. L’outil transcrit la réunion sur un serveur de l’État, l’agent relit et garde les décisions.",
      projectLead: "Mathieu Lacaze, responsable de produit, service du numérique",
    }),
    [
      filed("2020-12-18 15:15"),
      admitted("2020-12-21 11:10"),
      entrusted("2020-12-21 15:30", JURY.slice(0, 4), "2021-01-07"),
      scored("2021-01-06 11:50", "jure-economie", [4, 3, 2, 3, 3, 2, 4]),
      scored("2021-01-06 16:35", "juree-justice", [4, 3, 3, 3, 3, 2, 4]),
      heard("2021-01-07 18:20", "2021-01-07"),
      scored("2021-01-08 10:15", "jure-culture", [5, 4, 2, 3, 2, 2, 4]),
      scored("2021-01-08 12:10", "juree-armees", [4, 3, 3, 3, 3, 3, 5]),
      closed("2021-01-11 10:55"),
      proposed("2021-01-12 09:15", {
        outcome: "to-be-presented-again",
        motive:
          "Le besoin est réel et l’outil est simple. Le comité attend la preuve qu’il tiendra la charge de plusieurs ministères.",
        strengths: "Un gain de temps mesuré\nUn hébergement maîtrisé",
        weaknesses: "Aucun essai en charge",
        expectations: [
          [
            "Décrivez comment l’outil sert plusieurs ministères à la fois, et à quel coût.",
            "scalable",
          ],
          ["Présentez le résultat d’un essai avec 500 agents."],
        ],
      }),
      confirmed("2021-01-12 15:40"),
      notified("2021-01-12 16:30"),
      rewritten(
        "2021-01-14 09:35",
        "dnum-agriculture",
        "scalable",
        "Chaque ministère a son espace, sur les mêmes machines. Un essai a porté 40 réunions à la fois ; le coût est de 3 euros par agent et par an.",
      ),
      pointsAnswered("2021-01-14 10:20", [
        "Nous avons ajouté le découpage par ministère et le coût par agent.",
        "L’essai a réuni 520 agents du 4 au 12 janvier : 94 % des comptes rendus ont été repris sans réécriture.",
      ]),
      filedAgain("2021-01-14 11:05", "presentAnew"),
      admitted("2021-01-14 15:25"),
      entrusted("2021-01-15 15:30", JURY.slice(1), "2021-01-26"),
      scored("2021-01-19 13:05", "juree-armees", [4, 4, 3, 4, 4, 3, 5]),
    ],
  ),
  story(
    "SNAP4",
    "economie",
    "dnum-economie",
    "2020-12-02 16:40",
    tool(
      {
        title: "La messagerie instantanée des agents, à toute l’échelle de l’État",
        summary:
          "Les agents s’écrivent sur des outils privés. Le projet porte la messagerie instantanée de l’État à 200 000 agents, avec salons externes et recherche.",
        projectLead: "Valérie Tissot, directrice de projet, service du numérique",
        sizeJustification:
          "Le projet entier dure quatre ans et sert tous les ministères. Ce dossier n’en porte que les deux premières années.",
      },
      "9 600 000",
    ),
    [
      filed("2020-12-16 11:45"),
      admitted("2020-12-18 10:20"),
      entrusted("2020-12-21 14:50", JURY.slice(1), "2021-01-07"),
      scored("2021-01-06 15:55", "juree-justice", [5, 4, 4, 4, 4, 4, 5]),
      scored("2021-01-06 17:25", "jure-en-conflit", [4, 4, 5, 4, 4, 4, 5]),
      heard("2021-01-07 18:00", "2021-01-07"),
      scored("2021-01-08 10:40", "jure-culture", [5, 4, 4, 4, 5, 4, 4]),
      scored("2021-01-08 15:50", "juree-armees", [4, 4, 4, 4, 5, 4, 5]),
      closed("2021-01-11 10:45"),
    ],
  ),
];

/** The two SNAP themes one can file today: AgentConnect, judged month by month, and the shared tools. */
export const snapStories: readonly Story[] = [...SNAP2A, ...SNAP4];
