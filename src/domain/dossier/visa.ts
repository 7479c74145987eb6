import { addDays, endOfDay, parisDay } from "@/domain/calendar";
import type { SimulationAnswers } from "@/domain/funding/types";
import type { Cents } from "@/domain/money";
import { CARRIER_KINDS, type CarrierKind, type ThemeCode } from "@/domain/themes/types";
import type { Severity } from "./statuses";

/** `information`: the DNUM is told before the filing. `joint-filing`: it presents the dossier with the carrier. */
export type VisaRequirement = "information" | "joint-filing";

/** What the DNUM says of a dossier; `recorded` is its silence after the delay. */
export const VISA_STATUSES = [
  "awaited",
  "endorsement",
  "reservation",
  "objection",
  "recorded",
] as const;
export type VisaStatus = (typeof VISA_STATUSES)[number];

/** What a DNUM may answer. */
export const VISA_ANSWERS = ["endorsement", "reservation", "objection"] as const;
export type VisaAnswer = (typeof VISA_ANSWERS)[number];

/** The words and the severity of each state of a visa. */
export const VISA_LABELS: Record<VisaStatus, { label: string; severity: Severity }> = {
  awaited: { label: "Attendu", severity: null },
  endorsement: { label: "Favorable", severity: "success" },
  reservation: { label: "Avec réserve", severity: "warning" },
  objection: { label: "Défavorable", severity: "warning" },
  recorded: { label: "Informé", severity: "info" },
};

/** Days a DNUM has to answer where its ministry has set no other delay: no text gives one. */
export const DEFAULT_VISA_DAYS = 10;
/** The delays a ministry may set, in days, both included. */
export const VISA_DAYS = { min: 1, max: 60 } as const;

/** What a theme asks of a carrier about the DNUM of its ministry. */
export interface VisaRule {
  requirement: VisaRequirement;
  source: string;
}

/** Services of the State with a DNUM other than themselves: a local authority has none. */
const UNDER_A_DNUM = CARRIER_KINDS.filter((kind) => kind !== "dnum" && kind !== "local-authority");

/** The five themes whose text names the DNUM. The others ask nothing, and the portal offers nothing there. */
const RULES: Partial<Record<ThemeCode, VisaRule & { carriers: readonly CarrierKind[] }>> = {
  SNAP1: { requirement: "joint-filing", carriers: ["state-operator"], source: "Livret l.638" },
  SNAP2A: { requirement: "information", carriers: UNDER_A_DNUM, source: "Livret l.676" },
  SNAP2B: { requirement: "information", carriers: UNDER_A_DNUM, source: "Livret l.715" },
  SNAP3: { requirement: "information", carriers: UNDER_A_DNUM, source: "Livret l.748" },
  SNAP4: { requirement: "information", carriers: UNDER_A_DNUM, source: "Livret l.802" },
};

/** What the DNUM has to do with a dossier of this theme and carrier; null when the text asks nothing. */
export function visaRule(theme: ThemeCode, carrier: CarrierKind): VisaRule | null {
  const rule = RULES[theme];
  if (!rule?.carriers.includes(carrier)) return null;
  return { requirement: rule.requirement, source: rule.source };
}

/** A visa as the rules read it. */
export interface VisaState {
  requirement: VisaRequirement;
  status: VisaStatus;
  /** When silence becomes recorded information; null where the text asks for the DNUM's own act. */
  tacitAt: Date | null;
}

/** The state at an instant: silence is information from the end of the delay, whenever the portal writes it down. */
export function visaStatusAt({ status, tacitAt }: VisaState, now: Date): VisaStatus {
  return status === "awaited" && tacitAt !== null && tacitAt < now ? "recorded" : status;
}

/** The end of the Paris day on which the delay ends. */
export function tacitInstant(askedAt: Date, days: number): Date {
  return endOfDay(addDays(parisDay(askedAt), days));
}

/**
 * What the funding rules are told: the carrier's own act informs, whatever the DNUM answers; a joint filing needs its
 * agreement, with or without reservation. Empty where the text asks nothing.
 */
export function visaAnswers(
  theme: ThemeCode,
  carrier: CarrierKind,
  visa: Pick<VisaState, "status"> | null,
): Partial<SimulationAnswers> {
  switch (visaRule(theme, carrier)?.requirement) {
    case "information":
      return { dnumInformed: visa !== null };
    case "joint-filing":
      return { filedWithDnum: visa?.status === "endorsement" || visa?.status === "reservation" };
    default:
      return {};
  }
}

/** Whether the carrier may present its draft to the DNUM: the first time, or again after a refusal to file together. */
export function mayAskDnum(visa: Pick<VisaState, "requirement" | "status"> | null): boolean {
  return visa === null || (visa.requirement === "joint-filing" && visa.status === "objection");
}

/** What a DNUM reads of a dossier, filed or not. */
export interface VisaFacts {
  title: string;
  /** As typed; empty while it is not. */
  summary: string;
  total: Cents;
  base: Cents;
  computedGrant: Cents;
  requestedGrant: Cents;
}
