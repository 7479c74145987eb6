import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { type ConfigureCallInput, weightPath } from "../schemas";
import { invalid, onCall, record, requireToCome } from "./kept-call";
import { readPeriod, told } from "./period";

/** Changes a call that is not open yet: afterwards its rules are frozen. */
export function configureCall(actor: Actor, input: ConfigureCallInput): Promise<void> {
  return onCall(actor, input.call, async ({ tx, call, now }) => {
    requireToCome(call, now);
    await tx.call.update({
      where: { id: call.id },
      data: { label: input.label, ...readPeriod(input, now) },
    });
    await record(tx, actor, "call-configured", { callId: call.id, ...told(input) });
  });
}

/**
 * Gives each criterion its weight, before the call opens. Throws `invalid-input` when a criterion of the theme has none;
 * what is not in its grid is not kept.
 */
export function setWeights(
  actor: Actor,
  input: { call: string; weights: Readonly<Record<string, number>> },
): Promise<void> {
  return onCall(actor, input.call, async ({ tx, call, now }) => {
    requireToCome(call, now);
    const { criteria } = THEMES[call.themeCode as ThemeCode];
    const rows = criteria.map(({ key, name }) => {
      const weight = input.weights[key];
      if (weight === undefined) {
        throw invalid(weightPath(key), `«\u00A0${name}\u00A0»\u00A0: donnez un poids de 1 à 100.`);
      }
      return { callId: call.id, criterion: key, weight };
    });
    await tx.callWeight.deleteMany({ where: { callId: call.id } });
    await tx.callWeight.createMany({ data: rows });
    const weights = Object.fromEntries(rows.map(({ criterion, weight }) => [criterion, weight]));
    await record(tx, actor, "weights-set", { callId: call.id, weights });
  });
}
