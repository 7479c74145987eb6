import { euros } from "@/domain/money";
import { roundingDown } from "@/domain/themes/common-facts";
import { itn3Rules } from "@/domain/themes/itn3/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN3, version 1. Livret l.159-224, action 6-2 l.72. */
export const itn3: Theme = {
  ...itn3Rules,
  slug: "itn3",
  volet: "ITN",
  title: "Extensions territoriales de bonnes pratiques numériques",
  tagline: "Étendre à d’autres territoires une solution qui marche déjà dans un service de l’État.",
  owner: { administration: "DINUM", unit: "Projets numériques partagés", source: "Livret l.165" },
  envelope: { amount: euros(12_000_000), source: "Livret l.175" },
  summary: [
    {
      text: "Le thème finance la reprise, ailleurs, d’une solution numérique qui a fait ses preuves dans un service territorial de l’État.",
      source: "Livret l.169",
    },
    {
      text: "Le but\u00A0: partager les solutions et leur coût, les rendre solides, puis les diffuser.",
      source: "Livret l.169",
    },
  ],
  fundingFacts: [
    {
      text: "La subvention est de 75\u00A0% du coût total\u202F; le porteur paie les 25\u00A0% restants.",
      source: "Livret l.173",
    },
    {
      text: "Les agents affectés au projet (T2) comptent dans la part du porteur.",
      source: "Livret l.173",
      reading:
        "Les dépenses de personnel entrent dans le coût total\u202F; la subvention ne dépasse jamais les autres dépenses.",
    },
    {
      text: "Le projet coûte de 200\u202F000 à 2\u202F000\u202F000\u00A0€ TTC.",
      source: "Livret l.176",
    },
    roundingDown,
  ],
  eligibilityFacts: [
    {
      text: "Services déconcentrés et administrations centrales de l’État, associés dans un même projet.",
      source: "Livret l.174",
      reading:
        "Le porteur est un service déconcentré ou une administration centrale, et les deux sont associés.",
    },
    {
      text: "Les services déconcentrés tiennent au moins 50\u00A0% du portage\u00A0: équipes du projet et instances de direction.",
      source: "Livret l.174",
    },
    {
      text: "Au moins une administration centrale, celle qui porte la politique publique, est associée.",
      source: "Livret l.174",
    },
    {
      text: "Le projet touche une population représentative, par exemple 1 million de citoyens ou trois départements.",
      source: "Livret l.174",
      reading:
        "«\u00A0Par exemple\u00A0»\u00A0: ce seuil est indicatif, il n’écarte aucun projet à lui seul.",
    },
  ],
  objectives: [
    { text: "Tirer parti des expérimentations menées sur le terrain.", source: "Livret l.182" },
    {
      text: "Aider chaque territoire à adopter le projet, en séparant ce qui est commun de ce qui lui est propre.",
      source: "Livret l.183",
    },
    {
      text: "Changer d’échelle\u00A0: du territoire d’origine à d’autres.",
      source: "Livret l.184",
    },
    { text: "Mettre en commun les meilleures pratiques et les diffuser.", source: "Livret l.185" },
    { text: "Reconnaître les idées et les efforts des territoires.", source: "Livret l.186" },
    { text: "Compter sur ceux qui connaissent le terrain.", source: "Livret l.187" },
  ],
  funded: [
    {
      text: "Une solution déjà éprouvée à petite échelle, mesures à l’appui.",
      source: "Livret l.201",
    },
    {
      text: "D’autres territoires, représentatifs par leur taille et fermement décidés à l’utiliser.",
      source: "Livret l.202",
    },
    {
      text: "L’industrialisation de la solution et son passage à l’échelle.",
      source: "Livret l.203",
    },
    {
      text: "Des outils numériques pour les citoyens, les associations, les entreprises ou les agents publics.",
      source: "Livret l.204",
    },
  ],
  excluded: [],
  encouraged: [
    {
      text: "Donner aux acteurs locaux leur place dans la transformation de leur territoire.",
      source: "Livret l.191",
    },
    {
      text: "Faire juger une démarche locale par des services d’ailleurs.",
      source: "Livret l.195",
    },
    { text: "Partager ses idées et ses projets avec les autres.", source: "Livret l.196" },
    {
      text: "Mener des projets communs à plusieurs services du territoire.",
      source: "Livret l.197",
    },
  ],
  examples: [
    {
      text: "Resana, plateforme collaborative née au SGAR de Nouvelle-Aquitaine, reprise en Grand-Est, puis ouverte par la DINUM à tous les agents de l’État.",
      source: "Livret l.206",
    },
  ],
  answerContents: [
    {
      text: "Un dossier de candidature assez détaillé pour être examiné, déposé avant la clôture.",
      source: "Livret l.221",
      reading:
        "La fiche ne liste pas les pièces\u00A0: le formulaire suit les attentes, l’éligibilité et les critères du thème.",
    },
  ],
  criteria: [
    {
      key: "current-impact",
      name: "Niveau actuel de l’impact du projet",
      definition:
        "La solution est-elle efficace là où elle existe, et ses utilisateurs en sont-ils contents\u202F?",
      weight: 1,
      source: "Livret l.211",
    },
    {
      key: "support",
      name: "Portage de la solution",
      definition: "À quel niveau hiérarchique une autorité soutient-elle le projet\u202F?",
      weight: 1,
      source: "Livret l.212",
    },
    {
      key: "team",
      name: "Valeur de l’équipe projet",
      definition:
        "L’équipe a-t-elle les compétences, l’expérience, la complémentarité et le temps nécessaires\u202F?",
      weight: 1,
      source: "Livret l.213",
    },
    {
      key: "spread",
      name: "Propension à la diffusion",
      definition: "Combien d’utilisateurs sont confirmés pour la phase présentée\u202F?",
      weight: 1,
      source: "Livret l.214",
    },
    {
      key: "extension-model",
      name: "Modèle économique d’extension à d’autres territoires",
      definition:
        "Les droits, le code ou les licences permettent-ils d’ajouter un territoire à faible coût\u202F?",
      weight: 1,
      source: "Livret l.215",
    },
    {
      key: "technical-practices",
      name: "Bonnes pratiques techniques",
      definition:
        "Les données sont-elles accessibles (API, formats libres), le service accessible (RGAA), l’architecture faite pour le nuage\u202F?",
      weight: 1,
      source: "Livret l.216",
    },
    {
      key: "project-impact",
      name: "Impact direct ou induit par le projet",
      definition:
        "Que gagnent les agents ou les citoyens, et quelles économies ou quelle efficacité sont mesurées\u202F?",
      weight: 1,
      source: "Livret l.217",
    },
  ],
  selection: {
    review: "expert-committee",
    hearing: "required",
    scored: true,
    outcomes: ["set-aside", "accepted", "refused"],
    description: [
      {
        text: "La DINUM lit les dossiers\u202F; elle écarte ceux qui sont inéligibles ou trop peu détaillés.",
        source: "Livret l.221",
      },
      {
        text: "Chaque porteur éligible présente son projet à l’oral, lors d’une audition.",
        source: "Livret l.221",
      },
      {
        text: "Un comité d’experts choisit les projets, sur le dossier et l’audition.",
        source: "Livret l.221",
      },
    ],
  },
  commitments: [
    { key: "schedule", text: "Tenir un calendrier de projet.", source: "Livret l.222" },
    {
      key: "team-until-the-end",
      text: "Garder l’équipe disponible jusqu’au terme du calendrier convenu.",
      source: "Livret l.222",
    },
    {
      key: "progress",
      text: "Rendre compte régulièrement à la DINUM, selon son modèle\u00A0: calendrier, dépenses, moyens.",
      source: "Livret l.222",
    },
    {
      key: "difficulties",
      text: "Prévenir en cas de difficulté, ou si le projet ne peut pas continuer.",
      source: "Livret l.222",
    },
    {
      key: "team-one-year",
      text: "Maintenir l’équipe de départ pendant au moins un an.",
      source: "Livret l.222",
    },
    {
      key: "knowledge",
      text: "Conserver les compétences et une base de connaissances partagée, jusqu’à une reprise par une autre équipe si le porteur du thème la juge utile.",
      source: "Livret l.222",
    },
  ],
  support: [
    {
      text: "Avant le dépôt\u00A0: jusqu’à 4 heures d’aide par dossier.",
      source: "Livret l.223",
    },
    {
      text: "Après la sélection\u00A0: jusqu’à 4 heures d’aide par mois et par projet.",
      source: "Livret l.223",
    },
  ],
  followUp: [
    {
      text: "Chaque mois\u00A0: avancement des jalons comparé au calendrier prévu.",
      source: "Livret l.224",
    },
    { text: "Chaque mois\u00A0: dépenses comparées au budget.", source: "Livret l.224" },
    {
      text: "Chaque mois\u00A0: moyens mobilisés par le porteur comparés au prévu.",
      source: "Livret l.224",
    },
  ],
  duties: [
    {
      kind: "report",
      rhythm: { every: "month" },
      text: "Chaque mois\u00A0: jalons, dépenses et moyens comparés au prévu.",
      source: "Livret l.222, l.224",
      reading: "Le texte ne donne pas le jour\u00A0: dix jours après la fin du mois sont retenus.",
    },
    {
      kind: "team-kept",
      rhythm: { after: "start", months: 12 },
      text: "Au bout d’un an\u00A0: l’équipe de départ est toujours là.",
      source: "Livret l.222",
      reading: "Le texte ne dit pas d’où part l’année\u00A0: elle part du début du projet.",
    },
  ],
  figures: [
    {
      key: "support-hours",
      text: "Heures d’aide reçues de la DINUM dans le mois",
      unit: "heures",
      planned: 4,
      ofPeriod: true,
      source: "Livret l.223",
      reading: "4 heures sont un maximum offert\u202F: les heures sont notées, jamais exigées.",
    },
  ],
  silences: [
    {
      text: "Le poids de chaque critère et la note à atteindre ne sont pas donnés.",
      source: "Livret l.210",
      reading: "Chaque critère pèse 1 tant que le porteur du thème n’en décide pas autrement.",
    },
    {
      text: "La date des auditions et celle de la décision ne sont pas données.",
      source: "Livret l.221",
    },
    {
      text: "La part de 50\u00A0% n’a pas de mode de calcul\u00A0: agents, temps ou sièges.",
      source: "Livret l.174",
      reading: "Le porteur indique la part et explique son calcul.",
    },
  ],
  keywords: [
    "territoire",
    "déconcentré",
    "préfecture",
    "région",
    "département",
    "SGAR",
    "DREAL",
    "DDT",
    "réplication",
    "déploiement",
    "passage à l’échelle",
    "mutualisation",
    "essaimage",
    "généralisation",
    "outil collaboratif",
    "solution locale",
    "local",
  ],
};
