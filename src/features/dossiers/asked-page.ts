import type { Asked } from "@/domain/dossier/asked";
import { routes } from "@/routes";

/** Where the points asked of a dossier that came back are answered. */
export function askedPage({ kind }: Pick<Asked, "kind">, number: string): string {
  return kind === "complement" ? routes.complements(number) : routes.newPresentation(number);
}

/** How those points are called together. */
export const ASKED_TITLES: Readonly<Record<Asked["kind"], string>> = {
  complement: "Les points demandés",
  presentation: "Les attentes de la nouvelle présentation",
};
