import { type Cents, euros, formatAmount } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import type { Theme, ThemeCode } from "@/domain/themes/types";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { startExecution } from "@/features/execution/commands/start-execution";
import { confirmDecision } from "@/features/instruction/commands/confirm-decision";
import { notifyDecision } from "@/features/instruction/commands/notify-decisions";
import { proposeDecision } from "@/features/instruction/commands/propose-decision";
import { database } from "@/server/database/client";
import { type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation, setClock } from "../../fixtures/world";
import { aCarrier, aFilledDraft, theForm } from "../dossiers/filled-draft";

/** Filing, decision and opening of the tests happen on these days. */
export const FILED = "2021-01-20T10:00:00+01:00";
export const DECIDED = "2021-03-01T10:00:00+01:00";
export const OPENED = "2021-05-10T10:00:00+02:00";

/** The people of a theme, a carrier of the kind its sample names, and the DNUM of its ministry. */
export interface Life extends Room {
  theme: Theme;
  /** Second owner of the theme: what one proposes, another answers. */
  otherOwner: Actor;
}

export async function aLife(theme: ThemeCode): Promise<Life> {
  await setClock("2021-01-19T10:00:00+01:00");
  const room = await theRoom(theme, { closesOn: null, total: euros(1_000_000_000) });
  const carrier = await aCarrier(theme);
  const ministryId = carrier.organisation?.ministryId ?? "";
  const ministry = await database().organisation.findUniqueOrThrow({ where: { id: ministryId } });
  const office = await anOrganisation({ kind: "dnum", ministryId });
  return {
    ...room,
    theme: THEMES[theme],
    carrier,
    interior: ministry,
    dnum: await anActor(office, { role: "dnum", ministryId }),
    otherOwner: await anActor(room.other, { role: "theme-owner", theme }),
  };
}

/** A dossier of the theme's sample: filed, awarded and told by the commands, whatever is examined in between. */
export async function anAward(
  life: Life,
  theme: ThemeCode,
  input: { notified?: boolean; grant?: Cents } = {},
) {
  await setClock(FILED);
  const draft = await aFilledDraft(life.carrier, theme);
  await fileDossier(life.carrier, await theForm(draft));
  await setClock(DECIDED);
  const filed = await database().dossier.update({
    where: { id: draft.id },
    data: {
      status: life.theme.selection.scored ? "scored" : "admissible",
      version: { increment: 1 },
    },
  });
  const grant = input.grant ?? (Number(filed.computedGrant) as Cents);
  const { number } = filed;
  const { id: decision } = await proposeDecision(life.instructor, {
    number,
    outcome: "accepted",
    amount: formatAmount(grant),
    motiveCode: grant === Number(filed.computedGrant) ? "meets-criteria" : "meets-in-part",
    motive: "Motif.",
    strengths: "",
    weaknesses: "",
  });
  await confirmDecision(life.chair, { number, decision });
  if (input.notified ?? true) await notifyDecision(life.secretary, { number, decision });
  return { id: filed.id, number, decision, grant };
}
export type Award = Awaited<ReturnType<typeof anAward>>;

/** An award opened to its follow-up on the day its sample plans. */
export async function aProject(life: Life, theme: ThemeCode, input: { grant?: Cents } = {}) {
  const award = await anAward(life, theme, input);
  await setClock(OPENED);
  await startExecution(life.owner, { number: award.number, startsOn: "2021-05-10" });
  return award;
}

/** What one dossier still holds of the envelopes, in cents. */
export async function heldOf(decisionId: string): Promise<number> {
  const [nearest] = await database().ledgerEntry.groupBy({
    by: ["envelopeId"],
    where: { decisionId },
    _sum: { amount: true },
  });
  return Number(nearest?._sum.amount ?? 0n);
}
