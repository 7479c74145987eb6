import { pathContext, refusal } from "@/domain/dossier/transitions";
import type { ExaminedDossier } from "@/server/examined-dossier";

/** Why nothing can be asked of the carrier now, in French; null when something can. */
export function complementObstacle(
  { status, theme }: Pick<ExaminedDossier, "status" | "theme">,
  { hasDecision, redirectionPending }: { hasDecision: boolean; redirectionPending: boolean },
): string | null {
  if (status === "complement-requested") return "Une demande est déjà ouverte sur ce dossier.";
  const path = pathContext(theme.selection);
  const obstacle = refusal("requestComplement", status, { ...path, redirectionPending });
  if (obstacle !== null && redirectionPending) return obstacle;
  if (obstacle !== null) {
    return "Les compléments se demandent avant l’examen par le jury et avant la décision.";
  }
  return hasDecision
    ? "Une décision est proposée sur ce dossier\u00A0: renvoyez-la à son auteur avant de demander des compléments."
    : null;
}
