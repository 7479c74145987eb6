import { BusinessError } from "@/domain/errors";
import type { SheetSaved } from "./commands/sheets";

/** A plain form has no panel to show two versions: the typed one stays in the form, with what to do. */
export function savedOrConflict(saved: SheetSaved): SheetSaved {
  if (saved.status === "saved") return saved;
  throw new BusinessError(
    "changed-meanwhile",
    "Cette fiche a été modifiée dans un autre onglet. Votre saisie est gardée ci-dessous\u00A0: copiez ce que vous voulez garder, puis rechargez la page.",
  );
}
