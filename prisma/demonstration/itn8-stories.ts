import { itn8aSample } from "@/domain/themes/itn8a/sample";
import { itn8cSample } from "@/domain/themes/itn8c/sample";
import { submitArbitration } from "@/features/instruction/commands/submit-arbitration";
import { database } from "@/server/database/client";
import { type Act, admitted, type Content, filed, proposed, type Story } from "./acts";
import { french } from "./french";
import { viewGiven } from "./opinion-acts";

/** The complete example of a theme's form, under a project's own title. */
const contentOf = (sample: typeof itn8aSample, typed: Record<string, string>): Content => ({
  typed: {
    ...sample.typed,
    ...Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, french(text)])),
  },
  lines: sample.lines,
});

/** The owner submits to the minister every proposal of the DITP's themes that waits. */
export const submittedToMinister = (at: string, label: string): Act => ({
  at,
  async perform({ actor }) {
    const decisions = await database().decision.findMany({
      where: { status: "proposed", dossier: { themeCode: { startsWith: "ITN8" } } },
      select: { id: true },
    });
    return submitArbitration(actor("porteur-de-theme-ditp"), {
      label: french(label),
      decisions: decisions.map(({ id }) => id),
    });
  },
});

const DITP = "porteur-de-theme-ditp";

/** ITN8: two proposals in one list, ready for the minister's arbitration; a dossier that waits for DINUM's view. */
export const itn8Stories: readonly Story[] = [
  {
    key: "itn8-guichet",
    theme: "ITN8A",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 21:03",
    content: contentOf(itn8aSample, { title: "Une seule réponse pour les aides au logement" }),
    acts: [
      filed("2021-01-19 21:07"),
      admitted("2021-01-19 21:11", DITP),
      viewGiven(
        "2021-01-19 21:14",
        "instructrice",
        "favourable",
        "Les briques choisies sont ouvertes et le raccordement à AgentConnect est prévu. La reprise par une autre caisse est possible.",
      ),
      viewGiven(
        "2021-01-19 21:16",
        DITP,
        "reserved",
        "Le diagnostic est mesuré et les usagers sont associés. La formation des agents d’accueil paraît longue pour son prix.",
      ),
      proposed("2021-01-19 21:19", {
        outcome: "accepted",
        amount: "360 000",
        motive:
          "Le parcours est pensé avec les usagers et les agents, et le besoin est chiffré. La formation est financée en partie.",
        code: "meets-in-part",
        strengths: "Un diagnostic mesuré\nUne équipe stable",
        weaknesses: "Une formation à étaler",
        by: DITP,
      }),
    ],
  },
  {
    key: "itn8-automates",
    theme: "ITN8C",
    carrier: "porteuse-operateur",
    createdAt: "2021-01-19 21:05",
    content: contentOf(itn8cSample, {
      title: "Contrôler les pièces des aides sans les ressaisir",
      sizeJustification:
        "Le projet reprend une plateforme déjà achetée : seul le réglage des contrôles est à financer.",
    }),
    acts: [
      filed("2021-01-19 21:09"),
      admitted("2021-01-19 21:13", DITP),
      viewGiven(
        "2021-01-19 21:15",
        "instructrice",
        "unfavourable",
        "Deux ministères ont déjà un outil de contrôle des pièces, dont le code est public : le dossier ne les cite pas.",
      ),
      viewGiven(
        "2021-01-19 21:17",
        DITP,
        "unfavourable",
        "Le gain de temps annoncé ne s’appuie sur aucune mesure.",
      ),
      proposed("2021-01-19 21:21", {
        outcome: "refused",
        motive:
          "L’outil retenu existe déjà dans deux ministères : le dossier ne dit pas pourquoi il n’est pas repris.",
        code: "costs-not-justified",
        weaknesses: "Aucune réutilisation étudiée",
        by: DITP,
      }),
      submittedToMinister("2021-01-19 21:31", "Comité de pilotage du 28 janvier 2021"),
    ],
  },
  {
    key: "itn8-standard",
    theme: "ITN8A",
    carrier: "porteuse-centrale",
    createdAt: "2021-01-19 21:35",
    content: contentOf(itn8aSample, { title: "Un standard unique pour les permis de louer" }),
    acts: [
      filed("2021-01-19 21:37"),
      admitted("2021-01-19 21:39", DITP),
      viewGiven(
        "2021-01-19 21:41",
        DITP,
        "favourable",
        "Les appels sans réponse sont comptés depuis deux ans et l’équipe est dédiée au projet.",
      ),
    ],
  },
];
