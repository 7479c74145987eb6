import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/domain/rights/actor";
import { routes } from "@/routes";
import { sessionCookieName } from "./auth/cookies";
import { findActor } from "./auth/find-actor";
import { database } from "./database/client";
import { sha256 } from "./fingerprint";
import { orUnavailable } from "./unavailable";

/**
 * Who asks, read from the database once per request: the session's row, the agent, the organisation and the roles in
 * force now. Null when nobody is signed in, the session has ended or the account is closed.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findActor(token) : null;
});

/** The id of the session that asks; null when it has ended. */
export async function currentSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const session = await database().session.findUnique({
    where: { tokenHash: sha256(token) },
    select: { id: true },
  });
  return session?.id ?? null;
}

/**
 * Who asks, for a page that needs somebody: leads to sign-in, then back to `returnTo`. An agent without organisation
 * nor role has no room yet and is led to the page that says what happens next.
 */
export async function requireActor(returnTo?: string): Promise<Actor> {
  const actor = await orUnavailable(currentActor);
  if (!actor) redirect(routes.signIn(returnTo ?? (await requestedPath())));
  if (!actor.organisation && actor.grants.length === 0) redirect(routes.unknownOrganisation());
  return actor;
}

/** The address asked for, as the proxy wrote it on the request; undefined when it did not. */
async function requestedPath(): Promise<string | undefined> {
  return (await headers()).get("x-guichet-path") ?? undefined;
}
