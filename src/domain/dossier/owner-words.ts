import type { Theme } from "@/domain/themes/types";

/** Who acts for a theme, in a sentence: `la DINUM (Mission DATA)`, `la DITP`. */
export function ownerWords({ administration, unit }: Theme["owner"]): string {
  if (administration === null) return "le porteur du thème";
  // The unit of the DITP is the whole of it.
  return administration === "DITP" ? "la DITP" : `la ${administration} (${unit})`;
}
