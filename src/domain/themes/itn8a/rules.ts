import { itn8Rules } from "@/domain/themes/itn8-rules";

/** The rules of ITN8A, version 1. */
export const itn8aRules = itn8Rules("ITN8A", {
  opening: "Livret l.404",
  funding: "Livret l.410",
  eligibility: "Livret l.411",
  size: "Livret l.413",
});
