import type { Actor } from "@/domain/rights/actor";
import { database, inTransaction } from "@/server/database/client";
import { type FilingKind, type FilingReceipt, fileExactlyOnce, place } from "../filing";
import type { FileDossierInput } from "../schemas";

/** The first filing of a draft. */
const FIRST: FilingKind = {
  act: "file",
  gone: "Ce dossier est déjà déposé. Son récépissé est sur sa page\u00A0: rien n’a été déposé une seconde fois.",
  acknowledgement: "dossier-filed",
  file: (_actor, { state, write }) =>
    state.call.monthlyRounds
      ? inTransaction(async (tx) => place(tx, state, await write(tx)))
      : write(database()),
};

/** Files a draft, exactly once. Throws as `fileExactlyOnce`. */
export function fileDossier(actor: Actor, input: FileDossierInput): Promise<FilingReceipt> {
  return fileExactlyOnce(actor, { ...input, act: "file" }, FIRST);
}
