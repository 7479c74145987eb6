import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import { itn8Rules } from "@/domain/themes/itn8-rules";

/** A project that only rebuilds a business system is outside the theme. Livret l.604 */
const notOnlyRebuild = condition(
  "onlySystemRebuild",
  (only) => !only,
  () =>
    finding(
      "ONLY_SYSTEM_REBUILD",
      "La refonte d’un système métier ne suffit pas\u00A0: ITN8D part des missions, des métiers ou de l’organisation.",
      "Livret l.604",
    ),
);

/** The rules of ITN8D, version 1. */
export const itn8dRules = itn8Rules(
  "ITN8D",
  {
    opening: "Livret l.577",
    funding: "Livret l.583",
    eligibility: "Livret l.584",
    size: "Livret l.586",
  },
  [notOnlyRebuild],
);
