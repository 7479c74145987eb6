import type { Day } from "@/domain/calendar";
import type { CallWindow } from "@/domain/funding/calls";
import type { ThemeCode } from "@/domain/themes/types";

/** A call as everybody may read it. */
export interface PublicCall extends CallWindow {
  theme: ThemeCode;
  /** Jury days already set, by month (`2021-01`). */
  juryDays: Readonly<Record<string, Day>>;
}

export interface PublicCalls {
  /** The portal's clock. */
  now: Date;
  /** In the order of the texts. */
  calls: readonly PublicCall[];
}

/** The calls of one theme. */
export function callsOf(all: PublicCalls, theme: ThemeCode): readonly PublicCall[] {
  return all.calls.filter((call) => call.theme === theme);
}
