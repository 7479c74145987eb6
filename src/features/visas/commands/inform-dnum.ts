import { parisDay } from "@/domain/calendar";
import { mayAskDnum, tacitInstant, visaRule } from "@/domain/dossier/visa";
import { BusinessError, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import type { CarrierKind, ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction } from "@/server/database/client";
import { notify } from "@/server/notifications";
import { dnumAgents } from "@/server/recipients";
import { lockToWrite } from "@/server/team-dossier";
import { concernedMinistry, visaDays, visaStateOf } from "../ministry";
import type { InformDnumInput } from "../schemas";

/**
 * Opens a dossier being written to the DNUM of its ministry: by whoever may file it, since it is the carrier's consent. An information
 * is recorded by this very act; a joint filing waits for the DNUM's own. Asked again after a refusal to file together,
 * the visa is awaited anew. Throws `not-found` where the theme's text asks nothing, `incomplete` for an organisation
 * without known ministry, `already-done` when the DNUM is informed.
 */
export function informDnum(actor: Actor, input: InformDnumInput): Promise<{ number: string }> {
  return inTransaction(async (tx) => {
    const dossier = await lockToWrite(tx, actor, input.number, { part: "dnum", needed: "file" });
    const carrier = await tx.organisation.findUniqueOrThrow({ where: { id: dossier.carrierId } });
    const rule = visaRule(dossier.themeCode as ThemeCode, carrier.kind as CarrierKind);
    if (!rule) throw notFound();
    const ministry = await concernedMinistry(tx, dossier.ministryId ?? carrier.ministryId);
    if (!ministry) {
      throw new BusinessError(
        "incomplete",
        "Le portail ne connaît pas le ministère de votre organisation. Écrivez au contact du portail pour le faire ajouter.",
      );
    }
    const before = await tx.visa.findUnique({ where: { dossierId: dossier.id } });
    if (before && !mayAskDnum(visaStateOf(before))) {
      throw new BusinessError(
        "already-done",
        "La DNUM est déjà informée de ce dossier\u00A0: rien n’a été envoyé une seconde fois.",
      );
    }
    const { requirement } = rule;
    const tacitAt =
      requirement === "information" ? tacitInstant(dossier.now, visaDays(ministry)) : null;
    const asked = {
      requirement,
      ministryId: ministry.id,
      message: input.message,
      requestedById: actor.agentId,
      requestedAt: dossier.now,
      tacitAt,
    };
    const unanswered = { status: "awaited", reason: null, givenById: null, givenAt: null };
    await tx.visa.upsert({
      where: { dossierId: dossier.id },
      create: { dossierId: dossier.id, ...asked },
      update: { ...asked, ...unanswered },
    });
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "inform-dnum",
      facts: {
        requirement,
        ministryId: ministry.id,
        message: input.message,
        tacitAt: tacitAt?.toISOString() ?? null,
      },
    });
    const agents = await dnumAgents(tx, ministry.id);
    await notify(
      tx,
      agents.map((recipientId) => ({
        kind: "visa-requested" as const,
        recipientId,
        dossierId: dossier.id,
        payload: { tacitOn: tacitAt && parisDay(tacitAt) },
      })),
    );
    return { number: dossier.number };
  });
}
