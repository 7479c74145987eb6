import type { Metadata } from "next";
import { JuryView } from "@/features/jurors/components/juries-view";
import { readJury } from "@/features/jurors/queries/jury";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Jury ${(await params).code.toUpperCase()}` };
}

export default async function ThemeJuryPage({ params }: Props) {
  const [actor, { code }] = await Promise.all([requireActor(), params]);
  const jury = await orUnavailable(() => readJury(actor, code));
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "Jurys", href: routes.juries() }]}
        current={`Jury ${jury.theme.code}`}
      />
      <h1>
        Jury {jury.theme.code}, {jury.theme.title}
      </h1>
      <JuryView jury={jury} />
    </>
  );
}
