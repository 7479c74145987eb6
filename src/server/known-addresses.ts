import "server-only";
import { routes } from "@/routes";

/** Any one segment, in place of each parameter of an address. */
const ANY = "*";

const PATTERNS = Object.values(routes).map((address: (...parameters: string[]) => string) => {
  const [path = ""] = address(ANY, ANY, ANY).split("?");
  const segments = path.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${segments.join("[^/]+")}$`);
});

/** Whether a page or a handler answers at this path: `routes.ts` names every address of the portal. */
export function isKnownAddress(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}
