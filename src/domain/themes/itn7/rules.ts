import type { ThemeRules } from "@/domain/themes/types";

/**
 * What is known of ITN7, version 1: an opening, an envelope, local authorities. No rule of funding, size or eligibility
 * is published: nothing is computed.
 */
export const itn7Rules: ThemeRules = {
  code: "ITN7",
  version: 1,
  calls: [
    {
      key: "guichet",
      kind: "guichet",
      label: "Guichet ITN7",
      opensOn: "2021-01-25",
      closesOn: null,
      envelope: null,
      source: "Action 6-2 l.67",
    },
  ],
  funding: null,
  size: null,
  carriers: ["local-authority"],
  carriersSource: "Action 6-2 l.76",
  eligibility: [],
};
