import { routes } from "@/routes";

/** A saved view with its filters in the address: it may be shared, whoever saved it. */
export function savedViewAddress(id: string, query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set("enregistree", id);
  return routes.instruction(parameters);
}
