import { database } from "@/server/database/client";

/** Sets the portal's clock: from now on it runs from this instant. Only demonstrations and tests do. */
export async function setPortalClock(instant: string): Promise<void> {
  const value = String(Date.parse(instant) - Date.now());
  await database().setting.upsert({
    where: { key: "clock-offset-ms" },
    create: { key: "clock-offset-ms", value },
    update: { value },
  });
}
