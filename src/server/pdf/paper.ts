import "server-only";
import type { Day } from "@/domain/calendar";
import { routes } from "@/routes";
import { portalOrigin } from "../origin";
import { service } from "../service";

/** What the portal says of itself on paper: configuration. */
export interface ServiceOnPaper {
  name: string;
  tagline: string;
  contact: string;
  /** Where anybody verifies a fingerprint. */
  verification: string;
}

/** What this portal says of itself on paper. */
export function onPaper(): ServiceOnPaper {
  const { name, tagline, contactEmail } = service();
  const verification = portalOrigin() + routes.verification();
  return { name, tagline, contact: contactEmail, verification };
}

/** A step to come, with its day when it is known. */
export interface NextDate {
  /** Without final stop: « Jury du thème ». */
  label: string;
  day?: Day | undefined;
}
