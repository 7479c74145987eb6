import "server-only";
import { cookies } from "next/headers";
import { sessionCookieName } from "./auth/cookies";
import { database } from "./database/client";
import { sha256 } from "./fingerprint";

/** What the frame of every room says of its reader, besides their name. */
export interface AgentFrame {
  /** Notices not read yet. */
  unread: number;
  /** Opinions the reader accepted to give. */
  opinions: number;
  /** Milliseconds before the session ends: its life is absolute, by the wall clock. */
  endsIn: number;
}

/** One statement: a count by its index, and the session's row by its key. */
export async function readAgentFrame(agentId: string): Promise<AgentFrame> {
  const token = (await cookies()).get(sessionCookieName())?.value ?? "";
  const [row] = await database().$queryRaw<AgentFrame[]>`
    SELECT
      (SELECT count(*)::int FROM notification WHERE recipient_id = ${agentId}::uuid AND read_at IS NULL
        AND withdrawn_at IS NULL) AS unread,
      (SELECT count(*)::int FROM expert_opinion WHERE expert_id = ${agentId}::uuid AND status = 'accepted') AS opinions,
      (SELECT (1000 * extract(epoch FROM expires_at - now()))::int FROM session
        WHERE token_hash = ${sha256(token)}) AS "endsIn"`;
  return { unread: row?.unread ?? 0, opinions: row?.opinions ?? 0, endsIn: row?.endsIn ?? 0 };
}
