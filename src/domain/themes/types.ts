import type { z } from "zod";
import type { Day } from "@/domain/calendar";
import type { Finding, SimulationAnswers, SimulationInput } from "@/domain/funding/types";
import type { Cents } from "@/domain/money";

/** The 17 themes, in the order of the texts (Livret l.12-26, action 6-2 l.69-80). */
export const THEME_CODES = [
  "ITN1",
  "ITN2",
  "ITN3",
  "ITN4",
  "ITN5",
  "ITN6",
  "ITN7",
  "ITN8A",
  "ITN8B",
  "ITN8C",
  "ITN8D",
  "SNAP1",
  "SNAP2A",
  "SNAP2B",
  "SNAP3",
  "SNAP4",
  "SNAP5",
] as const;
export type ThemeCode = (typeof THEME_CODES)[number];

/** Kinds of organisation, as a theme's list of carriers names them. */
export const CARRIER_KINDS = [
  "central-administration",
  "business-directorate",
  "dnum",
  "deconcentrated-service",
  "state-operator",
  "public-laboratory",
  "local-authority",
] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

/** A statement shown to the public: our words, and where the text says it. */
export interface Fact {
  text: string;
  /** Place in the texts, such as `Livret l.36`, `Action 6-2 l.76`, `COSINUM l.40`. */
  source: string;
  /** Set when the texts are silent or contradict each other: the reading retained, in plain French. */
  reading?: string;
}

/** One opening of a theme. Days are Paris days, both included. */
export interface CallDefinition {
  /** Stable within the theme: `guichet`, `aap`, `aap-1`… */
  key: string;
  kind: "guichet" | "aap";
  label: string;
  /** Null while the texts give no day; `announced` then says what they give. */
  opensOn: Day | null;
  /** Null when the texts set no closing date. */
  closesOn: Day | null;
  /** What the texts give instead of a day, such as « T2 2021 ». */
  announced?: string;
  /** The call's own share of the theme's envelope, where the texts split it. */
  envelope: Cents | null;
  /** A continuous call whose filings are judged month by month (SNAP2A, SNAP2B; Livret l.693). */
  rounds?: "monthly";
  source: string;
}

/** A bound of the expected size. `inclusive: false` is « plus de » or « moins de ». */
export interface SizeBound {
  amount: Cents;
  inclusive: boolean;
}

export interface ExpectedSize {
  min: SizeBound | null;
  max: SizeBound | null;
  /** SNAP2A and SNAP2B read the size on title 3 alone. */
  readOn: "total" | "T3";
  /** Another lower bound for some lead carriers (ITN8: deconcentrated administrations; Livret l.413). */
  minFor?: { carriers: readonly CarrierKind[]; bound: SizeBound };
  /** Another size for one kind of call (ITN5). Read instead of `min` and `max`. */
  byCall?: Readonly<Record<"guichet" | "aap", { min: SizeBound; max: SizeBound }>>;
  source: string;
}

/** How an amount is turned into a grant: data read by `domain/funding`, never code of a theme. */
export interface FundingRules {
  /** The grant is base × rate[0] ÷ rate[1], rounded down to the cent. */
  rate: readonly [numerator: number, denominator: number];
  /**
   * `not-accepted`: T2 is out of the base. `valued`: T2 is in the base and belongs to the carrier's share, so the grant
   * never exceeds the rest. `counterpart`: T2 is compulsory and unfunded.
   */
  staffCost: "not-accepted" | "valued" | "counterpart";
  /** Only spending of these years is in the base (SNAP1, SNAP3, SNAP4). */
  years?: readonly number[];
  /** Only these categories are in the base (SNAP2A, SNAP2B: closed lists). */
  categories?: readonly ExpenseCategory[];
  /** Categories out of the base (terminal equipment for SNAP; COSINUM l.40). */
  excludedCategories?: readonly ExpenseCategory[];
  /** Licences of products from outside Europe are out of the base (SNAP3, SNAP4). */
  excludesNonEuropeanLicences?: boolean;
  /** Full funding up to this amount, nothing beyond (ITN6; Livret l.366). */
  fullFundingUpTo?: Cents;
  capPerDossier?: Cents;
  /** Over all the dossiers of one project. */
  capPerProject?: Cents;
  /**
   * Where each rule is written; keys are the rules' names in the explanation (`FundingRuleName` of `domain/funding`:
   * rate, staff-cost, years, categories, excluded-categories, non-european-licences, full-funding-threshold,
   * cap-per-dossier, cap-per-project, requested-grant). A rule without a key takes the place of `rate`.
   */
  sources: Readonly<Record<string, string>>;
}

export const EXPENSE_CATEGORIES = [
  "development",
  "design",
  "training",
  "user-support",
  "communication",
  "equipment",
  "terminal",
  "licence",
  "hosting",
  "telecom",
  "staff",
  "services",
  "other",
] as const;
export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number];

/** What a selection criterion looks at. The name is the text's; the definition is ours. */
export interface Criterion {
  /** Stable key stored with the scores. */
  key: string;
  name: string;
  definition: string;
  /** Weights are not in the texts: 1 each until the owner sets others. */
  weight: number;
  /** What each score means on this criterion, where the theme says it in words of its own. */
  anchors?: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5, string>>;
  source: string;
}

/** The two administrations that own the funds. */
export const FUND_OWNERS = ["DINUM", "DITP"] as const;
export type FundOwner = (typeof FUND_OWNERS)[number];

/** Narrows what an organisation's row says. */
export function isFundOwner(value: string | null | undefined): value is FundOwner {
  return FUND_OWNERS.some((known) => known === value);
}

export type Outcome = "accepted" | "refused" | "set-aside" | "redirected" | "to-be-presented-again";

/** The theme's own path from filing to decision (reading of the texts, Selection). */
export interface SelectionPath {
  review:
    | "owner"
    | "expert-committee"
    | "qualified-jury"
    | "steering-committee"
    | "selection-committee"
    | "monthly-jury";
  /** A hearing (« audition ») or defence (« soutenance ») before scoring. */
  hearing: "none" | "optional" | "required";
  /** Whether jurors score on the criteria before the decision. */
  scored: boolean;
  /** A first selection by the owner's staff before the jury: what it does not keep is set aside (ITN5, Livret l.353). */
  preselection?: true;
  /** Administrations that each give a view before the decision (ITN8, Livret l.452, l.570). */
  instructedBy?: readonly FundOwner[];
  /** A steering committee chaired by the minister arbitrates the list of proposals (ITN8, Livret l.452, l.570). */
  arbitration?: true;
  /** A later jury reads the scores of the former presentation. No text says it: the owner's setting. */
  showsFormerScores?: true;
  /**
   * Those who examine a dossier and its jury read the rank its ministry gives it. No text says it: the owner's setting,
   * on where the fiche gives the ministry's DNUM a part.
   */
  showsMinistryPriority?: true;
  /** Outcomes written in the text, first; the others are offered after them. */
  outcomes: readonly Outcome[];
  description: Fact[];
}

/** A condition of eligibility. An unanswered question gives no finding; a given answer that fails does. */
export interface EligibilityRule {
  /** Answers read by the rule; the form and the simulator ask for those of all the rules of a theme. */
  asks: readonly (keyof SimulationAnswers)[];
  /** The finding when the rule fails on what was given, else null. */
  check(input: SimulationInput): Finding | null;
}

/** What may be asked of a project after its award. */
export const DUTY_KINDS = [
  "report",
  "demonstration",
  "results",
  "in-service",
  "team-kept",
  "evaluation",
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** When a duty is due: once each period, or some whole months after a day of the project. */
export type DutyRhythm =
  | { every: "month" | "quarter" }
  | { after: "award" | "start" | "end"; months: number };

/** A duty of the carrier after the award, shown to it with its place in the texts. */
export interface Duty extends Fact {
  kind: DutyKind;
  rhythm: DutyRhythm;
}

/** A figure the text asks each report to give, beside the indicators the project chose. */
export interface ReportedFigure extends Fact {
  /** Stable within the theme: stored with the reports. */
  key: string;
  unit: string;
  /** Known beforehand, in `unit`: the hours of support of a month (ITN3). */
  planned?: number;
  /** A level reached so far, which never starts again at zero (the default), or a figure of the period alone. */
  ofPeriod?: true;
}

export interface Theme {
  code: ThemeCode;
  /** Address segment: `itn3`. */
  slug: Lowercase<ThemeCode>;
  /** Rules of an opened call never change: a new version is a new file beside the first. */
  version: number;
  volet: "ITN" | "SNAP";
  title: string;
  /** One sentence for cards. */
  tagline: string;
  /** `administration` is null where no text names one (ITN7). */
  owner: { administration: FundOwner | null; unit: string; source: string };
  /** The fund's envelope for the theme, 2021-2022 (null only if no text gives it). */
  envelope: { amount: Cents; source: string };
  calls: readonly CallDefinition[];
  /** Null for ITN7: no rule is published. */
  funding: FundingRules | null;
  /** Null when the texts leave the size undefined (ITN4, ITN7). */
  size: ExpectedSize | null;
  carriers: readonly CarrierKind[];
  /** Where the carriers are named, such as `Livret l.174`. */
  carriersSource: string;
  /** The rule of co-financing and the rule of eligibility, in plain French. */
  fundingFacts: readonly Fact[];
  eligibilityFacts: readonly Fact[];
  eligibility: readonly EligibilityRule[];
  summary: readonly Fact[];
  objectives: readonly Fact[];
  /** What the money may pay for, where the text lists it. */
  funded: readonly Fact[];
  excluded: readonly Fact[];
  encouraged: readonly Fact[];
  examples: readonly Fact[];
  /** What the answer must contain. */
  answerContents: readonly Fact[];
  criteria: readonly Criterion[];
  selection: SelectionPath;
  /** Accepted one by one at filing; `key` is stored with the acceptance. */
  commitments: readonly (Fact & { key: string })[];
  support: readonly Fact[];
  followUp: readonly Fact[];
  /** What is due after the award, and the figures each report gives beside the project's own. */
  duties: readonly Duty[];
  figures: readonly ReportedFigure[];
  /** What the texts do not say, told to the reader. */
  silences: readonly Fact[];
  /** Words people search for that the fiche does not use (« fibre », « formation »). */
  keywords: readonly string[];
}

/**
 * The part of a theme that `domain/funding` reads: no prose, so that the browser loads a theme's rules alone. Each
 * theme writes it in `rules.ts`; its `theme.ts` spreads it.
 */
export type ThemeRules = Pick<
  Theme,
  "code" | "version" | "calls" | "funding" | "size" | "carriers" | "carriersSource" | "eligibility"
>;

/**
 * A step of the form. `plan` is the funding plan, `commitments` the theme's commitments, `files` the documents joined
 * (every form gets it: `file-slots.ts`); `fields` lists answers.
 */
export interface FormStep {
  /** Address segment: `projet`, `plan-de-financement`. */
  key: string;
  kind: "fields" | "plan" | "phases" | "sites" | "files" | "commitments";
  title: string;
  /** Names in the form's `fields`, in reading order. */
  fields: readonly string[];
}

/** Metadata carried by each field through `.meta()`; one component walks the shape and picks the DSFR field. */
export interface FieldMeta {
  label: string;
  hint?: string;
  widget:
    | "text"
    | "textarea"
    | "number"
    | "percentage"
    | "amount"
    | "month"
    | "yes-no"
    | "choice"
    | "choices";
  /** The list a `text` is chosen in, offered by the page as one types (ITN1; Livret l.37). */
  list?: "observatory-procedures";
  /** Labels of `choice` and `choices`, in reading order. */
  options?: readonly { value: string; label: string }[];
  optional?: boolean;
  /** Longest answer kept, in characters. */
  maxLength?: number;
  source?: string;
}

/**
 * A theme's form. Values are stored as typed (strings, or arrays of strings for `choices`), so that nothing typed is
 * ever lost: `fields` parses each one, `submission` adds the rules between fields, checked at filing.
 */
export interface ThemeForm {
  theme: ThemeCode;
  version: number;
  fields: z.ZodObject<Record<string, z.ZodType<unknown, unknown>>>;
  submission: z.ZodType<Record<string, unknown>, unknown>;
  steps: readonly FormStep[];
  /** The plan asks whether each provider is an innovative company with a French seat (ITN6; Livret l.367). */
  asksProvider?: boolean;
  /** Questions asked of some kinds of carriers alone (SNAP1, operators): what is said when they have no answer. */
  compulsoryFor?: Partial<Record<CarrierKind, Readonly<Record<string, string>>>>;
  /** The answers the funding rules read, from parsed values. */
  simulationAnswers(values: Readonly<Record<string, unknown>>): Partial<SimulationAnswers>;
}
