import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeclineForm } from "@/features/redirections/components/redirection-forms";
import { readReceived } from "@/features/redirections/queries/received";
import { routes } from "@/routes";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

const TITLE = "Décliner le dossier";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${TITLE} – Dossier ${(await params).number}` };
}

export default async function RedirectionDeclinePage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const proposal = await orUnavailable(() => readReceived(actor, number));
  if (!proposal || proposal.own) notFound();
  const { filed } = proposal;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Réorientations", href: routes.redirections() },
          { label: `Dossier ${number}`, href: routes.redirection(number) },
        ]}
        current={TITLE}
      />
      <DossierHeader {...proposal.header} as="p" />
      <h1 className="fr-h3">{TITLE}</h1>
      <p>
        Le dossier reste dans {filed.theme.code}, qui lira votre raison et reprendra son examen. Le
        porteur n’est pas prévenu.
      </p>
      <DeclineForm number={number} redirection={proposal.id} />
    </>
  );
}
