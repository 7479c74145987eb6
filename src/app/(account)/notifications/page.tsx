import type { Metadata } from "next";
import { NoticeList } from "@/features/notifications/components/notice-list";
import { readCursor } from "@/features/notifications/cursor";
import { readMyNotices } from "@/features/notifications/queries/my-notices";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Notifications" };

interface Props {
  searchParams: Promise<{ apres?: string | string[] }>;
}

export default async function NotificationsPage({ searchParams }: Props) {
  const [actor, { apres }] = await Promise.all([
    requireActor(routes.notifications()),
    searchParams,
  ]);
  const after = readCursor(apres);
  const page = await orUnavailable(() => readMyNotices(actor, after));
  return (
    <>
      <PageBreadcrumb current="Notifications" />
      <h1>Notifications</h1>
      <NoticeList page={page} isFirst={after === undefined} />
    </>
  );
}
