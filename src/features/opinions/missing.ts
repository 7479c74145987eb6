import type { FieldError } from "@/domain/errors";

/** What is missing before handing in. */
export function missingInOpinion(opinion: { choice: string | null; text: string }): FieldError[] {
  const missing: FieldError[] = [];
  if (opinion.choice === null) {
    missing.push({ path: "choice", message: "Choisissez le sens de votre avis." });
  }
  if (opinion.text.trim() === "") {
    missing.push({ path: "text", message: "Écrivez votre avis en une phrase au moins." });
  }
  return missing;
}
