import type { Actor } from "@/domain/rights/actor";
import { SAMPLES } from "@/domain/themes/samples";
import type { CarrierKind, ThemeCode } from "@/domain/themes/types";
import { acceptRedirection } from "@/features/redirections/commands/accept-redirection";
import { proposeRedirection } from "@/features/redirections/commands/propose-redirection";
import { database } from "@/server/database/client";
import { type Room, theRoom } from "../../fixtures/jury";
import { anActor, anOrganisation } from "../../fixtures/world";
import { aFiledSample } from "../returns/world";

export const WORDS = {
  reason: "Le projet réunit tous les acteurs d’une politique publique.",
  carrierReason: "Votre projet va au-delà des liaisons entre sites.",
};

/** Two themes: the one that has the dossiers, and the one that is asked. */
export interface TwoThemes {
  from: Room;
  to: Room;
  /** Owns both themes. */
  both: Actor;
}

/** A carrier of the first theme that the second may admit or not, and the people of both. */
export async function twoThemes(
  from: ThemeCode,
  to: ThemeCode,
  kind: CarrierKind = SAMPLES[from].carrier.kind,
): Promise<TwoThemes> {
  const room = await theRoom(from);
  const organisation = await anOrganisation({ kind, ministryId: room.interior.id });
  const both = await anActor(
    room.other,
    { role: "theme-owner", theme: from },
    { role: "theme-owner", theme: to },
  );
  return {
    from: { ...room, carrier: await anActor(organisation) },
    to: await theRoom(to),
    both,
  };
}

/** A dossier of the first theme, filed through the commands. */
export function aFiled({ from }: TwoThemes) {
  return aFiledSample(from, from.call.themeCode as ThemeCode);
}

/** Proposes a dossier to the second theme, by the instructor of the first unless told. */
export async function proposed(
  themes: TwoThemes,
  { id, number }: { id: string; number: string },
  by: Actor = themes.from.instructor,
) {
  await proposeRedirection(by, { number, call: themes.to.call.id, ...WORDS });
  return database().redirection.findFirstOrThrow({
    where: { dossierId: id, status: "proposed" },
  });
}

/** A dossier filed and proposed, with the proposal. */
export async function aProposal(themes: TwoThemes) {
  const dossier = await aFiled(themes);
  const { id: redirection } = await proposed(themes, dossier);
  return { ...dossier, redirection };
}

/** Takes a dossier proposed, as the owner of the second theme unless told. */
export const accept = (
  { to }: TwoThemes,
  { number, redirection }: { number: string; redirection: string },
  by: Actor = to.owner,
) => acceptRedirection(by, { number, redirection });

/** A dossier filed, proposed, and taken by the second theme. */
export async function aRedirected(themes: TwoThemes) {
  const proposal = await aProposal(themes);
  await accept(themes, proposal);
  return database().dossier.findUniqueOrThrow({ where: { id: proposal.id } });
}

export const noticesOf = (dossierId: string, kind: string) =>
  database().notification.findMany({
    where: { dossierId, kind, withdrawnAt: null },
    orderBy: { recipientId: "asc" },
  });
