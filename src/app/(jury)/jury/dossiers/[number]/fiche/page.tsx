import type { Metadata } from "next";
import { FormerPresentation } from "@/features/jury/components/former-presentation";
import { SheetView } from "@/features/jury/components/sheet-view";
import { readJuryScores, readMySheet } from "@/features/jury/queries/my-sheet";
import { JuryOpinions } from "@/features/opinions/components/opinions-view";
import { readJuryOpinions } from "@/features/opinions/queries/dossier-opinions";
import { routes } from "@/routes";
import { readFiledDossier } from "@/server/filed-dossier";
import { readNewPresentation } from "@/server/filings";
import { readFormerScores } from "@/server/former-scores";
import { requireActor } from "@/server/session";
import { orUnavailable } from "@/server/unavailable";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: Promise<{ number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Fiche de notation – Dossier ${(await params).number}` };
}

export default async function SheetPage({ params }: Props) {
  const [actor, { number }] = await Promise.all([requireActor(), params]);
  const sheet = await orUnavailable(() => readMySheet(actor, number));
  const { dossier, criteria } = sheet;
  const [filed, jury, opinions, compared, scores] = await Promise.all([
    readFiledDossier(dossier.id),
    readJuryScores(actor, sheet),
    readJuryOpinions(actor, dossier.id),
    dossier.presentation > 1 ? readNewPresentation(dossier.id) : null,
    readFormerScores(dossier, criteria),
  ]);
  return (
    <>
      <PageBreadcrumb
        trail={[{ label: "À noter", href: routes.jury() }]}
        current="Fiche de notation"
      />
      <SheetView
        sheet={sheet}
        filed={filed}
        jury={jury}
        agentId={actor.agentId}
        former={compared && <FormerPresentation {...{ number, compared, scores, criteria }} />}
        opinions={<JuryOpinions opinions={opinions} />}
      />
    </>
  );
}
