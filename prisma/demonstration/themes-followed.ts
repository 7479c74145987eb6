import { cents, euros } from "@/domain/money";
import { itn5Sample } from "@/domain/themes/itn5/sample";
import { spend } from "@/domain/themes/sample";
import type { Story } from "./acts";
import { awarded, OF_DECEMBER, OF_JANUARY, OF_THIS_WEEK } from "./awarded";
import {
  changeAccepted,
  changeAsked,
  changeRefused,
  closingAsked,
  dutyMet,
  gainPromised,
  gainProven,
  milestoneAnswered,
  milestoneProposed,
  projectClosed,
} from "./execution-acts";

/** The themes of DINUM that no other story follows, each project at another stage of its life. */
export const followedThemes: readonly Story[] = [
  // Its annuaire is connected: its final evaluation waits for its owner.
  awarded(
    {
      theme: "SNAP2A",
      carrier: "bnf",
      texts: {
        title: "Les comptes des bibliothécaires dans AgentConnect",
        summary:
          "Les 2 300 agents de l’établissement ouvrent chaque jour cinq applications. Le raccordement de leur annuaire à AgentConnect leur donne un compte unique.",
        projectLead: "Étienne Rousselot, responsable des identités, Bibliothèque nationale",
      },
      startsOn: "2021-01-11",
      after: [
        dutyMet(
          "2021-01-18 20:31",
          "in-service",
          "L’annuaire est raccordé depuis le 16 janvier ; 2 180 agents se sont connectés.",
        ),
        closingAsked("2021-01-19 20:33", {
          evaluation:
            "L’annuaire est raccordé plus tôt que prévu, car le portail d’authentification parlait déjà OpenID Connect. Les 2 300 agents ont un compte unique.",
          lessons:
            "Commencer par l’essai en préproduction : il a montré dès le premier jour que rien n’était à développer.",
          unused: euros(96_000),
        }),
      ],
    },
    5,
  ),
  // A second version of its baseline, before its start.
  awarded(
    {
      theme: "ITN1",
      carrier: "rectorat",
      texts: {
        title: "La bourse de lycée demandée sur un téléphone",
        summary:
          "Une famille sur trois abandonne la demande de bourse en ligne. Nous refaisons le parcours avec elles, sur mobile d’abord, et nous le rendons accessible à tous.",
        procedure: "Demander une bourse de lycée [D034]",
        projectLead: "Antoine Guérin, chef de produit, rectorat de Nantes",
      },
      startsOn: "2021-02-01",
      days: OF_JANUARY,
      after: [
        changeAsked(
          "2021-01-15 20:11",
          {
            kind: "scope",
            scope: "Trois académies au lieu d’une : Nantes, Rennes et Caen essaient ensemble.",
          },
          "Deux académies voisines demandent à essayer le parcours, sans dépense de plus.",
        ),
        changeAccepted("2021-01-18 20:11", "L’essai à trois académies rend la mesure plus sûre."),
      ],
    },
    7,
  ),
  // Suspended until the town finds another place for the training.
  awarded(
    {
      theme: "ITN4",
      carrier: "drfip",
      texts: {
        title: "Former à la donnée les contrôleurs des finances publiques",
        summary:
          "Douze contrôleurs volontaires des Hauts-de-France apprennent l’analyse de données, et six personnes de la région sont recrutées sur leurs compétences.",
        projectLead: "Laurent Vasseur, directeur de la formation, finances publiques",
      },
      startsOn: "2021-01-14",
      days: OF_JANUARY,
      after: [
        changeAsked(
          "2021-01-18 20:15",
          { kind: "suspension" },
          "Le centre de formation est fermé par arrêté jusqu’à nouvel ordre : les cours reprennent avec lui.",
        ),
        changeAccepted("2021-01-19 20:15", "Demandez la reprise dès que le centre rouvre."),
      ],
    },
    8,
  ),
  // Of the first session of the call for projects; another organisation asks to join.
  awarded(
    {
      theme: "ITN5",
      carrier: "ofb",
      texts: {
        title: "Les débits des rivières en données ouvertes",
        summary:
          "Les mesures de débit de 300 stations dorment dans des tableaux. Nous les publions chaque heure, pour les secours, les communes et les associations.",
        callKind: "aap",
        projectLead: "Nicolas Prigent, responsable des données, Office de la biodiversité",
      },
      lines: [
        ...itn5Sample.lines,
        spend("Capteurs de débit sur vingt stations", "equipment", "96\u202F000"),
      ],
      startsOn: "2021-01-04",
      days: OF_DECEMBER,
      after: [
        gainPromised("2021-01-05 20:19", {
          label: "Appels des communes évités",
          unit: "appels par an",
          promised: 6_000_000n,
        }),
        changeAsked(
          "2021-01-19 20:19",
          { kind: "partner", partners: ["Météo-France"] },
          "Météo-France prête ses serveurs de diffusion et demande à suivre le projet.",
        ),
      ],
    },
    9,
  ),
  // Opened the evening before: nothing is written yet.
  awarded(
    {
      theme: "ITN6",
      carrier: "laboratoire",
      texts: {
        title: "Lire les comptes rendus d’analyse écrits à la main",
        summary:
          "Des milliers de comptes rendus anciens restent illisibles pour un ordinateur. Nous essayons, sur un seul hôpital, un modèle qui en propose la lecture.",
        projectLead: "Samir Belkacem, chercheur",
      },
      startsOn: "2021-02-01",
      days: OF_THIS_WEEK,
    },
    14,
  ),
  // One site less: a part of its grant is given back.
  awarded(
    {
      theme: "SNAP1",
      carrier: "finistere",
      texts: {
        title: "Très haut débit pour les sous-préfectures du Finistère",
        summary:
          "Cinq sites de l’État, dont quatre en zone rurale, passent au très haut débit. Les agents pourront tenir une visioconférence sans attendre.",
        projectLead: "Gwenaël Le Bihan, chef du service informatique, préfecture",
      },
      startsOn: "2021-01-11",
      after: [
        changeAsked(
          "2021-01-13 20:27",
          { kind: "amount", grant: euros(186_000) },
          "La fibre arrive plus tôt à Châteaulin : le boîtier de compression n’est plus utile.",
        ),
        changeAccepted("2021-01-14 20:27", "14 000 € reviennent au thème."),
      ],
    },
    11,
  ),
  // What it asked was refused: it goes on as filed.
  awarded(
    {
      theme: "SNAP5",
      carrier: "pole-emploi",
      texts: {
        title: "Conduire un entretien à distance",
        summary:
          "Trois cents responsables d’équipe apprennent, dans leurs propres réunions, à organiser le travail à distance avec les outils de l’État.",
        projectLead: "Sandrine Mallet, responsable de la formation, Pôle emploi",
      },
      startsOn: "2021-02-01",
      days: OF_JANUARY,
      after: [
        changeAsked(
          "2021-01-15 20:31",
          { kind: "delay", endsOn: "2022-12-31" },
          "Une année de plus permettrait de former aussi les conseillers.",
        ),
        changeRefused(
          "2021-01-18 20:35",
          "Former les conseillers est un autre projet : déposez un nouveau dossier.",
        ),
      ],
    },
    12,
  ),
  // Its first phase is not passed, and its report of 2020 is late.
  awarded(
    {
      theme: "SNAP4",
      carrier: "dnum-agriculture",
      key: "execution SNAP4 agenda",
      texts: {
        title: "Un agenda commun aux services et à leurs partenaires",
        summary:
          "Un outil pour trouver une date à plusieurs services et à leurs partenaires, au bureau comme à distance, avec le compte AgentConnect de chacun.",
        projectLead: "Mathieu Lacaze, responsable de produit, service du numérique",
      },
      startsOn: "2020-12-17",
      days: OF_DECEMBER,
      after: [
        milestoneProposed(
          "2021-01-13 20:39",
          1,
          "Deux services prennent leurs rendez-vous avec l’outil. L’homologation de sécurité est demandée.",
          [
            ["160", "2021-01-12", "Comptes ouverts."],
            ["6,1", "2021-01-12", "Questionnaire, 42 réponses."],
          ],
        ),
        milestoneAnswered(
          "2021-01-15 20:39",
          1,
          "La sécurité n’est pas encore homologuée, et 160 agents ne montrent pas l’usage. Proposez à nouveau le jalon avec la décision d’homologation.",
        ),
      ],
    },
    13,
  ),
  // Closed by its final evaluation.
  awarded(
    {
      theme: "SNAP2B",
      carrier: "dreal",
      key: "execution SNAP2B autorisations",
      texts: {
        title: "AgentConnect sur le suivi des autorisations",
        summary:
          "Les inspecteurs de six ministères entrent dans le suivi des autorisations avec leur compte AgentConnect, sans rien perdre de leurs droits.",
        projectLead: "Maëlle Kervella, responsable d’application, DREAL de Bretagne",
      },
      startsOn: "2020-12-17",
      days: OF_DECEMBER,
      after: [
        gainPromised("2020-12-18 20:43", {
          label: "Mots de passe à renouveler",
          unit: "demandes par mois",
          promised: 300_000n,
        }),
        dutyMet(
          "2021-01-14 20:43",
          "in-service",
          "Les trois applications sont ouvertes avec AgentConnect depuis le 11 janvier.",
        ),
        gainProven("2021-01-18 20:43", {
          proven: 340_000n,
          provenOn: "2021-01-18",
          level: "measured",
          method: "Demandes de la semaine du 11 janvier, comparées à celles de 2020.",
          source: "Journal du support.",
        }),
        closingAsked("2021-01-18 20:47", {
          evaluation:
            "Les trois applications sont ouvertes. Neuf agents sur dix entrent avec AgentConnect, et le support reçoit moitié moins d’appels.",
          lessons:
            "Écrire aux agents une semaine avant l’ouverture a évité presque tous les appels.",
          unused: cents(1_250_000),
        }),
        projectClosed("2021-01-19 20:47", cents(1_250_000)),
      ],
    },
    10,
  ),
];
