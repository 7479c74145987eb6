import { service } from "@/server/service";
import { PUBLIC_ENTRIES } from "@/ui/navigation";
import { PageFrame } from "@/ui/page-frame";
import NotFoundState, { metadata } from "./not-found-state";

export { metadata };

/** An address outside every room. */
export default function NotFound() {
  return (
    <PageFrame service={service()} entries={PUBLIC_ENTRIES}>
      <NotFoundState />
    </PageFrame>
  );
}
