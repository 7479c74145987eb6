import { DOSSIER_STATUSES, type DossierStatus, statusForCarrier } from "@/domain/dossier/statuses";

/** Steps of the examination itself: told to nobody, whatever was told before. */
const WITHIN: readonly DossierStatus[] = ["heard", "scored", "reserve"];

/** Every status as stored, told or not, and what is shown of it: nothing of a decision before it is told. */
export const SHOWN: readonly { status: DossierStatus; told: boolean; shown: DossierStatus }[] =
  DOSSIER_STATUSES.filter((status) => status !== "draft").flatMap((status) =>
    [false, true].map((told) => ({
      status,
      told,
      shown: statusForCarrier(status, told && !WITHIN.includes(status)),
    })),
  );

/** The states a filed dossier may be shown in, in the order of its life. */
export const SHOWN_STATES: readonly DossierStatus[] = DOSSIER_STATUSES.filter((status) =>
  SHOWN.some(({ shown }) => shown === status),
);
