import { itn1Sample } from "@/domain/themes/itn1/sample";
import { itn2Sample } from "@/domain/themes/itn2/sample";
import { itn3Sample } from "@/domain/themes/itn3/sample";
import { itn4Sample } from "@/domain/themes/itn4/sample";
import { itn5Sample } from "@/domain/themes/itn5/sample";
import { itn6Sample } from "@/domain/themes/itn6/sample";
import { itn8aSample } from "@/domain/themes/itn8a/sample";
import { itn8bSample } from "@/domain/themes/itn8b/sample";
import { itn8cSample } from "@/domain/themes/itn8c/sample";
import { itn8dSample } from "@/domain/themes/itn8d/sample";
import { SAMPLE_INSTANT, type Sample, spend } from "@/domain/themes/sample";
import { snap1Sample } from "@/domain/themes/snap1/sample";
import { snap2aSample } from "@/domain/themes/snap2a/sample";
import { snap2bSample } from "@/domain/themes/snap2b/sample";
import { snap3Sample } from "@/domain/themes/snap3/sample";
import { snap4Sample } from "@/domain/themes/snap4/sample";
import { snap5Sample } from "@/domain/themes/snap5/sample";
import type { ThemeCode } from "@/domain/themes/types";

const base = { filedAt: SAMPLE_INSTANT, verdict: "eligible" } as const;

/** One valid request per theme. Eligible on 20 January 2021, except ITN7, for which no rule is published. */
export const SAMPLES: Readonly<Record<ThemeCode, Sample>> = {
  ITN1: itn1Sample,
  ITN2: itn2Sample,
  ITN3: itn3Sample,
  ITN4: itn4Sample,
  ITN5: itn5Sample,
  ITN6: itn6Sample,
  // Action 6-2 l.76: the call opened on 25/01/2021 and no text gives its rules.
  ITN7: {
    ...base,
    carrier: { kind: "local-authority" },
    call: "guichet",
    filedAt: new Date("2021-02-01T10:00:00+01:00"),
    verdict: "not-computable",
    answers: {},
    lines: [spend("Portail des démarches de la commune", "development", "40\u202F000")],
  },
  ITN8A: itn8aSample,
  ITN8B: itn8bSample,
  ITN8C: itn8cSample,
  ITN8D: itn8dSample,
  SNAP1: snap1Sample,
  SNAP2A: snap2aSample,
  SNAP2B: snap2bSample,
  SNAP3: snap3Sample,
  SNAP4: snap4Sample,
  SNAP5: snap5Sample,
};
