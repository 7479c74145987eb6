import { z } from "zod";

/** Where a page of notices begins: after that one, among the unread or the read. */
export interface Cursor {
  read: boolean;
  id: string;
}

const written = z.templateLiteral([z.enum(["lue", "non-lue"]), "_", z.uuid()]);

/** A cursor as the address holds it: `non-lue_<id>`. */
export function cursorText({ read, id }: Cursor): string {
  return `${read ? "lue" : "non-lue"}_${id}`;
}

/** The cursor of an address; undefined for none, or for what the portal does not write. */
export function readCursor(text: unknown): Cursor | undefined {
  const [state, id] = written.safeParse(text).data?.split("_") ?? [];
  return state && id ? { read: state === "lue", id } : undefined;
}
