import { z } from "zod";
import {
  addDays,
  type Day,
  daysBetween,
  formatDay,
  parisMonth,
  startOfDay,
} from "@/domain/calendar";
import { BusinessError } from "@/domain/errors";
import { type Cents, cents, formatEuros, sum } from "@/domain/money";
import type { Permission } from "@/domain/rights/permissions";
import { type Baseline, type BaselinePhase, phaseMilestones } from "./baseline";
import { cut, respread } from "./spending";

/** What a carrier may ask to change of its project, once at a time. */
export const CHANGE_KINDS = [
  "delay",
  "amount",
  "scope",
  "partner",
  "suspension",
  "resumption",
  "abandonment",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_LABELS: Record<ChangeKind, string> = {
  delay: "Changer la date de fin",
  amount: "Baisser la subvention",
  scope: "Changer le périmètre",
  partner: "Changer les organisations associées",
  suspension: "Suspendre le projet",
  resumption: "Reprendre le projet",
  abandonment: "Abandonner le projet",
};

/** Kinds that move money or end the project: their owner's to answer. */
const OF_THE_OWNER: readonly ChangeKind[] = ["amount", "abandonment"];

/** The permission that answers a kind of request. */
export function answering(kind: ChangeKind): Permission {
  return OF_THE_OWNER.includes(kind) ? "answer-award-change" : "answer-change";
}

const amount = z.int().min(0).transform(cents);
const day = z.iso.date().transform((value) => value as Day);

/** What is proposed, by kind: the `proposed` of a request. */
export const proposedSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("delay"), endsOn: day }),
  z.strictObject({ kind: z.literal("amount"), grant: amount }),
  z.strictObject({ kind: z.literal("scope"), scope: z.string() }),
  z.strictObject({ kind: z.literal("partner"), partners: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("suspension") }),
  z.strictObject({ kind: z.literal("resumption"), endsOn: day }),
  // What was spent of the grant: the rest is released.
  z.strictObject({ kind: z.literal("abandonment"), spent: amount }),
]);
export type Proposed = z.output<typeof proposedSchema>;

/** Where the project stands when a change is read on it. */
export interface Standing {
  today: Day;
  /** Positions of the phases already funded, and of those passed. */
  funded: readonly number[];
  passed: readonly number[];
}

const wrong = (path: string, message: string) =>
  new BusinessError("invalid-input", message, [{ path, message }]);

/** Why a kind of change cannot be asked now, in French; null when it can. */
export function changeObstacle(kind: ChangeKind, suspended: boolean): string | null {
  if (kind === "resumption" && !suspended) return "Le projet n’est pas suspendu.";
  if (kind === "suspension" && suspended) return "Le projet est déjà suspendu.";
  return null;
}

/**
 * The baseline that a change makes of the one in force; the same one for an abandonment, which closes the project. An
 * amount is never raised: more money is another dossier (Livret l.791, l.842). Throws `invalid-input` when it does not fit.
 */
export function changedBaseline(before: Baseline, proposed: Proposed, now: Standing): Baseline {
  switch (proposed.kind) {
    case "delay":
      if (proposed.endsOn === before.endsOn) {
        throw wrong("endsOn", "C’est déjà la fin prévue\u00A0: choisissez un autre jour.");
      }
      return delayed(before, proposed.endsOn, now);
    case "resumption":
      return { ...delayed(before, proposed.endsOn, now), suspendedOn: null };
    case "amount":
      return lowered(before, proposed.grant, now);
    case "scope":
      return { ...before, scope: [...before.scope, proposed.scope] };
    case "partner":
      return { ...before, partners: proposed.partners };
    case "suspension":
      return { ...before, suspendedOn: now.today };
    case "abandonment":
      return before;
  }
}

function delayed(before: Baseline, endsOn: Day, { today, passed }: Standing): Baseline {
  if (endsOn < today || endsOn < before.startsOn) {
    throw wrong("endsOn", "La nouvelle fin doit être aujourd’hui ou plus tard, après le début.");
  }
  const days = daysBetween(before.endsOn, endsOn);
  const phases = before.phases.map((phase) => movedPhase(phase, days, today, passed));
  const wrongPhase = phases.find(({ startsOn, endsOn: end }) => end < startsOn);
  if (wrongPhase) {
    throw wrong(
      "endsOn",
      `Avec cette fin, la phase ${wrongPhase.position} finirait avant de commencer\u00A0: choisissez un jour plus tardif.`,
    );
  }
  const milestones =
    phases.length > 0
      ? phaseMilestones(phases)
      : before.milestones.map((each) => ({
          ...each,
          on: each.on <= today ? each.on : least(addDays(each.on, days), endsOn),
        }));
  return {
    ...before,
    endsOn,
    phases,
    milestones,
    spending: respread(before.spending, parisMonth(startOfDay(today)), endsOn.slice(0, 7)),
  };
}

const least = (one: Day, other: Day): Day => (one < other ? one : other);

/** A phase not passed ends that many days later; one not begun starts as many days later. */
function movedPhase(
  phase: BaselinePhase,
  days: number,
  today: Day,
  passed: readonly number[],
): BaselinePhase {
  if (passed.includes(phase.position)) return phase;
  const startsOn = phase.startsOn <= today ? phase.startsOn : addDays(phase.startsOn, days);
  return { ...phase, startsOn, endsOn: addDays(phase.endsOn, days) };
}

function lowered(before: Baseline, grant: Cents, { funded }: Standing): Baseline {
  if (grant >= before.grant) {
    throw wrong(
      "grant",
      `Le montant doit être inférieur à la subvention en vigueur, ${formatEuros(before.grant)}. Pour une somme supérieure, déposez un nouveau dossier du projet.`,
    );
  }
  if (before.phases.length === 0) {
    if (grant <= 0) throw wrong("grant", "Pour ne rien garder, demandez l’abandon du projet.");
    return { ...before, grant };
  }
  const kept = before.phases.filter(({ position }) => funded.includes(position));
  const rest = before.phases.filter(({ position }) => !funded.includes(position));
  const floor = sum(kept.map((phase) => phase.grant));
  if (grant < floor) {
    throw wrong(
      "grant",
      `Les phases débloquées totalisent ${formatEuros(floor)}\u00A0: le montant ne peut pas être inférieur.`,
    );
  }
  const shares = cut(
    cents(grant - floor),
    rest.map((phase) => phase.grant),
  );
  const phases = before.phases.map((phase) => {
    const index = rest.indexOf(phase);
    return index === -1 ? phase : { ...phase, grant: shares[index] ?? phase.grant };
  });
  return { ...before, grant, phases };
}

/** One thing a change makes different, in words. */
export interface Difference {
  what: string;
  before: string;
  after: string;
}

const listed = (names: readonly string[]) => (names.length > 0 ? names.join(", ") : "Aucune");

/** What differs from one baseline to another, as it is read; months are told by their end alone. */
export function baselineDifference(before: Baseline, after: Baseline): Difference[] {
  const lines: Difference[] = [];
  const add = (what: string, one: string, other: string) => {
    if (one !== other) lines.push({ what, before: one, after: other });
  };
  add("Subvention", formatEuros(before.grant), formatEuros(after.grant));
  add("Fin prévue", formatDay(before.endsOn), formatDay(after.endsOn));
  add("Organisations associées", listed(before.partners), listed(after.partners));
  add(
    "Suspension",
    before.suspendedOn ? `Depuis le ${formatDay(before.suspendedOn)}` : "Aucune",
    after.suspendedOn ? `Depuis le ${formatDay(after.suspendedOn)}` : "Aucune",
  );
  for (const phase of after.phases) {
    const former = before.phases.find(({ position }) => position === phase.position);
    if (!former) continue;
    const name = `Phase ${phase.position}`;
    add(`${name}, part de la subvention`, formatEuros(former.grant), formatEuros(phase.grant));
    add(`${name}, début`, formatDay(former.startsOn), formatDay(phase.startsOn));
    add(`${name}, fin`, formatDay(former.endsOn), formatDay(phase.endsOn));
  }
  if (after.phases.length === 0) {
    after.milestones.forEach(({ name, on }, index) => {
      const former = before.milestones[index];
      if (former) add(`Jalon\u00A0: ${name}`, formatDay(former.on), formatDay(on));
    });
  }
  for (const text of after.scope.slice(before.scope.length)) {
    lines.push({ what: "Périmètre", before: "Comme déposé", after: text });
  }
  return lines;
}

/** What a request proposes, in a few words, whatever became of it. */
export function proposedWords(proposed: Proposed): string {
  switch (proposed.kind) {
    case "delay":
    case "resumption":
      return `Nouvelle fin\u00A0: ${formatDay(proposed.endsOn)}.`;
    case "amount":
      return `Subvention gardée\u00A0: ${formatEuros(proposed.grant)}.`;
    case "scope":
      return `Nouveau périmètre\u00A0: ${proposed.scope}`;
    case "partner":
      return `Organisations associées\u00A0: ${listed(proposed.partners)}.`;
    case "suspension":
      return "Le projet s’arrête jusqu’à sa reprise.";
    case "abandonment":
      return `Part déjà dépensée de la subvention\u00A0: ${formatEuros(proposed.spent)}. Le reste est restitué.`;
  }
}
