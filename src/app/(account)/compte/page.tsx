import type { Metadata } from "next";
import { Account } from "@/features/notifications/components/account";
import { readMyAccount } from "@/features/notifications/queries/my-account";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

export const metadata: Metadata = { title: "Mon compte" };

export default async function AccountPage() {
  const actor = await requireActor(routes.account());
  const account = await orUnavailable(() => readMyAccount(actor));
  return (
    <>
      <PageBreadcrumb current="Mon compte" />
      <h1>Mon compte</h1>
      <Account account={account} />
    </>
  );
}
