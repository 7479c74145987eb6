import { type Day, formatMonth, parisDay } from "@/domain/calendar";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { rolesWith } from "@/domain/rights/permissions";
import { proposedDay } from "@/domain/sitting/calendar";
import { THEMES } from "@/domain/themes/index";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";

/** A sitting that dossiers wait for and that nobody prepares, with the day the theme's rhythm proposes. */
export interface SessionProposal {
  call: string;
  /** Empty where the call has no rounds. */
  round: string;
  label: string;
  themeCode: string;
  dossiers: number;
  day: Day;
  reason: string;
  today: Day;
}

/** Themes whose path has a jury. */
const JUDGED = Object.values(THEMES)
  .filter(({ selection }) => selection.scored)
  .map(({ code }) => code);

/** The sittings to open on the themes whose sessions the actor prepares, nearest day first. */
export async function readProposals(actor: Actor): Promise<SessionProposal[]> {
  const themes = themesHeld(actor, rolesWith("prepare-session"));
  const prepared = themes === "all" ? JUDGED : JUDGED.filter((code) => themes.includes(code));
  if (prepared.length === 0) return [];
  const waiting = await database().dossier.groupBy({
    by: ["callId", "roundId"],
    where: {
      AND: [
        visibleDossiers(actor, "instruction"),
        { status: "admissible", themeCode: { in: [...prepared] } },
      ],
    },
    _count: true,
    _min: { filedAt: true },
  });
  const [calls, now] = await Promise.all([
    database().call.findMany({
      where: { id: { in: waiting.map(({ callId }) => callId) } },
      include: {
        rounds: { select: { id: true, month: true } },
        sessions: {
          where: { openedAt: null, status: { not: "closed" } },
          select: { roundId: true },
        },
      },
    }),
    portalNow(),
  ]);
  const today = parisDay(now);
  return waiting
    .flatMap(({ callId, roundId, _count, _min }): SessionProposal[] => {
      const call = calls.find(({ id }) => id === callId);
      if (!call || call.sessions.some((each) => each.roundId === roundId)) return [];
      const month = call.rounds.find(({ id }) => id === roundId)?.month ?? null;
      const proposed = proposedDay(
        {
          month,
          closesOn: call.closesAt && parisDay(call.closesAt),
          waitingSince: _min.filedAt && parisDay(_min.filedAt),
        },
        today,
      );
      if (!proposed) return [];
      const label = month ? `${call.label}, jury de ${formatMonth(month)}` : call.label;
      return [
        {
          call: callId,
          round: roundId ?? "",
          label,
          themeCode: call.themeCode,
          dossiers: _count,
          ...proposed,
          today,
        },
      ];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.label.localeCompare(b.label, "fr"));
}
