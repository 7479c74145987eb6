import { z } from "zod";
import type { FileSlot } from "@/domain/themes/file-slots";

const FIELD = /^phase-(\d{1,2})$/;

/** Where the evidence of a phase's milestone is stored among the files of its dossier. */
export function evidenceField(position: number): string {
  return `phase-${position}`;
}

/** The phase whose milestone a file proves; null for a file of the dossier's form. */
export function evidencePosition(field: string): number | null {
  const match = FIELD.exec(field);
  return match ? Number(match[1]) : null;
}

/** The question that the evidence of a phase answers. */
export function evidenceSlot(position: number): FileSlot {
  return {
    field: evidenceField(position),
    label: "Pièces qui prouvent le jalon",
    hint: "Par exemple un rapport d’audit, des statistiques d’usage ou un procès-verbal de recette.",
  };
}

/** A piece of evidence as the proposal of a milestone names it. */
export const evidenceSchema = z.array(
  z.object({ id: z.uuid(), name: z.string(), size: z.number(), sha256: z.string() }),
);
