import { randomUUID } from "node:crypto";
import type { DossierStatus } from "@/domain/dossier/statuses";
import type { Actor } from "@/domain/rights/actor";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { fileDossier } from "@/features/dossiers/commands/file-dossier";
import { type RefilingAct, refileDossier } from "@/features/dossiers/commands/refile-dossier";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import { database } from "@/server/database/client";
import { type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation } from "../../fixtures/world";
import { aFilledDraft, theForm } from "../dossiers/filled-draft";

/** A theme's room whose carrier is of the kind its sample names. */
export async function aReturningRoom(
  theme: ThemeCode,
  call?: Parameters<typeof theRoom>[1],
): Promise<Room> {
  const room = await theRoom(theme, call);
  const { kind } = SAMPLES[theme].carrier;
  const organisation = await anOrganisation({ kind, ministryId: room.interior.id });
  return { ...room, carrier: await anActor(organisation) };
}

/** The sample of a theme filed by the room's carrier, through the commands. */
export async function aFiledSample(room: Room, theme: ThemeCode) {
  const draft = await aFilledDraft(room.carrier, theme);
  await fileDossier(room.carrier, await theForm(draft));
  return database().dossier.findUniqueOrThrow({ where: { id: draft.id } });
}

/** What the review page of a dossier that came back would post now. */
export async function theReturn(
  dossier: { id: string; number: string },
  act: RefilingAct,
  key: string = randomUUID(),
) {
  const content = contentFingerprint(await readDraft(dossier.id));
  return { act, key, number: dossier.number, content, reread: "oui" };
}

/** Files a dossier that came back as it is now. */
export async function refiled(
  actor: Actor,
  dossier: { id: string; number: string },
  act: RefilingAct,
) {
  return refileDossier(actor, await theReturn(dossier, act));
}

export const dossierNow = (id: string) => database().dossier.findUniqueOrThrow({ where: { id } });

/** The filings of a dossier, the first one first. */
export const filingsOf = (dossierId: string) =>
  database().filing.findMany({ where: { dossierId }, orderBy: { version: "asc" } });

/** The current answer to a question, with its revision; undefined when there is none. */
export async function answerNow(dossierId: string, field: string) {
  const row = await database().answer.findUnique({
    where: { dossierId_field: { dossierId, field } },
  });
  return row && { value: row.value, revision: row.revision };
}

/** Writes an answer over the one in place. */
export async function overRevision(dossierId: string, field: string, value: unknown) {
  const current = await answerNow(dossierId, field);
  return { field, value, baseRevision: current?.revision ?? 0 };
}

/** A dossier taken to a status without its commands, for what starts in the middle. */
export function moved(id: string, status: DossierStatus) {
  return database().dossier.update({
    where: { id },
    data: { status, version: { increment: 1 } },
  });
}
