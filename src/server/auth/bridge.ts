import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";

export interface AuthRequest {
  method: "GET" | "POST";
  /** `["signin", "agentconnect"]` or `["callback", "agentconnect"]`. */
  action: readonly [string, string];
  /** What next-auth may read of the address: the parameters of the provider, nothing a visitor adds. */
  query: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, string>>;
  cookies: Readonly<Record<string, string>>;
}

export interface AuthAnswer {
  location: string | null;
  setCookies: readonly string[];
}

/**
 * Runs next-auth on a request made by the portal. Its handler for the App Router hands the visitor's query to the
 * provider, which refuses unknown parameters, and reads cookies from the framework, out of reach of a test; its older
 * handler takes plain objects. The answer is always a redirection.
 */
export async function runNextAuth(
  request: AuthRequest,
  options: NextAuthOptions,
): Promise<AuthAnswer> {
  const headers = new Map<string, string | readonly string[]>();
  const response = {
    status: () => response,
    setHeader(name: string, value: string | readonly string[]) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => response,
    json: () => response,
    send: () => response,
  };
  const { action, query, body = {}, cookies, method } = request;
  await NextAuth(
    {
      method,
      query: { ...query, nextauth: [...action] },
      body,
      cookies,
      headers: {},
    } as Partial<NextApiRequest> as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  const location = headers.get("location");
  const setCookies = headers.get("set-cookie") ?? [];
  return {
    location: typeof location === "string" ? location : null,
    setCookies: typeof setCookies === "string" ? [setCookies] : setCookies,
  };
}
