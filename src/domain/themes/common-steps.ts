import type { FormStep } from "./types";

/** Steps that several forms share, to the word. */

/** Who leads, with whom, when, and at what risks: ITN2, ITN4 and SNAP5 ask it alike (Livret l.132, l.276, l.905). */
export const ORGANISATION_STEP: FormStep = {
  key: "equipe",
  kind: "fields",
  title: "L’organisation, le calendrier et les risques",
  fields: [
    "projectLead",
    "team",
    "organisation",
    "startMonth",
    "durationMonths",
    "milestones",
    "risks",
  ],
};

/** The funding plan, and why its total may be out of the size the theme expects. */
export const PLAN_STEP: FormStep = {
  key: "plan-de-financement",
  kind: "plan",
  title: "Le plan de financement",
  fields: ["requestedGrant", "sizeJustification"],
};

/** The commitments of the fiche, accepted one by one. */
export const COMMITMENTS_STEP: FormStep = {
  key: "engagements",
  kind: "commitments",
  title: "Les engagements",
  fields: [],
};
