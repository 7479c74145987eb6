import type { Day } from "@/domain/calendar";
import { visaRule } from "@/domain/dossier/visa";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import {
  type Act,
  admitted,
  type Content,
  closed,
  confirmed,
  entrusted,
  filed,
  heard,
  informed,
  notified,
  type Story,
} from "./acts";
import { awardProposed, foundGood, started } from "./execution-acts";
import { french } from "./french";

/** The days on which a project goes from its draft to its follow-up. */
interface Days {
  filed: Day;
  admitted: Day;
  scored: Day;
  decided: Day;
  opened: Day;
}

/** Filed on 31 December, awarded in the first days of January. */
const OF_NEW_YEAR: Days = {
  filed: "2020-12-31",
  admitted: "2021-01-04",
  scored: "2021-01-06",
  decided: "2021-01-07",
  opened: "2021-01-11",
};

/** Of the calls that opened in the first week of January. */
export const OF_JANUARY: Days = {
  filed: "2021-01-07",
  admitted: "2021-01-08",
  scored: "2021-01-08",
  decided: "2021-01-12",
  opened: "2021-01-14",
};

/** Awarded before Christmas. */
export const OF_DECEMBER: Days = {
  filed: "2020-12-09",
  admitted: "2020-12-10",
  scored: "2020-12-14",
  decided: "2020-12-15",
  opened: "2020-12-17",
};

/** Of ITN6, whose call opened on 18 January. */
export const OF_THIS_WEEK: Days = {
  filed: "2021-01-18",
  admitted: "2021-01-18",
  scored: "2021-01-18",
  decided: "2021-01-19",
  opened: "2021-01-19",
};

export interface AwardedProject {
  theme: ThemeCode;
  carrier: string;
  texts: Readonly<Record<string, string>>;
  /** Absent: those of the complete example of the theme. */
  lines?: Content["lines"];
  startsOn: Day;
  days?: Days;
  /** Where a theme has another project already: tells them apart. */
  key?: string;
  /** What happens once its follow-up is opened. */
  after?: readonly Act[];
}

const two = (number: number) => String(number).padStart(2, "0");
const JURY = ["jure-economie", "juree-justice"];

/** The complete example of a theme's form, under the texts and the lines of a project. */
export function contentOf({ theme, texts, lines }: Omit<AwardedProject, "startsOn">): Content {
  const sample = SAMPLES[theme];
  const own = Object.entries(texts).map(([field, text]) => [field, french(text)]);
  return {
    typed: { ...sample.typed, ...Object.fromEntries(own) },
    lines: lines ?? sample.lines,
  };
}

/** A project filed, awarded and opened to its follow-up; each rank from 1 to 14 has its own minutes and its number. */
export function awarded(project: AwardedProject, rank: number): Story {
  const { theme, carrier, startsOn, days = OF_NEW_YEAR, after = [] } = project;
  const { scored: isScored, hearing } = THEMES[theme].selection;
  const at = (day: Day, hour: number, step = 0) => `${day} ${two(hour)}:${two(rank * 4 + step)}`;
  const isHeard = hearing === "required";
  const jury: Act[] = isScored
    ? [
        entrusted(at(days.admitted, 20), JURY, days.scored),
        ...(isHeard ? [heard(at(days.scored, 19), days.scored)] : []),
        ...JURY.map((juror, index) => foundGood(at(days.scored, 20, index), juror)),
        closed(at(days.scored, 21)),
      ]
    : [];
  return {
    key: project.key ?? `execution ${theme}`,
    rank: 100 + rank,
    theme,
    carrier,
    createdAt: at(days.filed, 12),
    content: contentOf(project),
    acts: [
      ...(visaRule(theme, SAMPLES[theme].carrier.kind) ? [informed(at(days.filed, 13))] : []),
      filed(at(days.filed, 14)),
      admitted(at(days.admitted, 19)),
      ...jury,
      awardProposed(
        at(days.decided, 19),
        "Le besoin est partagé, le calendrier tenable et les moyens sont réunis.",
      ),
      confirmed(at(days.decided, 20)),
      notified(at(days.decided, 21)),
      started(at(days.opened, 22), startsOn),
      ...after,
    ],
  };
}
