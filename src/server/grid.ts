import "server-only";
import { weighted } from "@/domain/evaluation/weights";
import { THEMES } from "@/domain/themes/index";
import type { Criterion, ThemeCode } from "@/domain/themes/types";
import { database, type Transaction } from "./database/client";

/** The grid a dossier is scored on: its theme's criteria under the weights of its call. */
export async function readGrid(
  { callId, themeCode }: { callId: string; themeCode: ThemeCode },
  tx: Transaction = database(),
): Promise<readonly Criterion[]> {
  const rows = await tx.callWeight.findMany({ where: { callId } });
  return weighted(
    THEMES[themeCode].criteria,
    new Map(rows.map(({ criterion, weight }) => [criterion, weight])),
  );
}
