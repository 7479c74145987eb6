import { BusinessError, notFound } from "@/domain/errors";
import type { Actor, ActorOrganisation } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { themeBySlug } from "@/domain/themes/index";
import type { Theme } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { carrierOf } from "../carrier";
import { callFor } from "../open-calls";
import type { CreateDossierInput } from "../schemas";

/**
 * Starts a draft for the agent's own organisation on the theme's open call, for a new project or one the agent already
 * works on. Sent twice with the same id, returns the first one. Throws `not-open` or `too-late` when no call is open.
 */
export function createDossier(
  actor: Actor,
  input: CreateDossierInput,
): Promise<{ number: string; firstStep: string }> {
  return inTransaction(async (tx) => {
    const theme = themeBySlug(input.theme);
    if (!theme) throw notFound();
    const form = formByTheme(theme.code);
    const firstStep = form?.steps[0]?.key;
    if (!form || !firstStep) {
      throw new BusinessError(
        "not-open",
        "Ce thème ne se dépose pas encore sur le portail. Sa fiche dit à qui s’adresser.",
      );
    }
    const { number } = await startDraft(tx, actor, { ...input, theme });
    return { number, firstStep };
  });
}

/** What a draft starts from: a theme with a form, and its project. */
export interface DraftStart extends Pick<CreateDossierInput, "id" | "projectId" | "title"> {
  theme: Theme;
}

/**
 * Starts a draft in the caller's transaction: its project, its lead, its title, its audit line. `isNew` is false when
 * the id has already made one. Throws as `createDossier`.
 */
export async function startDraft(
  tx: Transaction,
  actor: Actor,
  input: DraftStart,
): Promise<{ id: string; number: string; isNew: boolean }> {
  const { theme } = input;
  const form = formByTheme(theme.code);
  if (!form) throw new Error(`${theme.code} has no form`);
  const { carrier, refusal } = carrierOf(actor);
  if (!carrier) throw new BusinessError("not-allowed", refusal);
  const twin = await tx.dossier.findFirst({
    where: { id: input.id, ...visibleDossiers(actor, "carrier") },
    select: { id: true, number: true },
  });
  if (twin) return { ...twin, isNew: false };

  const offer = await callFor(theme.code, tx);
  if (offer.state !== "open") {
    throw new BusinessError(offer.state === "closed" ? "too-late" : "not-open", offer.sentence);
  }
  if (offer.call.themeVersion !== theme.version) throw new Error("The call has other rules");
  const project = await projectOf(tx, { actor, carrier, input });
  const dossier = await tx.dossier.create({
    data: {
      id: input.id,
      projectId: project.id,
      callId: offer.call.id,
      themeCode: theme.code,
      themeVersion: theme.version,
      formVersion: form.version,
      title: project.title,
      carrierId: carrier.id,
      ministryId: carrier.ministryId,
      members: { create: { agentId: actor.agentId, access: "lead" } },
      answers: {
        create: { field: "title", value: project.title, agentId: actor.agentId },
      },
      revisions: {
        create: { field: "title", revision: 1, value: project.title, agentId: actor.agentId },
      },
    },
    select: { id: true, number: true },
  });
  await recordFact(tx, {
    chain: dossierChain(dossier.id),
    actorId: actor.agentId,
    action: "create-dossier",
    facts: {
      number: dossier.number,
      theme: theme.code,
      themeVersion: theme.version,
      formVersion: form.version,
      carrierId: carrier.id,
      projectId: project.id,
    },
  });
  return { ...dossier, isNew: true };
}

interface ProjectChoice {
  actor: Actor;
  carrier: ActorOrganisation;
  input: Pick<CreateDossierInput, "projectId" | "title">;
}

/** A new project, or one of the carrier's that the agent already works on. */
async function projectOf(tx: Transaction, { actor, carrier, input }: ProjectChoice) {
  if (input.projectId) {
    const project = await tx.project.findFirst({
      where: {
        id: input.projectId,
        organisationId: carrier.id,
        dossiers: { some: visibleDossiers(actor, "carrier") },
      },
    });
    if (!project) throw notFound();
    return project;
  }
  if (!input.title) {
    throw new BusinessError("invalid-input", "Certaines réponses sont à corriger.", [
      {
        path: "title",
        message: "Donnez un nom au projet. Exemple\u00A0: Carte des services de proximité.",
      },
    ]);
  }
  return tx.project.create({ data: { title: input.title, organisationId: carrier.id } });
}
