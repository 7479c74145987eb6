import type { Actor } from "@/domain/rights/actor";
import type { FilingReceipt } from "../filing";
import type { FilingInput } from "../schemas";
import { fileDossier } from "./file-dossier";
import { refileDossier } from "./refile-dossier";

/** Files what a page says it files: a draft, or a dossier that came back. */
export function fileByAct(actor: Actor, { act, ...input }: FilingInput): Promise<FilingReceipt> {
  return act === "file" ? fileDossier(actor, input) : refileDossier(actor, { ...input, act });
}
