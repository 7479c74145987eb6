import "server-only";
import type { Day } from "@/domain/calendar";

/** What the portal says of itself on paper: configuration. */
export interface ServiceOnPaper {
  name: string;
  tagline: string;
  contact: string;
}

/** A step to come, with its day when it is known. */
export interface NextDate {
  /** Without final stop: « Jury du thème ». */
  label: string;
  day?: Day | undefined;
}

/** A fingerprint in groups of eight, so that two can be compared by eye. */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,8}/g)?.join(" ") ?? fingerprint;
}
