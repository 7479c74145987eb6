import {
  CHECK_ANSWERS,
  type CheckAnswer,
  SET_ASIDE_MOTIVES,
} from "@/domain/evaluation/admissibility";
import { database } from "@/server/database/client";
import type { DossierPage } from "./dossier";
import { namesOf } from "./names";

/** What was decided of a dossier's admissibility, as the audit line keeps it. */
export interface Admission {
  admitted: boolean;
  by: string;
  at: Date;
  checks: Readonly<Record<string, CheckAnswer>>;
  /** Why it is admissible in spite of a point, or the motive of the setting aside. */
  reason: string | null;
}

/** The admissibility of a dossier the caller has opened; null while nobody has judged it under its present theme. */
export async function readAdmission({ dossier }: DossierPage): Promise<Admission | null> {
  const line = await database().auditLine.findFirst({
    where: { chain: `dossier:${dossier.id}`, action: { in: ["admit", "set-aside", "redirect"] } },
    orderBy: { sequence: "desc" },
  });
  if (!line || line.action === "redirect") return null;
  const facts = line.facts as Record<string, unknown>;
  const name = await namesOf([line.actorId]);
  const motive = SET_ASIDE_MOTIVES.find(({ value }) => value === facts.motive)?.label;
  const checks = typeof facts.checks === "object" && facts.checks !== null ? facts.checks : {};
  return {
    admitted: line.action === "admit",
    by: name(line.actorId),
    at: line.at,
    checks: Object.fromEntries(
      Object.entries(checks).flatMap(([key, answer]) => {
        const known = CHECK_ANSWERS.find((each) => each === answer);
        return known ? [[key, known]] : [];
      }),
    ),
    reason: motive ?? (typeof facts.reason === "string" ? facts.reason : null),
  };
}
