import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import type { FilingInput } from "../schemas";
import { fileByAct } from "./file-by-act";

/**
 * Files from the summary's plain form. Returns the page to go to: the receipt, also when the dossier was filed already,
 * else the summary with the code of the refusal. What is not a refusal of the rules is thrown.
 */
export async function fileFromForm(actor: Actor, input: FilingInput): Promise<string> {
  try {
    const { number } = await fileByAct(actor, input);
    return routes.receipt(number);
  } catch (error) {
    if (!(error instanceof BusinessError) || error.code === "not-found") throw error;
    if (error.code !== "already-done") return routes.refusedFiling(input.number, error.code);
    // Filed already; or no longer in the carrier's hands: its own page says where it is.
    return input.act === "file" ? routes.receipt(input.number) : routes.dossier(input.number);
  }
}
