import { AsyncLocalStorage } from "node:async_hooks";
import { readCookies } from "@/server/auth/request-cookies";

/** What Next's own `next/headers` reads of the request at hand. */
const requests = new AsyncLocalStorage<Request>();

export function withRequest<Result>(request: Request, work: () => Promise<Result>) {
  return requests.run(request, work);
}

export async function headers(): Promise<Headers> {
  return requests.getStore()?.headers ?? new Headers();
}

export async function cookies() {
  const request = requests.getStore();
  const known: Record<string, string | undefined> = request ? readCookies(request) : {};
  return {
    get: (name: string) => {
      const value = known[name];
      return value === undefined ? undefined : { name, value };
    },
  };
}
