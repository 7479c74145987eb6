import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { routes } from "@/routes";
import { isPassing } from "./incident";

/**
 * The result of a page's reading; when the database is away, leads to the page that says so (503) and comes back to this
 * address by itself. The address asked for is written on the request by proxy.ts.
 */
export async function orUnavailable<Result>(reading: () => Promise<Result>): Promise<Result> {
  try {
    return await reading();
  } catch (error) {
    if (!isPassing(error)) throw error;
    redirect(routes.unavailable((await headers()).get("x-guichet-path") ?? routes.home()));
  }
}
