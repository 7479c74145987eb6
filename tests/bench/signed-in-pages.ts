import { pinned } from "@/domain/themes/pinned";
import type { FormStep } from "@/domain/themes/types";
import { routes } from "@/routes";
import { database } from "@/server/database/client";
import type { LoadedPage } from "./first-load";
import { cookieOf } from "./volume";

/** A page of each room, as a person of the demonstration reads it. */
export async function signedInPages(origin: string): Promise<LoadedPage[]> {
  const carrier = await cookieOf("camille.verdier@");
  const owner = await cookieOf("helene.sabatier@");
  const juror = await cookieOf("thomas.aubertin@");
  const dnum = await cookieOf("sarah.benhamou@");
  const administrator = await cookieOf("karim.delmas@");
  const draft = await database().dossier.findFirstOrThrow({
    where: { status: "draft", members: { some: { agentId: carrier.agentId } } },
  });
  const filed = await database().dossier.findFirstOrThrow({
    where: { themeCode: "ITN3", filedAt: { not: null } },
  });
  const entrusted = await database().jurorAssignment.findFirstOrThrow({
    where: { jurorId: juror.agentId, status: "assigned" },
    select: { dossier: { select: { number: true } } },
  });
  const page = (name: string, path: string, { cookie }: { cookie: string }): LoadedPage => ({
    name,
    url: new URL(path, origin).href,
    cookie,
  });
  const { number } = draft;
  const { steps } = pinned(draft).form;
  const step = (kind: FormStep["kind"]) =>
    routes.step(number, steps.find((one) => one.kind === kind)?.key ?? "");
  return [
    page("mes dossiers", routes.dossiers(), carrier),
    page("étape, questions", step("fields"), carrier),
    page("étape, plan de financement", step("plan"), carrier),
    page("ce qui manque", routes.missing(number), carrier),
    page("récapitulatif et dépôt", routes.summary(number), carrier),
    page("équipe", routes.team(number), carrier),
    page("instruction, liste", routes.instruction(), owner),
    page("instruction, dossier", routes.instructionDossier(filed.number), owner),
    page("jury, fiche de notation", routes.sheet(entrusted.dossier.number), juror),
    page("ministère, portefeuille", routes.ministry(), dnum),
    page("administration, rôles", routes.administrationRoles(), administrator),
    page("notifications", routes.notifications(), carrier),
  ];
}
