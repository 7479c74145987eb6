import { TooManyRequests } from "@/domain/errors";
import { typedFingerprint } from "@/domain/evidence/document";
import { consume, type RateLimit } from "@/server/rate-limit";
import { findSeal, type SealedKind } from "@/server/seals";

/** A person types a few fingerprints; a machine that tries them all finds this first. */
const VERIFICATIONS: RateLimit = { name: "verification", points: 30, seconds: 60 };

export type Verification =
  | { state: "nothing-asked" }
  /** What was typed is no fingerprint. */
  | { state: "not-a-fingerprint" }
  | { state: "too-many"; retryAfter: number }
  | { state: "authentic"; kind: SealedKind; at: Date; fingerprint: string }
  | { state: "unknown"; fingerprint: string };

/** Says whether the portal gave a fingerprint, to what kind of document and when: never anything of what it says. */
export async function verify(typed: string, caller: string): Promise<Verification> {
  if (typed.trim() === "") return { state: "nothing-asked" };
  try {
    await consume(VERIFICATIONS, caller);
  } catch (error) {
    if (error instanceof TooManyRequests) {
      return { state: "too-many", retryAfter: error.retryAfter };
    }
    throw error;
  }
  const fingerprint = typedFingerprint(typed);
  if (fingerprint === null) return { state: "not-a-fingerprint" };
  const seal = await findSeal(fingerprint);
  return seal ? { state: "authentic", fingerprint, ...seal } : { state: "unknown", fingerprint };
}
