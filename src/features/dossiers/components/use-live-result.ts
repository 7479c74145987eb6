"use client";

import { useEffect, useMemo, useState } from "react";
import type { CallWindow } from "@/domain/funding/calls";
import { simulate } from "@/domain/funding/simulate";
import { type Suggestion, suggestions } from "@/domain/funding/suggestions";
import type { Expense, SimulationInput, SimulationResult } from "@/domain/funding/types";
import { type Cents, formatEuros, parseEuros } from "@/domain/money";
import { LOAD_RULES } from "@/domain/themes/load-rules";
import type { ThemeCode, ThemeRules } from "@/domain/themes/types";

/** What the rules say of a plan, and what would change it. */
export interface LiveResult {
  result: SimulationResult;
  suggestions: readonly Suggestion[];
}

export interface LiveResultOptions {
  theme: ThemeCode;
  call: CallWindow;
  /** What the rules were asked when the page was made. */
  input: SimulationInput;
  /** What they answered: shown until the browser has the rules. */
  initial: LiveResult;
  expenses: readonly Expense[];
  /** As typed; empty asks for the computed grant. */
  requestedGrant: string;
}

/** The grant as the plan changes: the portal's own function, run here on the theme's own rules. */
export function useLiveResult(options: LiveResultOptions): LiveResult {
  const { theme, call, input, initial, expenses, requestedGrant } = options;
  const [rules, setRules] = useState<ThemeRules | null>(null);
  useEffect(() => {
    let shown = true;
    LOAD_RULES[theme]()
      .then((loaded) => shown && setRules(loaded))
      // Without network the figures of the page stay: they are computed again at the next load.
      .catch(() => undefined);
    return () => {
      shown = false;
    };
  }, [theme]);
  return useMemo(() => {
    if (!rules) return initial;
    const requested: Cents | undefined = parseEuros(requestedGrant) || undefined;
    const asked = { ...input, expenses, requestedGrant: requested };
    return {
      result: simulate(rules, asked, [call]),
      suggestions: suggestions(rules, asked, [call]),
    };
  }, [rules, initial, input, call, expenses, requestedGrant]);
}

/** The grant in words, one second after it last changed; empty at first: a page that opens says nothing. */
export function useGrantAnnouncement(result: SimulationResult): string {
  const grant = result.amounts?.grant;
  const [first] = useState(grant);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (grant === undefined || grant === first) return;
    const timer = window.setTimeout(
      () => setSaid(`Subvention calculée\u00A0: ${formatEuros(grant)}.`),
      1_000,
    );
    return () => window.clearTimeout(timer);
  }, [grant, first]);
  return said;
}
