import { itn2Sample } from "@/domain/themes/itn2/sample";
import { itn4Sample } from "@/domain/themes/itn4/sample";
import type { Sample } from "@/domain/themes/sample";
import { type Content, filed, type Story } from "./acts";
import { french } from "./french";
import { complementsAsked, filedAgain, pointsAnswered } from "./return-acts";
import { rewritten } from "./team-acts";

/** The complete example of a theme's form, with some answers of its own. */
function contentOf({ typed, lines }: Sample, own: Readonly<Record<string, string>>): Content {
  const texts = Object.entries(own).map(([field, text]) => [field, french(text)]);
  return { typed: { ...typed, ...Object.fromEntries(texts) }, lines };
}

/** Dossiers that came back to their carriers: one awaits its complements, one has received them. */
export const returnStories: readonly Story[] = [
  {
    key: "retour complements-attendus",
    theme: "ITN2",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 21:40",
    content: contentOf(itn2Sample, { title: "Une place commune pour les copropriétés fragiles" }),
    acts: [
      filed("2021-01-19 21:44"),
      complementsAsked("2021-01-20 08:20", {
        dueOn: "2021-02-05",
        message: "Ces deux points manquent pour comparer votre dossier à ceux du même guichet.",
        points: [
          [
            "metrics",
            "Donnez pour chaque mesure sa valeur d’aujourd’hui, avec la date et la source.",
          ],
          [
            "step:plan-de-financement",
            "Le coût de l’hébergement n’est donné que pour 2022 : ajoutez 2021, ou dites pourquoi il est nul.",
          ],
        ],
      }),
    ],
  },
  {
    key: "retour complements-recus",
    theme: "ITN4",
    carrier: "porteuse-operateur",
    createdAt: "2021-01-19 21:42",
    content: contentOf(itn4Sample, { title: "Prendre en main les outils du terrain" }),
    acts: [
      filed("2021-01-19 21:46"),
      complementsAsked("2021-01-20 08:24", {
        dueOn: "2021-01-29",
        message: "",
        points: [
          ["risks", "Dites ce que vous ferez si une formatrice quitte le projet."],
          ["projectLead", "Indiquez la part de son temps que le responsable donne au projet."],
        ],
      }),
      rewritten(
        "2021-01-20 08:41",
        "porteuse-operateur",
        "risks",
        "Départ d’une formatrice : deux suppléants suivent chaque session dès la première.\nRetard des tablettes : prêt de celles de l’établissement.",
      ),
      pointsAnswered("2021-01-20 08:46", [
        "Deux suppléants suivent chaque session : nous l’avons ajouté aux risques.",
        "La moitié de son temps, jusqu’à la fin du projet. La réponse du dossier le disait déjà.",
      ]),
      filedAgain("2021-01-20 08:52", "fileComplement"),
    ],
  },
];
