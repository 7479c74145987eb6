import "server-only";
import type { Adapter } from "next-auth/adapters";
import { database } from "../database/client";
import { sha256 } from "../fingerprint";
import { logger } from "../log";
import { agentOfIdentity } from "./admission";
import type { SignInAttempt } from "./attempt";

/**
 * next-auth's adapter on the portal's own tables. Agents and identities are created by the admission, before next-auth
 * asks: here it only finds the account by issuer and subject, and writes the session with the hash of its token.
 *
 * `getSessionAndUser` knows nobody on purpose: next-auth would attach the account of whoever signs in to the person
 * already signed in on a shared computer. Sessions are read by `server/session.ts` alone.
 */
export function portalAdapter(attempt: SignInAttempt): Adapter {
  return {
    async getUserByAccount({ providerAccountId }) {
      const issuer = attempt.claims?.issuer;
      const agent = issuer ? await agentOfIdentity(issuer, providerAccountId) : null;
      return agent && { id: agent.id, email: agent.email, emailVerified: null };
    },
    // An address is not an account: it may change hands.
    getUserByEmail: () => null,
    getUser: () => null,
    getSessionAndUser: () => null,
    createUser: () => refuse("createUser"),
    linkAccount: () => refuse("linkAccount"),
    updateUser: () => refuse("updateUser"),
    async createSession({ sessionToken, userId, expires }) {
      await database().session.create({
        data: {
          tokenHash: sha256(sessionToken),
          agentId: userId,
          idToken: attempt.idToken,
          acr: attempt.claims?.acr ?? null,
          amr: [...(attempt.claims?.amr ?? [])],
          expiresAt: expires,
        },
      });
      logger().info({ event: "signed-in", agentId: userId });
      return { sessionToken, userId, expires };
    },
    // The life of a session is absolute: nothing extends it.
    updateSession: () => null,
    async deleteSession(sessionToken) {
      await database().session.deleteMany({ where: { tokenHash: sha256(sessionToken) } });
    },
  };
}

function refuse(method: string): never {
  throw new Error(`next-auth must not call ${method}: the admission comes first`);
}
