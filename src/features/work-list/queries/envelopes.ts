import { type Cents, centsFromBigInt } from "@/domain/money";
import { type Actor, themesHeld } from "@/domain/rights/actor";
import { database } from "@/server/database/client";

/** The money of a theme, and what awards have taken of it. */
export interface ThemeEnvelope {
  themeCode: string;
  total: Cents;
  committed: Cents;
}

/** The envelopes of the themes the actor owns, each its theme's whole: the shares of its calls are within. */
export async function readOwnEnvelopes(actor: Actor): Promise<ThemeEnvelope[]> {
  const themes = themesHeld(actor, ["theme-owner"]);
  const rows = await database().envelope.findMany({
    where: {
      themeCode: themes === "all" ? { not: null } : { in: [...themes] },
      OR: [{ parentId: null }, { parent: { themeCode: null } }],
    },
    select: { themeCode: true, total: true, committed: true },
    orderBy: { themeCode: "asc" },
  });
  return rows.map(({ themeCode, total, committed }) => ({
    themeCode: themeCode ?? "",
    total: centsFromBigInt(total),
    committed: centsFromBigInt(committed),
  }));
}
