import { itn8Rules } from "@/domain/themes/itn8-rules";

/** The rules of ITN8C, version 1. */
export const itn8cRules = itn8Rules("ITN8C", {
  opening: "Livret l.516",
  funding: "Livret l.528",
  eligibility: "Livret l.529",
  size: "Livret l.531",
});
