import { dnumInformedRule, implementationRule } from "@/domain/themes/snap-rules";
import type { CallDefinition, CarrierKind } from "@/domain/themes/types";

/** The machine rules SNAP2A and SNAP2B share: a jury every month, T3 funded in full, the DNUM informed. */

/** Directorates, DNUM and operators (Livret l.676, l.715). */
export const snap2Carriers: readonly CarrierKind[] = [
  "central-administration",
  "business-directorate",
  "dnum",
  "state-operator",
];

/** A continuous call judged every month (Livret l.693, l.734). */
export function snap2Call(label: string, source: string): CallDefinition {
  return {
    key: "guichet",
    kind: "guichet",
    label,
    opensOn: "2020-12-01",
    closesOn: null,
    envelope: null,
    rounds: "monthly",
    source,
  };
}

/** The DNUM informed, and the commitment to twelve months. */
export function snap2Eligibility(source: string, commitmentSource: string) {
  return [dnumInformedRule(source), implementationRule(commitmentSource)];
}
