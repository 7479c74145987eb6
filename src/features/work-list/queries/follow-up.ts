import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { ThemeCode } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { instructorsOf, PERSON, personChoice, readPeople, withoutPartIn } from "../instructors";
import { type Choice, readLabels } from "./choices";

/** Who instructs a dossier and the words it is found by, with what the actor may change of them. */
export interface FollowUp {
  number: string;
  assignee: Choice | null;
  /** Whom it may be entrusted to; null when the actor may not. */
  instructors: readonly Choice[] | null;
  labels: readonly string[];
  /** Labels in use; null when the actor may not change them. */
  known: readonly string[] | null;
}

/** Of a dossier already opened through the actor's visibility. */
export async function readFollowUp(
  actor: Actor,
  dossier: { id: string; number: string; themeCode: ThemeCode },
): Promise<FollowUp> {
  const { id, number, themeCode } = dossier;
  const now = await portalNow();
  const [row, instructors, known] = await Promise.all([
    database().dossier.findUniqueOrThrow({
      where: { id },
      select: {
        assignee: PERSON,
        labels: { select: { name: true }, orderBy: { name: "asc" } },
      },
    }),
    may(actor, "assign-instructor", themeCode)
      ? readPeople({ AND: [instructorsOf([themeCode], now), withoutPartIn(id)] })
      : null,
    may(actor, "label-dossier", themeCode) ? readLabels(actor) : null,
  ]);
  const labels = row.labels.map(({ name }) => name);
  return {
    number,
    assignee: row.assignee && personChoice(row.assignee),
    instructors,
    labels,
    known: known?.filter((label) => !labels.includes(label)) ?? null,
  };
}
