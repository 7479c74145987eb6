import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { BusinessError } from "@/domain/errors";
import { routes } from "@/routes";
import { isPassing } from "./incident";

/**
 * The result of a page's reading. What is out of sight is the 404 page. When the database is away, leads to the page that
 * says so (503) and comes back to this address by itself; the address asked for is written on the request by proxy.ts.
 */
export async function orUnavailable<Result>(reading: () => Promise<Result>): Promise<Result> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof BusinessError && error.code === "not-found") notFound();
    if (!isPassing(error)) throw error;
    redirect(routes.unavailable((await headers()).get("x-guichet-path") ?? routes.home()));
  }
}
