import { ZERO } from "@/domain/money";
import type { ThemeCode } from "@/domain/themes/types";
import { confirmRemaining } from "@/features/instruction/commands/arbitrate";
import { database } from "@/server/database/client";
import { type Act, admitted, filed, notified, type Story } from "./acts";
import { contentOf } from "./awarded";
import { awardProposed, changeAsked, gainPromised, gainProven, started } from "./execution-acts";
import { reportBegun } from "./follow-up";
import { submittedToMinister } from "./itn8-stories";
import { viewGiven } from "./opinion-acts";

const DITP = "porteur-de-theme-ditp";
const COMMITTEE = "Comité de pilotage du 8 janvier 2021";

interface Followed {
  theme: ThemeCode;
  carrier: string;
  texts: Readonly<Record<string, string>>;
  after?: readonly Act[];
}

/** The minister confirms all that the list holds. */
const arbitrated = (at: string): Act => ({
  at,
  async perform({ actor }) {
    const { id: list } = await database().arbitrationList.findFirstOrThrow({
      where: { label: COMMITTEE },
    });
    const { refused } = await confirmRemaining(actor("presidente"), { list });
    if (refused.length > 0) throw new Error(`Not arbitrated: ${JSON.stringify(refused)}`);
  },
});

/** Filed on 31 December, viewed by DITP and DINUM, arbitrated on 8 January, opened on the 11th; ranks go from 1 to 4. */
function followed({ theme, carrier, texts, after = [] }: Followed, rank: number): Story {
  const at = (day: string, hour: number, step = 0) =>
    `${day} ${hour}:${String(rank * 4 + step).padStart(2, "0")}`;
  return {
    key: `execution ${theme}`,
    rank: 114 + rank,
    theme,
    carrier,
    createdAt: at("2020-12-31", 16),
    content: contentOf({ theme, carrier, texts }),
    acts: [
      filed(at("2020-12-31", 17)),
      admitted(at("2021-01-04", 18), DITP),
      viewGiven(
        at("2021-01-05", 18),
        "instructrice",
        "favourable",
        "Les briques reprises sont ouvertes et l’hébergement est celui de l’État.",
      ),
      viewGiven(
        at("2021-01-05", 18, 1),
        DITP,
        "favourable",
        "Le diagnostic est mesuré, et usagers et agents sont associés.",
      ),
      awardProposed(
        at("2021-01-06", 18),
        "Le besoin est mesuré, l’équipe est stable et le calendrier tenable.",
        DITP,
      ),
      notified(at("2021-01-08", 20)),
      started(at("2021-01-11", 18), "2021-01-11", DITP),
      ...after,
    ],
  };
}

/** ITN8 in execution, one project of each theme; the minister answered the four in one list. */
export const followedItn8: readonly Story[] = [
  // Its first report is begun.
  followed(
    {
      theme: "ITN8A",
      carrier: "rectorat",
      texts: {
        title: "Une seule file d’attente pour les inscriptions au lycée",
        summary:
          "Chaque année, 90 000 familles contactent les lycées par quatre canaux qui ne se parlent pas. Le projet donne aux agents un dossier partagé et aux familles une réponse identique partout.",
        projectLead: "Antoine Guérin, chef de projet, rectorat de Nantes",
      },
      after: [
        submittedToMinister("2021-01-06 18:41", COMMITTEE),
        arbitrated("2021-01-08 19:41"),
        reportBegun("2021-01-19 20:51", "2021-T1", { agents: "3,5", depenses: "12\u202F000" }),
      ],
    },
    1,
  ),
  // Just opened: its first report is to come.
  followed(
    {
      theme: "ITN8B",
      carrier: "dgs",
      texts: {
        title: "Le certificat médical de sport sans papier",
        summary:
          "La réforme remplace le certificat par un questionnaire. Le projet supprime les pièces que l’État possède déjà et donne à chaque département un tableau de bord.",
        reform: "Simplifier l’accès au sport",
        projectLead: "Aurélie Combes, directrice de projet, direction générale de la santé",
      },
    },
    2,
  ),
  // A gain is promised, and already measured.
  followed(
    {
      theme: "ITN8C",
      carrier: "drac",
      texts: {
        title: "Contrôler sans ressaisir les subventions aux festivals",
        summary:
          "Nos gestionnaires saisissent 900 demandes par an dans trois applications. Un robot logiciel relira les pièces et signalera les écarts.",
        projectLead: "Élise Wagner, responsable du contrôle, DRAC Grand Est",
      },
      after: [
        gainPromised("2021-01-12 20:55", {
          label: "Temps de contrôle d’une demande",
          unit: "minutes gagnées",
          promised: 25_000n,
        }),
        gainProven("2021-01-19 20:55", {
          proven: 18_500n,
          provenOn: "2021-01-18",
          level: "declared",
          method: "Chronométrage de vingt demandes par deux gestionnaires.",
          source: "Relevé du service.",
        }),
      ],
    },
    3,
  ),
  // Its carrier asks to abandon it.
  followed(
    {
      theme: "ITN8D",
      carrier: "dgefp",
      texts: {
        title: "Un nouveau métier pour le contrôle de la formation",
        summary:
          "Les 300 contrôleurs passent la moitié de leur temps en saisie. Le projet part de leur métier pour revoir l’organisation des services, puis les outils.",
        projectLead: "Fabrice Langlois, directeur de projet, emploi et formation",
      },
      after: [
        changeAsked(
          "2021-01-19 20:59",
          { kind: "abandonment", spent: ZERO },
          "Le contrôle de la formation passe à un opérateur en 2022 : la réorganisation se fera chez lui.",
        ),
      ],
    },
    4,
  ),
];
