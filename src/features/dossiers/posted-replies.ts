import { z } from "zod";
import { replyField, replyPosition } from "@/domain/dossier/complements";
import { dossierNumber } from "@/domain/dossier/number";
import type { TypedValues } from "@/domain/form-state";
import { revisionName } from "./posted-step-names";
import type { AnswerChange } from "./schemas";

/** Longest text a form posts for one point: beyond what is kept, and said so. */
const posted = z.string().max(20_000);
const revision = z.coerce.number().int().min(0).max(1_000_000).prefault(0);

/** The answers to the points a page shows, each with the revision it was typed on. */
export function postedRepliesSchema(values: TypedValues) {
  const shape: Record<string, z.ZodType> = {};
  for (const name of Object.keys(values)) {
    if (replyPosition(name) === null) continue;
    shape[name] = posted;
    shape[revisionName(name)] = revision;
  }
  return z.object({ number: dossierNumber, ...shape });
}

export type PostedReplies = { number: string } & { [name: string]: unknown };

/** What a posted form changes. */
export function repliesOf(input: PostedReplies): AnswerChange[] {
  return Object.entries(input).flatMap(([name, value]) => {
    const position = replyPosition(name);
    if (position === null) return [];
    const baseRevision = Number(input[revisionName(name)] ?? 0);
    return [{ field: replyField(position), value, baseRevision }];
  });
}
