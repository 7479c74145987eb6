import { formatDate, formatDay, formatMonth, formatTime, parisMonth } from "@/domain/calendar";
import { type CallWindow, callState, isOpen, judgedCall, windowOf } from "@/domain/funding/calls";
import { admits } from "@/domain/funding/carriers";
import { finding } from "@/domain/funding/finding";
import { computeGrant } from "@/domain/funding/grant";
import { filingDay, juryMonth, missesOwnMonth, ROUNDS_SOURCE } from "@/domain/funding/rounds";
import { checkDirectorOpinion, checkSize, sizeAmount, staysWithin } from "@/domain/funding/size";
import {
  BLOCKING_CODES,
  type Finding,
  type FindingCode,
  INCOMPLETE_CODES,
  NOT_COMPUTABLE_CODES,
  NOT_OPEN_CODES,
  REDIRECT_CODES,
  type SimulationInput,
  type SimulationResult,
  type Verdict,
} from "@/domain/funding/types";
import { CARRIER_KIND_LABELS, enumerate } from "@/domain/funding/wording";
import { formatEuros } from "@/domain/money";
import type { ThemeRules } from "@/domain/themes/types";

/** Verdicts in the order that decides when several apply, with the codes that give them. */
const VERDICTS: readonly (readonly [Verdict, readonly FindingCode[]])[] = [
  ["not-computable", NOT_COMPUTABLE_CODES],
  ["not-open", NOT_OPEN_CODES],
  ["ineligible", BLOCKING_CODES],
  ["redirect", REDIRECT_CODES],
  ["incomplete", INCOMPLETE_CODES],
];

/** Where a code stands in that order; notices come last. */
function rank(code: FindingCode): number {
  const found = VERDICTS.findIndex(([, codes]) => codes.includes(code));
  return found === -1 ? VERDICTS.length : found;
}

const SEVERITY_RANK = { blocking: 0, incomplete: 1, warning: 2, information: 3 };

const KIND_LABELS = { guichet: "guichet", aap: "appel à projets" };
type Kind = keyof typeof KIND_LABELS;

/** The kind of call the amount leads to (ITN5; Livret l.315, l.322), or the theme's only kind; null without calls. */
function kindByAmount(rules: ThemeRules, input: SimulationInput): Kind | null {
  const { size, calls } = rules;
  if (!size?.byCall) return calls[0]?.kind ?? null;
  const amount = sizeAmount(size.readOn, input);
  return staysWithin(amount, size.byCall.guichet.max) ? "guichet" : "aap";
}

/** `OTHER_CALL` when the kind asked is not the one the amount, or the theme, leads to. */
function checkKind(rules: ThemeRules, input: SimulationInput, kind: Kind | null): Finding | null {
  if (input.call === undefined || kind === null || input.call === kind) return null;
  const { code, size, calls } = rules;
  if (!size?.byCall) {
    const message = `${code} s’ouvre seulement en ${KIND_LABELS[kind]}\u00A0: déposez sous cette forme.`;
    return finding("OTHER_CALL", message, calls[0]?.source ?? "");
  }
  const threshold = size.byCall.guichet.max.amount;
  const message =
    kind === "aap"
      ? `Le guichet ${code} est réservé aux projets de moins de ${formatEuros(threshold)}\u00A0: présentez celui-ci à l’appel à projets.`
      : `L’appel à projets ${code} commence à ${formatEuros(threshold)}\u00A0: présentez ce projet au guichet.`;
  // At the threshold itself the fiche says both « < 100 000 » and « de 10 000 à 100 000 »: the strict reading.
  const interpretation = sizeAmount(size.readOn, input) === threshold;
  return finding("OTHER_CALL", message, size.source, { interpretation });
}

/** `NOT_OPEN` before the opening, `LATE` after the closing, `NEXT_ROUND` from the 15th of the month. */
function checkCalendar(call: CallWindow, input: SimulationInput, source: string): Finding | null {
  const { filedAt } = input;
  const state = callState(call, filedAt);
  if (state === "closed" && call.closesAt) {
    const instant = `${formatDate(call.closesAt)} à ${formatTime(call.closesAt)} (heure de Paris)`;
    return finding("LATE", `${call.label}\u00A0: clos depuis le ${instant}.`, source);
  }
  if (state === "to-come") {
    const when = call.opensAt
      ? `ouverture le ${formatDate(call.opensAt)}`
      : `annoncé pour ${call.announced ?? "une date à venir"}`;
    return finding("NOT_OPEN", `${call.label}\u00A0: ${when}.`, source);
  }
  if (call.monthlyRounds && missesOwnMonth(filedAt)) {
    const month = juryMonth(filedAt);
    const last = formatDay(filingDay(parisMonth(filedAt)));
    const message = `Vous déposez après le ${last}\u00A0: votre dossier passera au jury de ${formatMonth(month)}.`;
    return finding("NEXT_ROUND", message, ROUNDS_SOURCE, { interpretation: true });
  }
  return null;
}

/** `CARRIER_INELIGIBLE` when the theme's list does not name the kind of carrier. */
function checkCarrier(rules: ThemeRules, { carrier }: SimulationInput): Finding | null {
  const { code, carriers, carriersSource } = rules;
  if (admits(carriers, carrier.kind)) return null;
  const admitted = enumerate(carriers.map((kind) => CARRIER_KIND_LABELS[kind]));
  const message = `Porteur non prévu par ${code}\u00A0: ${CARRIER_KIND_LABELS[carrier.kind]}. Peuvent porter un projet\u00A0: ${admitted}.`;
  return finding("CARRIER_INELIGIBLE", message, carriersSource);
}

/** `NO_RULE_PUBLISHED` (ITN7). */
function noRule({ code, carriersSource }: ThemeRules): Finding {
  const message = `Aucune règle de financement n’est publiée pour ${code}\u00A0: le portail ne calcule pas de subvention.`;
  return finding("NO_RULE_PUBLISHED", message, carriersSource);
}

/**
 * What the rules of a theme say of a request: amounts, verdict, every finding (those that decide the verdict first) and
 * the explanation. The contract is that of the public API. `windows` are the calls as an owner has opened them; the
 * published definitions of the theme when left out. Pure: the instant is `input.filedAt`. Throws a RangeError when the
 * amounts exceed the safe integers.
 */
export function simulate(
  rules: ThemeRules,
  input: SimulationInput,
  windows: readonly CallWindow[] = rules.calls.map(windowOf),
): SimulationResult {
  const byAmount = kindByAmount(rules, input);
  const asked = windows.some(({ kind }) => kind === input.call) ? input.call : undefined;
  const kind = asked ?? byAmount;
  const call = judgedCall(
    windows.filter((window) => window.kind === kind),
    input.filedAt,
  );
  const { funding } = rules;
  const computation = funding && computeGrant(funding, input);
  const callSource =
    rules.calls.find(({ key }) => key === call?.key)?.source ?? rules.calls[0]?.source ?? "";

  const found: (Finding | null)[] = [
    computation === null ? noRule(rules) : null,
    call
      ? checkCalendar(call, input, callSource)
      : finding("NOT_OPEN", `${rules.code}\u00A0: aucune ouverture n’est prévue.`, callSource),
    checkCarrier(rules, input),
    ...rules.eligibility.map((rule) => rule.check(input)),
    checkKind(rules, input, byAmount),
  ];
  if (computation) {
    found.push(
      ...computation.findings,
      checkSize(rules.size, input, kind),
      checkDirectorOpinion(input),
    );
  }
  const findings = found
    .filter((one) => one !== null)
    .sort(
      (a, b) =>
        rank(a.code) - rank(b.code) || SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity],
    );
  const first = findings[0] ? VERDICTS[rank(findings[0].code)] : undefined;
  const open = call !== null && isOpen(call, input.filedAt);
  return {
    theme: rules.code,
    themeVersion: rules.version,
    verdict: first?.[0] ?? "eligible",
    amounts: computation && {
      total: computation.total,
      base: computation.base,
      grant: computation.grant,
      remaining: computation.remaining,
    },
    call: call && { kind: call.kind, label: call.label },
    round: open && call.monthlyRounds ? { juryMonth: juryMonth(input.filedAt) } : null,
    findings,
    explanation: computation?.explanation ?? [],
  };
}
