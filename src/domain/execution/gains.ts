import type { Severity } from "@/domain/dossier/statuses";

/** How well a gain is proven. */
export const PROOF_LEVELS = ["declared", "measured", "audited"] as const;
export type ProofLevel = (typeof PROOF_LEVELS)[number];

export const PROOF_LABELS: Record<ProofLevel, { label: string; severity: Severity }> = {
  declared: { label: "Déclaré", severity: null },
  measured: { label: "Mesuré", severity: "info" },
  audited: { label: "Audité", severity: "success" },
};

/** Thousandths of a quantity typed `1 250,5`; null when it is not one, is negative or has more than three decimals. */
export function parseQuantity(typed: string): bigint | null {
  const compact = typed.replace(/[\s\u00A0\u202F]/g, "");
  const match = /^(\d{1,15})(?:[.,](\d{1,3}))?$/.exec(compact);
  if (!match) return null;
  return BigInt(match[1] ?? 0) * 1000n + BigInt((match[2] ?? "").padEnd(3, "0"));
}

/** `1 250,5` of thousandths. */
export function formatQuantity(thousandths: bigint): string {
  const whole = (thousandths / 1000n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, "\u202F");
  const decimals = (thousandths % 1000n).toString().padStart(3, "0").replace(/0+$/, "");
  return decimals === "" ? whole : `${whole},${decimals}`;
}
