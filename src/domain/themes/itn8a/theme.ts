import { euros } from "@/domain/money";
import { itn8Facts } from "@/domain/themes/itn8-facts";
import { itn8aRules } from "@/domain/themes/itn8a/rules";
import type { Theme } from "@/domain/themes/types";

/** ITN8A, version 1. Livret l.402-455, action 6-2 l.77. */
export const itn8a: Theme = {
  ...itn8aRules,
  ...itn8Facts({
    owner: "Livret l.406",
    funding: "Livret l.410",
    eligibility: "Livret l.411",
    size: "Livret l.413",
    opening: "Livret l.404",
    grid: "Livret l.439",
    criteria: [
      "Livret l.440, l.444",
      "Livret l.445",
      "Livret l.446",
      "Livret l.447",
      "Livret l.448",
    ],
    process: {
      selection: "Livret l.452",
      commitments: "Livret l.453",
      support: "Livret l.454",
      followUp: "Livret l.455",
    },
  }),
  slug: "itn8a",
  title: "Mettre en œuvre une stratégie de contact omnicanale",
  tagline: "Répondre aussi bien au guichet, au téléphone et en ligne.",
  envelope: { amount: euros(20_000_000), source: "Livret l.412" },
  summary: [
    {
      text: "L’usager passe du guichet au téléphone ou au site sans se répéter\u00A0: c’est l’approche omnicanale.",
      source: "Livret l.416",
    },
    {
      text: "L’appel à projets finance ce qui rend ces canaux fluides et cohérents, et un meilleur accueil téléphonique.",
      source: "Livret l.407",
    },
  ],
  objectives: [
    { text: "Mieux répondre aux attentes des usagers.", source: "Livret l.416" },
    {
      text: "Donner aux agents de bons outils, et du temps pour l’accueil des plus fragiles et les cas difficiles.",
      source: "Livret l.416",
    },
    {
      text: "Offrir un meilleur service à un coût maîtrisé, et une meilleure image.",
      source: "Livret l.416-418",
    },
  ],
  funded: [
    {
      text: "L’expérience de l’usager d’un canal à l’autre\u00A0: site, application, serveur vocal, téléphone, accueil, courriers et courriels.",
      source: "Livret l.422",
    },
    {
      text: "La qualité de l’accueil téléphonique, notamment dans la suite du plan national.",
      source: "Livret l.423, l.442",
    },
  ],
  excluded: [],
  encouraged: [
    {
      text: "Aider d’abord les usagers les plus fragiles\u00A0: handicap, pauvreté, travail pénible.",
      source: "Livret l.444",
    },
    {
      text: "Ne pas améliorer le sort de l’usager aux dépens de l’agent.",
      source: "Livret l.444",
    },
  ],
  examples: [
    {
      text: "Un numéro unique d’orientation avec un assistant vocal nourri par service-public.fr.",
      source: "Livret l.427",
    },
    {
      text: "L’étude puis la refonte des parcours tels que les vivent les usagers.",
      source: "Livret l.428",
    },
    {
      text: "Une plateforme de téléphonie plus souple\u00A0: travail à distance, transferts, suivi en direct.",
      source: "Livret l.429",
    },
    {
      text: "Un meilleur serveur vocal\u00A0: rappel, prise de rendez-vous.",
      source: "Livret l.430",
    },
    {
      text: "L’aide d’un agent pendant une démarche en ligne\u00A0: tchat, visio, appel en un clic.",
      source: "Livret l.431",
    },
    {
      text: "La formation et les outils des téléconseillers, pour aider à distance.",
      source: "Livret l.432",
    },
    { text: "Un outil commun de suivi de la relation à l’usager (CRM).", source: "Livret l.433" },
    { text: "La formation des agents d’accueil, jusqu’au diplôme.", source: "Livret l.434" },
  ],
  keywords: [
    "téléphone",
    "accueil téléphonique",
    "centre d’appels",
    "standard",
    "serveur vocal",
    "SVI",
    "voicebot",
    "chatbot",
    "chat",
    "visio",
    "CRM",
    "omnicanal",
    "multicanal",
    "relation usager",
    "accueil",
    "guichet physique",
    "courriel",
    "rendez-vous",
    "formation",
  ],
};
