import "server-only";
import { createHmac } from "node:crypto";
import { environment } from "./environment";

/**
 * The secret of an invitation's link, made of its id and its expiry: nothing of it is stored but its hash, the mail makes
 * it again when it leaves, and an invitation sent again with another expiry has another link. 256 bits, URL-safe.
 */
export function invitationToken(invitation: { id: string; expiresAt: Date }): string {
  const text = `invitation:${invitation.id}:${invitation.expiresAt.toISOString()}`;
  return createHmac("sha256", environment().authSecret).update(text).digest("base64url");
}
