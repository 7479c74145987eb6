import type { ReactNode } from "react";
import { demonstrationDay } from "@/server/demonstration";
import { service } from "@/server/service";
import { PUBLIC_ENTRIES } from "@/ui/navigation";
import { PageFrame } from "@/ui/page-frame";

/** Public pages are prerendered, the same for everybody, and rendered again every minute. */
export const revalidate = 60;

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageFrame
      service={service()}
      entries={PUBLIC_ENTRIES}
      demonstrationDay={await demonstrationDay()}
    >
      {children}
    </PageFrame>
  );
}
