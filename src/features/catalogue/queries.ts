import "server-only";
import { cache } from "react";
import { parisDay } from "@/domain/calendar";
import { windowOf } from "@/domain/funding/calls";
import { THEMES } from "@/domain/themes/index";
import { THEME_CODES } from "@/domain/themes/types";
import type { PublicCall, PublicCalls } from "@/features/catalogue/public-calls";
import { isBuilding } from "@/server/building";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { isPassing } from "@/server/incident";

/**
 * Every call of every theme as its owner has opened it, and the portal's time: three queries, whatever the number of
 * themes. Pages built before there is a database show the calls the texts publish, until their first revalidation;
 * afterwards an absent database is an error, and Next keeps serving the former page.
 */
export const publicCalls = cache(async (): Promise<PublicCalls> => {
  if (isBuilding() && !process.env.DATABASE_URL) return publishedCalls(new Date());
  try {
    return await recordedCalls();
  } catch (error) {
    if (isBuilding() && isPassing(error)) return publishedCalls(new Date());
    throw error;
  }
});

async function recordedCalls(): Promise<PublicCalls> {
  const now = await portalNow();
  const rows = await database().call.findMany({
    select: {
      themeCode: true,
      key: true,
      kind: true,
      label: true,
      opensAt: true,
      closesAt: true,
      announced: true,
      monthlyRounds: true,
      rounds: { select: { month: true, juryOn: true } },
    },
  });
  const calls = rows.flatMap(({ themeCode, kind, rounds, ...row }): PublicCall[] => {
    const theme = THEME_CODES.find((code) => code === themeCode);
    if (!theme) return [];
    const juryDays = Object.fromEntries(
      rounds.map(({ month, juryOn }) => [month, parisDay(juryOn)]),
    );
    return [{ ...row, theme, kind: kind === "aap" ? "aap" : "guichet", juryDays }];
  });
  return { now, calls: calls.sort(inOrderOfTheTexts) };
}

function publishedCalls(now: Date): PublicCalls {
  const calls = THEME_CODES.flatMap((theme) =>
    THEMES[theme].calls.map((call) => ({ ...windowOf(call), theme, juryDays: {} })),
  );
  return { now, calls };
}

function inOrderOfTheTexts(a: PublicCall, b: PublicCall): number {
  const place = (call: PublicCall) => {
    const published = THEMES[call.theme].calls.findIndex(({ key }) => key === call.key);
    return published === -1 ? Number.MAX_SAFE_INTEGER : published;
  };
  return (
    THEME_CODES.indexOf(a.theme) - THEME_CODES.indexOf(b.theme) ||
    place(a) - place(b) ||
    (a.opensAt?.getTime() ?? 0) - (b.opensAt?.getTime() ?? 0)
  );
}
