import type { RedirectionStatus } from "@/domain/dossier/redirection";
import type { Severity } from "@/domain/dossier/statuses";

/** The words and the severity of each state of a proposal. */
export const REDIRECTION_LABELS: Readonly<
  Record<RedirectionStatus, { label: string; severity: Severity }>
> = {
  proposed: { label: "Attend une réponse", severity: "info" },
  accepted: { label: "Accepté, à confirmer par le porteur", severity: "info" },
  declined: { label: "Décliné", severity: null },
  withdrawn: { label: "Proposition retirée", severity: null },
  confirmed: { label: "Confirmé par le porteur", severity: "success" },
};

/** A dossier taken, that its carrier withdrew rather than confirm. */
export const GIVEN_UP = { label: "Retiré par son porteur", severity: null } as const;
