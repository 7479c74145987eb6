import type { InvitedAccess } from "@/domain/dossier/team";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { associateCarrier } from "@/features/team/commands/co-carriers";
import { addComment } from "@/features/team/commands/comments";
import { acceptInvitation, inviteColleague } from "@/features/team/commands/invitations";
import { database } from "@/server/database/client";
import { invitationToken } from "@/server/invitation-token";
import { type Act, dossierOf, numberOf } from "./acts";
import { french } from "./french";

/** What the people of a dossier do together, by the portal's own commands. */

/** The lead associates the organisation of a person. */
export const associated = (at: string, person: string): Act => ({
  at,
  async perform(stage) {
    const organisationId = stage.actor(person).organisation?.id ?? "";
    const number = await numberOf(stage);
    return associateCarrier(stage.actor(stage.story.carrier), { number, organisationId });
  },
});

/** The lead invites an address; a person of the demonstration by their key. */
export const invited = (at: string, whom: string, access: InvitedAccess): Act => ({
  at,
  async perform(stage) {
    const email = whom.includes("@") ? whom : stage.actor(whom).email;
    const number = await numberOf(stage);
    return inviteColleague(stage.actor(stage.story.carrier), { number, email, access });
  },
});

/** The person opens the link they received, and joins. */
export const joined = (at: string, person: string): Act => ({
  at,
  async perform(stage) {
    const { id } = await dossierOf(stage);
    const { email } = stage.actor(person);
    const invitation = await database().invitation.findFirstOrThrow({
      where: { dossierId: id, email },
    });
    return acceptInvitation(stage.actor(person), { token: invitationToken(invitation) });
  },
});

/** A member of the team writes an answer anew. */
export const rewritten = (at: string, person: string, field: string, value: string): Act => ({
  at,
  async perform(stage) {
    const { id, number } = await dossierOf(stage);
    const current = await database().answer.findUnique({
      where: { dossierId_field: { dossierId: id, field } },
    });
    const baseRevision = current?.revision ?? 0;
    const answers = [{ field, value: french(value), baseRevision }];
    return saveAnswers(stage.actor(person), { number, answers });
  },
});

/** A member says something to the team, on a question or on the whole. */
export const commented = (at: string, person: string, body: string, field = ""): Act => ({
  at,
  async perform(stage) {
    const number = await numberOf(stage);
    return addComment(stage.actor(person), { number, field, body: french(body) });
  },
});
