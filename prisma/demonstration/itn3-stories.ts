import type { ScoreValue } from "@/domain/evaluation/scores";
import {
  type Act,
  admitted,
  closed,
  confirmed,
  entrusted,
  filed,
  heard,
  notified,
  proposed,
  returned,
  type Story,
  scored,
  setAside,
  withdrawn,
} from "./acts";
import { askedInstruction, noted, wroteToCarrier } from "./exchange-acts";
import { DOCUMENTS, documented } from "./file-acts";
import { itn3Content } from "./itn3-content";
import { PROJECTS } from "./itn3-projects";
import { opinionAccepted, opinionAsked, opinionWritten } from "./opinion-acts";
import {
  juryComposed,
  membersConvened,
  questionAnswered,
  questionAsked,
  sittingSet,
  slotConfirmed,
  slotsOffered,
  willCome,
} from "./sitting-acts";
import { associated, commented, invited, joined, rewritten } from "./team-acts";

/** The jury without conflict with any service of the Interior, Agriculture, Education. */
const FIVE = ["jure-economie", "juree-justice", "jure-culture", "juree-armees", "jure-en-conflit"];
const FIRST_SESSION = "2021-01-14";
const SECOND_SESSION = "2021-01-20";

/** A story of ITN3 whose content is a project's. */
function story(
  project: keyof typeof PROJECTS,
  carrier: string,
  createdAt: string,
  acts: readonly Act[],
): Story {
  const content = itn3Content(PROJECTS[project]);
  return { key: `itn3 ${project}`, theme: "ITN3", carrier, createdAt, content, acts };
}

type Row = readonly [
  ScoreValue,
  ScoreValue,
  ScoreValue,
  ScoreValue,
  ScoreValue,
  ScoreValue,
  ScoreValue,
];

/**
 * The first session: filed in December, entrusted on the 21st, heard on 14 January, closed on the 15th. `minute` keeps
 * the acts of two dossiers apart.
 */
function firstSession(minute: string, sheets: Readonly<Record<string, Row>>): Act[] {
  return [
    filed(`2020-12-11 15:${minute}`),
    admitted(`2020-12-16 10:${minute}`),
    entrusted(`2020-12-21 11:${minute}`, FIVE, FIRST_SESSION),
    ...Object.entries(sheets).map(([juror, values], index) =>
      scored(`2021-01-${11 + (index % 3)} 1${4 + index}:${minute}`, juror, values),
    ),
    heard(`2021-01-14 16:${minute}`, FIRST_SESSION),
    closed(`2021-01-15 09:${minute}`),
  ];
}

/** The sitting of 20 January, prepared and convened five days before: ready to be held by hand. */
const THE_SITTING: readonly Act[] = [
  sittingSet("2021-01-15 14:03", {
    time: "14:00",
    place: "Salle 312, 20 avenue de Ségur, Paris 7e",
    quorum: 3,
    slotMinutes: 40,
  }),
  juryComposed("2021-01-15 14:08", {
    jurors: FIVE,
    chairs: ["presidente"],
    secretaries: ["secretaire"],
  }),
  membersConvened("2021-01-15 14:16"),
  slotsOffered("2021-01-15 14:21"),
  willCome("2021-01-15 15:02", "presidente"),
  willCome("2021-01-15 16:31", "jure-economie"),
  willCome("2021-01-18 08:44", "juree-justice"),
  willCome("2021-01-18 09:26", "jure-culture"),
  willCome("2021-01-18 10:52", "jure-en-conflit"),
];

const larrieuDraft = itn3Content(PROJECTS.refuges);
/** What Bastien Larrieu has still to write. */
const UNWRITTEN = ["committedTerritories", "risks", "authoritySupport", "expectedResults"];

export const itn3Stories: readonly Story[] = [
  {
    key: "itn3 refuges",
    theme: "ITN3",
    carrier: "porteur-deconcentre",
    createdAt: "2021-01-08 14:12",
    content: {
      ...larrieuDraft,
      typed: Object.fromEntries(
        Object.entries(larrieuDraft.typed).filter(([field]) => !UNWRITTEN.includes(field)),
      ),
      withoutCommitments: true,
    },
    acts: [
      associated("2021-01-11 09:22", "porteuse-centrale"),
      invited("2021-01-11 09:26", "porteuse-centrale", "write"),
      joined("2021-01-11 11:07", "porteuse-centrale"),
      rewritten(
        "2021-01-12 15:32",
        "porteuse-centrale",
        "summary",
        "Chaque été, des sentiers saturent pendant que d’autres restent vides. L’outil montre aux préfectures et aux offices de tourisme la fréquentation des massifs, et propose au public un itinéraire moins chargé. Né en Ariège en 2019, il sera repris dans quatre départements des Pyrénées.",
      ),
      commented(
        "2021-01-12 15:41",
        "porteuse-centrale",
        "J’ai précisé l’année du pilote dans le résumé. Il nous manque les risques : je propose de parler de la couverture mobile des refuges.",
        "risks",
      ),
      commented(
        "2021-01-13 08:52",
        "porteur-deconcentre",
        "Merci. D’accord pour la couverture mobile, je complète avant vendredi.",
        "risks",
      ),
      documented("2021-01-12 10:24", DOCUMENTS.refugesQuote),
      invited("2021-01-18 16:12", "amandine.sorel@parcs-pyrenees.example", "read"),
      documented("2021-01-18 16:48", DOCUMENTS.refugesLetter),
    ],
  },
  story("inondations", "porteur-deconcentre", "2020-12-03 09:40", [
    ...firstSession("05", {
      "jure-economie": [5, 4, 4, 5, 4, 4, 5],
      "juree-justice": [4, 5, 4, 4, 4, 3, 5],
      "jure-culture": [5, 4, 5, 4, 3, 4, 4],
      "juree-armees": [5, 5, 4, 5, 4, 4, 5],
      "jure-en-conflit": [4, 4, 4, 5, 4, 3, 5],
    }),
    proposed("2021-01-18 09:15", {
      outcome: "accepted",
      amount: "300 000",
      motive:
        "La solution a fait ses preuves et répond à un danger réel. L’équipe est engagée et cinq préfectures ont signé. Le comité recommande de publier le code avant l’ouverture du troisième département.",
    }),
    confirmed("2021-01-18 17:20"),
    notified("2021-01-19 09:30"),
    wroteToCarrier(
      "2021-01-19 10:42",
      "Bonjour, félicitations à votre équipe. Pour préparer la convention, pouvez-vous nous dire quel service signera, et avant quelle date le code sera publié ?",
    ),
  ]),
  story("epaves", "finistere", "2020-12-04 10:15", [
    ...firstSession("11", {
      "jure-economie": [4, 4, 4, 4, 4, 4, 4],
      "juree-justice": [4, 5, 4, 3, 4, 4, 4],
      "jure-culture": [5, 4, 3, 4, 4, 4, 4],
      "juree-armees": [4, 5, 4, 4, 4, 4, 5],
      "jure-en-conflit": [4, 4, 4, 4, 5, 4, 4],
    }),
    proposed("2021-01-19 11:02", {
      outcome: "accepted",
      amount: "250 000",
      motive:
        "Le besoin est partagé par toute la façade, et les résultats du Finistère sont mesurés. Le coût d’un département de plus reste faible.",
    }),
  ]),
  story("gibier", "draaf", "2020-12-07 16:30", [
    ...firstSession("17", {
      "jure-economie": [3, 3, 4, 3, 4, 3, 4],
      "juree-justice": [4, 3, 3, 3, 3, 3, 4],
      "jure-culture": [3, 4, 3, 4, 3, 3, 3],
      "juree-armees": [4, 3, 4, 3, 4, 3, 4],
      "jure-en-conflit": [3, 3, 3, 4, 3, 4, 4],
    }),
    proposed("2021-01-18 10:40", {
      outcome: "accepted",
      amount: "210 000",
      motive: "Un projet utile, que les exploitants ont adopté, avec un modèle d’extension clair.",
    }),
    returned(
      "2021-01-19 15:10",
      "Le motif ne dit rien des pratiques techniques, que trois jurés jugent moyennes. Dites au porteur ce qui est attendu sur l’ouverture des données.",
    ),
  ]),
  story("monuments", "drac", "2020-12-08 11:20", [
    ...firstSession("23", {
      "jure-economie": [4, 3, 4, 4, 4, 4, 3],
      "juree-justice": [4, 4, 4, 4, 3, 4, 4],
      "juree-armees": [3, 4, 4, 4, 4, 5, 4],
      "jure-en-conflit": [4, 4, 3, 4, 4, 4, 4],
    }),
  ]),
  story("rendezVous", "drfip", "2020-12-09 09:05", [
    ...firstSession("29", {
      "juree-justice": [2, 3, 3, 2, 2, 2, 3],
      "jure-culture": [2, 2, 3, 2, 1, 2, 3],
      "juree-armees": [3, 2, 3, 2, 2, 2, 2],
      "jure-en-conflit": [2, 3, 2, 2, 2, 3, 3],
    }),
    proposed("2021-01-18 14:25", {
      outcome: "refused",
      motive:
        "L’outil est récent et son effet sur onze espaces ne permet pas encore de conclure. Le code appartient à un éditeur et le coût d’un département de plus n’est pas donné. Le comité invite à mesurer une année complète.",
      by: "secretaire",
    }),
    confirmed("2021-01-18 18:05", "porteuse-de-theme-dinum"),
    notified("2021-01-19 10:15"),
  ]),
  story("toitures", "porteuse-centrale", "2020-12-14 10:00", [
    documented("2021-01-11 17:19", DOCUMENTS.toituresLetter),
    documented("2021-01-11 17:26", DOCUMENTS.toituresQuote),
    filed("2021-01-11 17:45"),
    askedInstruction(
      "2021-01-13 09:20",
      "Bonjour, le devis de relecture des photographies est valable jusqu’au 28 février. Faut-il en joindre un autre si la décision vient plus tard ?",
    ),
    wroteToCarrier(
      "2021-01-13 15:48",
      "Bonjour, le devis déposé suffit à l’examen. Nous vous demanderons un devis à jour au moment de la convention, pas avant.",
    ),
    noted(
      "2021-01-14 09:52",
      "Vu avec la direction des affaires juridiques : rien ne s’oppose au croisement avec les autorisations d’urbanisme. À rappeler au jury si la question revient.",
    ),
    admitted("2021-01-14 10:10"),
    entrusted("2021-01-15 09:40", FIVE, SECOND_SESSION),
    ...THE_SITTING,
    questionAsked(
      "2021-01-18 11:34",
      "jure-economie",
      "Les photos aériennes sont mises à jour tous les trois ans : comment l’outil traite-t-il une toiture refaite entre deux campagnes ?",
    ),
    slotConfirmed("2021-01-18 16:52"),
    questionAnswered(
      "2021-01-19 11:22",
      "Le propriétaire peut déclarer les travaux, facture à l’appui : l’agent de la direction départementale valide en deux jours et la toiture change d’état. Nous croisons aussi les autorisations d’urbanisme chaque mois.",
    ),
    opinionAsked("2021-01-18 14:20", {
      of: "experte",
      dueOn: "2021-01-25",
      readers: "jury",
      question:
        "Reconnaître le fibrociment sur une photo aérienne est-il assez sûr pour prévenir un chantier, au vu des mesures données ?",
    }),
    opinionAsked("2021-01-18 14:37", {
      of: "@inrs.example",
      dueOn: "2021-02-02",
      readers: "instruction",
      question: "Le protocole de prise de vue protège-t-il les agents qui montent sur les toits ?",
    }),
    opinionAccepted("2021-01-19 08:25", "experte"),
    opinionWritten("2021-01-19 09:45", "experte", {
      choice: null,
      text: "Les arrêts de chantier ont baissé de moitié, mais rien ne dit combien de toitures en fibrociment l’outil ne voit pas. Je cherche une mesure des faux négatifs dans le dossier.",
      kept: true,
    }),
    noted(
      "2021-01-18 15:06",
      "Le montant du développement me paraît élevé pour deux interfaces. J’attends l’avis de Mireille Lestrade avant d’en parler en séance.",
      "porteuse-de-theme-dinum",
    ),
    askedInstruction(
      "2021-01-19 11:34",
      "Bonjour, la cheffe de bureau sera en déplacement le 20 janvier. Peut-elle suivre l’audition à distance, avec deux personnes de notre équipe sur place ?",
    ),
    scored("2021-01-19 14:00", "jure-economie", [4, 4, 4, 3, 4, 4, 5], {
      notes: "Demander à l’audition comment les photos sont mises à jour.",
    }),
    scored("2021-01-19 16:45", "juree-justice", [4, 3, 4, null, null, null, null], {
      kept: true,
      notes: "Relire l’étape « Les territoires et le portage » avant de noter la diffusion.",
    }),
    scored("2021-01-19 17:10", "jure-culture", [4, 4, 3, 4, 3, 4, 4]),
  ]),
  story("remplacements", "rectorat", "2020-12-10 15:50", [
    filed("2021-01-12 11:05"),
    admitted("2021-01-14 14:20"),
    entrusted("2021-01-15 09:50", FIVE, SECOND_SESSION),
    slotConfirmed("2021-01-18 17:37"),
    scored("2021-01-19 10:30", "juree-justice", [4, 4, 3, 4, 3, 3, 5]),
    scored("2021-01-19 16:12", "jure-economie", [4, 4, 4, 4, 3, 4, 4]),
    scored("2021-01-19 17:35", "juree-armees", [5, 4, 4, 4, 3, 4, 4]),
    scored("2021-01-19 18:22", "jure-culture", [4, 3, 4, 3, 4, 3, 4]),
    scored("2021-01-20 08:48", "jure-en-conflit", [4, 4, 3, 4, 4, 3, 4]),
  ]),
  story("courses", "gironde", "2020-12-11 09:30", [
    filed("2021-01-12 16:20"),
    admitted("2021-01-15 11:15"),
    entrusted("2021-01-15 11:50", FIVE.slice(0, 3), SECOND_SESSION),
    opinionAsked("2021-01-15 15:05", {
      of: "experte",
      dueOn: "2021-01-20",
      readers: "jury",
      question:
        "Les données de santé des participants aux courses sont-elles protégées par ce que le dossier décrit ?",
    }),
    opinionAccepted("2021-01-15 17:40", "experte"),
    opinionWritten("2021-01-18 16:10", "experte", {
      choice: "reserved",
      text: "Les durées de conservation sont écrites, sauf celle des certificats médicaux. Les effacer dès la fin de l’épreuve lèverait ma réserve.",
    }),
    scored("2021-01-19 09:10", "jure-economie", [4, 3, 4, 4, 4, 4, 4]),
    scored("2021-01-19 11:45", "juree-justice", [4, 4, 4, 3, 4, 4, 4]),
    heard("2021-01-19 17:00", "2021-01-19"),
  ]),
  story("rivieres", "dreal", "2021-01-05 10:25", [
    filed("2021-01-15 15:35"),
    admitted("2021-01-19 12:10"),
  ]),
  story("courrier", "drfip", "2021-01-04 14:00", [
    filed("2021-01-06 16:15"),
    setAside(
      "2021-01-12 10:05",
      "not-eligible",
      "La part des services déconcentrés dans le portage est de 30 %, il en faut au moins 50. Le projet ne sort pas d’une région et d’un logiciel du marché : aucune solution née sur le territoire n’est étendue. Un dossier revu peut être déposé jusqu’au 31 janvier.",
    ),
  ]),
  story("cantines", "rectorat", "2020-12-15 13:30", [
    filed("2021-01-07 09:50"),
    withdrawn(
      "2021-01-13 08:55",
      "Le conseil régional finance le même outil pour tous les lycées depuis le 11 janvier.",
    ),
  ]),
];
