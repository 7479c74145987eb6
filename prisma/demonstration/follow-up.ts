import type { Weather } from "@/domain/execution/weather";
import { handInReport } from "@/features/follow-up/commands/hand-in-report";
import { saveReport } from "@/features/follow-up/commands/save-report";
import { type Act, numberOf } from "./acts";
import { awarded } from "./awarded";
import { french } from "./french";

/** Reports on the projects of the demonstration, at several stages, by the portal's own commands. */

/** What the team has typed of a report, by line of its grid. */
type Cells = Readonly<Record<string, string>>;

/** A report begun: some lines typed, the others still the forecast. */
export const reportBegun = (at: string, period: string, cells: Cells, comment = ""): Act => ({
  at,
  async perform(stage) {
    return saveReport(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      period,
      baseRevision: 0,
      cells: { ...cells },
      comment: french(comment),
    });
  },
});

/** The report begun just before, handed in with its weather. */
export const reportHandedIn = (
  at: string,
  period: string,
  weather: Weather,
  comment: string,
): Act => ({
  at,
  async perform(stage) {
    return handInReport(stage.actor(stage.story.carrier), {
      number: await numberOf(stage),
      period,
      revision: 1,
      weather,
      comment: french(comment),
      confirmed: "oui",
    });
  },
});

const LATE_CONTRACT =
  "Le marché de développement est notifié avec un mois de retard. La livraison de la Sarthe suit.";

/** An ITN3 project that reports each month: January is told already, with a delay. */
export const followUpStories = [
  awarded(
    {
      theme: "ITN3",
      carrier: "porteur-deconcentre",
      texts: {
        title: "Prévenir les riverains avant les travaux des berges",
        projectLead: "Bastien Larrieu, chef de projet, direction départementale des territoires",
      },
      startsOn: "2021-01-11",
      after: [
        reportBegun(
          "2021-01-19 22:11",
          "2021-01",
          { agents: "2,5", "theme.support-hours": "3", depenses: "0" },
          LATE_CONTRACT,
        ),
        reportHandedIn("2021-01-19 22:21", "2021-01", "reachable", LATE_CONTRACT),
      ],
    },
    4,
  ),
];
