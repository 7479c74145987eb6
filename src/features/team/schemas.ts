import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";
import { INVITED_ACCESSES } from "@/domain/dossier/team";
import { text } from "@/domain/text";

/** What enters the room of a dossier's team, one schema per command. */

const access = z.enum(INVITED_ACCESSES, { error: "Choisissez ce que la personne pourra faire." });
const agentId = z.uuid({ error: "Rechargez la page, puis recommencez." });

export const inviteSchema = z.object({
  number: dossierNumber,
  email: z
    .string()
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(
      z
        .email({
          error:
            "Écrivez une adresse de messagerie complète, par exemple prenom.nom@ministere.gouv.fr.",
        })
        .max(254, { error: "Cette adresse est trop longue\u00A0: vérifiez-la." }),
    ),
  access,
});
export type InviteInput = z.output<typeof inviteSchema>;

export const invitationSchema = z.object({
  number: dossierNumber,
  invitationId: z.uuid({ error: "Rechargez la page, puis recommencez." }),
});
export type InvitationInput = z.output<typeof invitationSchema>;

/** Any text: a wrong token is told by its page, not by its form. */
export const acceptInvitationSchema = z.object({ token: z.string().max(200) });

export const changeAccessSchema = z.object({ number: dossierNumber, agentId, access });
export type ChangeAccessInput = z.output<typeof changeAccessSchema>;

export const memberSchema = z.object({ number: dossierNumber, agentId });
export type MemberInput = z.output<typeof memberSchema>;

export const leaveTeamSchema = z.object({ number: dossierNumber });
export type LeaveTeamInput = z.output<typeof leaveTeamSchema>;

export const coCarrierSchema = z.object({
  number: dossierNumber,
  organisationId: z.uuid({ error: "Rechargez la page, puis recommencez." }),
});
export type CoCarrierInput = z.output<typeof coCarrierSchema>;

/** Longest comment, in characters. */
export const COMMENT_LENGTH = 4000;

export const addCommentSchema = z.object({
  number: dossierNumber,
  /** Empty for the whole dossier. */
  field: z.string().regex(/^(?:[A-Za-z][A-Za-z0-9]{0,59})?$/, {
    error: "Choisissez une question de la liste.",
  }),
  body: text(COMMENT_LENGTH).refine((value) => value !== "", {
    error: "Écrivez votre commentaire.",
  }),
});
export type AddCommentInput = z.output<typeof addCommentSchema>;

export const removeCommentSchema = z.object({
  number: dossierNumber,
  commentId: z.uuid({ error: "Rechargez la page, puis recommencez." }),
});
export type RemoveCommentInput = z.output<typeof removeCommentSchema>;

/** What a step page says every twenty seconds. */
export const presenceSchema = z.strictObject({ step: z.string().regex(/^[a-z0-9-]{1,60}$/) });
