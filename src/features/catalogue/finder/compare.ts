import { leadingCall } from "@/domain/funding/calls";
import { simulate } from "@/domain/funding/simulate";
import type {
  Expense,
  Finding,
  FindingCode,
  SimulationInput,
  SimulationResult,
} from "@/domain/funding/types";
import { cents, ZERO } from "@/domain/money";
import { THEME_LIST } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import type { FinderAnswers } from "@/features/catalogue/finder/read-answers";
import { callsOf, type PublicCall, type PublicCalls } from "@/features/catalogue/public-calls";

/** Why a theme is not simply open to a project: a finding of the rules, or its subject. */
export type Obstacle = Pick<Finding, "message" | "source" | "interpretation">;

export type Group = "eligible" | "nearly" | "no";

/** A theme beside the others. */
export interface ComparedTheme {
  theme: Theme;
  group: Group;
  /** Whether the theme is about what the person wants to do. */
  fits: boolean;
  /** What is missing, or why not; empty for an eligible theme. */
  obstacles: readonly Obstacle[];
  /** What the rules say besides: spending left out, a cap, an opinion. The next round is told with the dates. */
  notes: readonly Obstacle[];
  /** Null amounts for ITN7: nothing is computed. */
  result: SimulationResult;
  /** The call a filing would go to, or the next one. */
  call: PublicCall | null;
}

/** Findings that the carrier, or time, can lift: the theme is nearly theirs. */
const LIFTED_LATER: readonly FindingCode[] = [
  "SIZE_OUT",
  "RESULTS_TOO_LATE",
  "T2_COUNTERPART_MISSING",
  "DNUM_INFORMATION_MISSING",
  "NOT_OPEN",
  "NO_RULE_PUBLISHED",
];

/** Warnings and information do not stand in the way, but for the size, which must be justified. */
const standsInTheWay = ({ severity, code }: Finding) =>
  severity === "blocking" || severity === "incomplete" || code === "SIZE_OUT";

/**
 * The 17 themes for the answers given, each under the rules of the portal, in the order of the texts. What was not
 * asked raises no objection. The whole cost is counted as spending that the theme pays for, in a year that it pays for:
 * the simulator of the theme tells more.
 */
export function compareThemes(answers: FinderAnswers, all: PublicCalls): ComparedTheme[] {
  return THEME_LIST.map((theme) => compared(theme, answers, all));
}

function compared(theme: Theme, answers: FinderAnswers, all: PublicCalls): ComparedTheme {
  const calls = callsOf(all, theme.code);
  const result = simulate(theme, inputOf(theme, answers, all.now), calls);
  const kind = result.call?.kind;
  const call = leadingCall(
    calls.filter((each) => each.kind === kind),
    all.now,
  );
  const findings = result.findings.filter(standsInTheWay);
  const lifted = findings.every(
    ({ code }) =>
      LIFTED_LATER.includes(code) || (code === "LATE" && call !== null && isToCome(call, all.now)),
  );
  const subject = subjectObstacle(theme, answers);
  const obstacles = subject ? [subject, ...findings] : findings;
  const group = obstacles.length === 0 ? "eligible" : lifted && !subject ? "nearly" : "no";
  const notes = result.findings.filter((one) => !standsInTheWay(one) && one.code !== "NEXT_ROUND");
  return { theme, group, fits: subject === null, obstacles, notes, result, call };
}

/** After a closing the leading call is one that is announced, where there is one. */
const isToCome = ({ opensAt }: PublicCall, now: Date) => opensAt === null || opensAt > now;

/** The subject is another: said by the first lines of the fiche. */
function subjectObstacle(theme: Theme, { subject }: FinderAnswers): Obstacle | null {
  if (subject === null || subject.themes.includes(theme.code)) return null;
  // No text says what ITN7 pays for: who carries decides.
  if (theme.funding === null) return null;
  const source = theme.summary[0]?.source ?? theme.envelope.source;
  return {
    message: `Ce thème a un autre objet\u00A0: ${theme.tagline}`,
    source,
    interpretation: false,
  };
}

function inputOf(theme: Theme, answers: FinderAnswers, now: Date): SimulationInput {
  const { carrier, total, staff, resultsWithinMonths, dnumInformed } = answers;
  const { funding } = theme;
  const line = {
    year: funding?.years?.[0] ?? 2021,
    nonEuropeanLicence: false,
  };
  const category = funding?.categories?.[0] ?? "services";
  const lines: Expense[] = [
    { ...line, amount: cents(total - staff), nature: "T3", category },
    { ...line, amount: staff, nature: "T2", category: "staff" },
  ];
  return {
    carrier: { kind: carrier },
    filedAt: now,
    priorGrants: [],
    phaseOfLargerProject: false,
    expenses: lines.filter(({ amount }) => amount > ZERO),
    answers: {
      ...(resultsWithinMonths !== undefined && { resultsWithinMonths }),
      ...(dnumInformed !== undefined && { dnumInformed }),
    },
  };
}

/** Where to look first when no theme is eligible: the least that stands in the way, a fitting subject before all. */
export function nearestTheme(themes: readonly ComparedTheme[]): ComparedTheme | null {
  const distance = ({ group, fits, obstacles }: ComparedTheme) =>
    (fits ? 0 : 1000) + (group === "no" ? 100 : 0) + obstacles.length;
  const computed = themes.filter(({ theme }) => theme.funding !== null);
  const [nearest] = [...computed].sort((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}
