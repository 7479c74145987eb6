import "server-only";
import { routes } from "@/routes";

/** Any one segment, in place of each parameter of an address. */
const ANY = "*";
/** Parameters of every kind are only written in the address: a word stands for all of them. */
const PARAMETERS = [ANY, ANY, ANY] as never[];

const ADDRESSES: readonly ((...parameters: never[]) => string)[] = Object.values(routes);

const PATTERNS = ADDRESSES.map((address) => {
  const [path = ""] = address(...PARAMETERS).split("?");
  const segments = path.split(ANY).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${segments.join("[^/]+")}$`);
});

/** Whether a page or a handler answers at this path: `routes.ts` names every address of the portal. */
export function isKnownAddress(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}
