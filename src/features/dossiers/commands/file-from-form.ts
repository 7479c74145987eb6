import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import type { FileDossierInput } from "../schemas";
import { fileDossier } from "./file-dossier";

/**
 * Files from the summary's plain form. Returns the page to go to: the receipt, also when the dossier was filed already,
 * else the summary with the code of the refusal. What is not a refusal of the rules is thrown.
 */
export async function fileFromForm(actor: Actor, input: FileDossierInput): Promise<string> {
  try {
    const { number } = await fileDossier(actor, input);
    return routes.receipt(number);
  } catch (error) {
    if (!(error instanceof BusinessError) || error.code === "not-found") throw error;
    return error.code === "already-done"
      ? routes.receipt(input.number)
      : routes.refusedFiling(input.number, error.code);
  }
}
