import { itn8Rules } from "@/domain/themes/itn8-rules";

/** The rules of ITN8B, version 1. */
export const itn8bRules = itn8Rules("ITN8B", {
  opening: "Livret l.459",
  funding: "Livret l.471",
  eligibility: "Livret l.472",
  size: "Livret l.474",
});
