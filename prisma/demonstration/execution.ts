import type { Day } from "@/domain/calendar";
import { visaRule } from "@/domain/dossier/visa";
import { cents } from "@/domain/money";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import {
  type Act,
  admitted,
  closed,
  confirmed,
  entrusted,
  filed,
  heard,
  informed,
  notified,
  type Story,
} from "./acts";
import {
  awardProposed,
  changeAccepted,
  changeAsked,
  foundGood,
  gainPromised,
  milestoneAnswered,
  milestoneProposed,
  started,
} from "./execution-acts";
import { french } from "./french";

interface AwardedProject {
  theme: ThemeCode;
  carrier: string;
  texts: Readonly<Record<string, string>>;
  startsOn: Day;
  /** What happens once its follow-up is opened. */
  after?: readonly Act[];
}

const two = (number: number) => String(number).padStart(2, "0");
const JURY = ["jure-economie", "juree-justice"];

/** A complete example filed on 31 December, awarded in the first days of January, opened on 11 January. */
export function awarded(project: AwardedProject, rank: number): Story {
  const { theme, carrier, texts, startsOn, after = [] } = project;
  const { scored: isScored, hearing } = THEMES[theme].selection;
  const { typed, lines, carrier: sampleCarrier } = SAMPLES[theme];
  const own = Object.entries(texts).map(([field, text]) => [field, french(text)]);
  const at = (day: string, hour: number, step = 0) => `${day} ${two(hour)}:${two(rank * 4 + step)}`;
  const jury: Act[] = isScored
    ? [
        entrusted(at("2021-01-04", 20), JURY, hearing === "required" ? "2021-01-06" : undefined),
        ...(hearing === "required" ? [heard(at("2021-01-06", 19), "2021-01-06")] : []),
        ...JURY.map((juror, index) => foundGood(at("2021-01-06", 20, index), juror)),
        closed(at("2021-01-06", 21)),
      ]
    : [];
  return {
    key: `execution ${theme}`,
    rank: 100 + rank,
    theme,
    carrier,
    createdAt: at("2020-12-31", 12),
    content: { typed: { ...typed, ...Object.fromEntries(own) }, lines },
    acts: [
      ...(visaRule(theme, sampleCarrier.kind) ? [informed(at("2020-12-31", 13))] : []),
      filed(at("2020-12-31", 14)),
      admitted(at("2021-01-04", 19)),
      ...jury,
      awardProposed(
        at("2021-01-07", 19),
        "Le besoin est partagé, le calendrier tenable et les moyens sont réunis.",
      ),
      confirmed(at("2021-01-07", 20)),
      notified(at("2021-01-07", 21)),
      started(at("2021-01-11", 19), startsOn),
      ...after,
    ],
  };
}

/** Projects followed after their award, each at another stage. */
export const executionStories: readonly Story[] = [
  awarded(
    {
      theme: "SNAP4",
      carrier: "dnum-affaires-sociales",
      texts: {
        title: "Écrire à plusieurs les notes des services",
        projectLead: "Olivier Quéméner, chef de produit, direction du numérique",
      },
      startsOn: "2021-01-11",
      after: [
        milestoneProposed(
          "2021-01-18 19:10",
          1,
          "Deux services écrivent leurs notes avec l’outil depuis le 12 janvier. La sécurité est homologuée depuis le 15.",
          [
            ["240", "2021-01-18", "Comptes ouverts, journal de connexion."],
            ["7,4", "2021-01-18", "Questionnaire envoyé à tous, 148 réponses."],
          ],
        ),
        gainPromised("2021-01-18 19:20", {
          label: "Heures gagnées sur la rédaction des notes",
          unit: "heures par an",
          promised: 12_000_000n,
        }),
        changeAsked(
          "2021-01-19 07:10",
          { kind: "delay", endsOn: "2023-01-31" },
          "L’hébergement commun ouvre trois mois plus tard que prévu : les phases glissent d’autant.",
        ),
      ],
    },
    1,
  ),
  awarded(
    {
      theme: "SNAP3",
      carrier: "dnum-education",
      texts: {
        title: "Une messagerie isolée pour les téléphones des agents",
        projectLead: "Isabelle Charpin, directrice de projet, direction du numérique",
      },
      startsOn: "2021-01-11",
      after: [
        milestoneProposed(
          "2021-01-13 19:10",
          1,
          "Deux cents agents lisent leur messagerie depuis leur téléphone. L’audit n’a trouvé aucune faille grave.",
          [
            ["206", "2021-01-13", "Journal du service."],
            ["84,5", "2021-01-13", "Appels au support, rapportés aux installations."],
          ],
        ),
        milestoneAnswered("2021-01-14 19:10", 1),
      ],
    },
    2,
  ),
  awarded(
    {
      theme: "ITN2",
      carrier: "porteuse-centrale",
      texts: {
        title: "Suivre les travaux de rénovation des copropriétés",
        projectLead: "Camille Verdier, cheffe de projet, direction générale de l’aménagement",
      },
      startsOn: "2021-02-01",
    },
    3,
  ),
  awarded(
    {
      theme: "SNAP2B",
      carrier: "meteo",
      texts: {
        title: "AgentConnect sur l’extranet des vigilances",
        projectLead: "Florence Delorme, responsable des identités, Météo-France",
      },
      startsOn: "2021-01-11",
      after: [
        changeAsked(
          "2021-01-14 07:10",
          { kind: "abandonment", spent: cents(420_000) },
          "L’extranet est remplacé par un service du ministère, qui ouvre déjà avec AgentConnect.",
        ),
        changeAccepted("2021-01-15 07:10", "Le reste est rendu à l’enveloppe du thème."),
      ],
    },
    6,
  ),
];
