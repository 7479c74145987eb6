import "server-only";
import { randomUUID } from "node:crypto";

interface Stored {
  storageKey: string;
}

/** A key that says nothing of the file, of its dossier nor of its author. */
export const newStorageKey = (): string => randomUUID();

/** Where the bytes of a file are once they have all arrived. */
export const contentKey = ({ storageKey }: Stored): string => `${storageKey}/content`;

/** A new place for bytes that arrive at an offset: two requests never write the same one. */
export const newPieceKey = ({ storageKey }: Stored, offset: number): string =>
  `${storageKey}/pieces/${offset}-${randomUUID()}`;

export const piecesFolder = ({ storageKey }: Stored): string => `${storageKey}/pieces/`;

/** All that the store holds of a file. */
export const contentFolder = ({ storageKey }: Stored): string => `${storageKey}/`;
