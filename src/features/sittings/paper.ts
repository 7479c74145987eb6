import { formatDate } from "@/domain/calendar";
import type { DocumentBlock } from "@/domain/evidence/document";
import { documentPdf } from "@/server/pdf/document";
import { onPaper } from "@/server/pdf/paper";

/** The sealed minutes on paper. */
export function minutesPdf(sealed: {
  label: string;
  blocks: readonly DocumentBlock[];
  sealedAt: Date;
}): Uint8Array {
  const { label, blocks, sealedAt } = sealed;
  return documentPdf({
    service: onPaper(),
    title: `Procès-verbal, ${label}`,
    foot: `Procès-verbal scellé le ${formatDate(sealedAt)}`,
    blocks,
    at: sealedAt,
  });
}
