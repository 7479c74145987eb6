import { database } from "@/server/database/client";

/** The ministries of the portal, by name. */
export function readMinistries(): Promise<{ id: string; name: string }[]> {
  return database().organisation.findMany({
    where: { kind: "ministry" },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
