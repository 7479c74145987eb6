import { formatDeadline, formatInstant } from "@/domain/calendar";
import { isOpen } from "@/domain/funding/calls";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database, type Transaction } from "@/server/database/client";

type Reader = Pick<Transaction, "call" | "$queryRaw">;

/** What a theme offers to whoever wants to file now. */
export type CallOffer =
  | { state: "open"; call: { id: string; label: string; themeVersion: number }; sentence: string }
  | { state: "closed" | "not-open"; sentence: string };

/**
 * The opening a new dossier of the theme would go to, by the portal's clock: the first to close of those open. Without
 * one, a sentence says since when it is closed or when it opens.
 */
export async function callFor(theme: ThemeCode, reader: Reader = database()): Promise<CallOffer> {
  const now = await portalNow(reader);
  const calls = await reader.call.findMany({
    where: { themeCode: theme },
    orderBy: [{ closesAt: { sort: "asc", nulls: "last" } }, { opensAt: "asc" }],
    include: { version: { select: { formVersion: true } } },
  });
  const open = calls.find((call) => isOpen(call, now));
  if (open) {
    const sentence = open.closesAt
      ? `Dépôt possible jusqu’au ${formatDeadline(open.closesAt, now)}.`
      : "Dépôt possible à tout moment\u00A0: cette ouverture n’a pas de date de fin.";
    // Where a theme has several calls (ITN5), the first step asks which one the amount leads to.
    const named = calls.length > 1 ? `${open.label}. ${sentence}` : sentence;
    return { state: "open", call: open, sentence: named };
  }
  const next = calls.find(({ opensAt }) => opensAt && opensAt > now);
  if (next?.opensAt) {
    return {
      state: "not-open",
      sentence: `${next.label}\u00A0: le dépôt ouvre le ${formatInstant(next.opensAt)}.`,
    };
  }
  const announced = calls.find(({ opensAt }) => !opensAt);
  if (announced) {
    return {
      state: "not-open",
      sentence: `${announced.label}\u00A0: ouverture annoncée pour ${announced.announced ?? "plus tard"}, sans date fixée.`,
    };
  }
  const last = calls.at(-1);
  return {
    state: "closed",
    sentence: last?.closesAt
      ? `${last.label}\u00A0: le dépôt est clos depuis le ${formatInstant(last.closesAt)}.`
      : "Ce thème n’a pas d’ouverture en cours.",
  };
}
