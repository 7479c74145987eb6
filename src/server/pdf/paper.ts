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
