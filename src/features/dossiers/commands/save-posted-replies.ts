import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { type PostedReplies, repliesOf } from "../posted-replies";
import { saveReplies } from "./save-replies";
import { errorOfAnswer } from "./save-step";

/**
 * Saves the answers to the points asked as a plain form posts them. What can be saved is; then a conflict, or a text
 * that cannot be kept, is thrown as `invalid-input` beside its field, so that the form comes back with what was typed.
 */
export async function savePostedReplies(
  actor: Actor,
  input: PostedReplies,
): Promise<{ number: string }> {
  const { number } = input;
  const changes = repliesOf(input);
  const { answers } = await saveReplies(actor, { number, answers: changes });
  const errors = answers.flatMap(errorOfAnswer);
  if (errors.length > 0) {
    throw new BusinessError("invalid-input", "Certaines réponses sont à corriger.", errors);
  }
  return { number };
}
