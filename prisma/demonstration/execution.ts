import { cents } from "@/domain/money";
import type { Story } from "./acts";
import { awarded } from "./awarded";
import {
  changeAccepted,
  changeAsked,
  gainPromised,
  milestoneAnswered,
  milestoneProposed,
} from "./execution-acts";

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
