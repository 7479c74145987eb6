import type { Metadata } from "next";
import { MemberView } from "@/features/jurors/components/member-view";
import { readJuryMember } from "@/features/jurors/queries/jury";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ code: string; membership: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Membre du jury ${(await params).code.toUpperCase()}` };
}

export default async function JuryMemberPage({ params }: Props) {
  const [actor, { code, membership }] = await Promise.all([requireActor(), params]);
  const { theme, member } = await orUnavailable(() => readJuryMember(actor, code, membership));
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Jurys", href: routes.juries() },
          { label: `Jury ${theme.code}`, href: routes.themeJury(theme.slug) },
        ]}
        current={member.name}
      />
      <h1>{member.name}</h1>
      <MemberView theme={theme} member={member} />
    </>
  );
}
