import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import { type Actor, holds, type Role } from "@/domain/rights/actor";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";
import { Prisma } from "./database/generated/client";

interface NoticeNature {
  /** Names the kind among the preferences of the account. */
  label: string;
  /** Its mail proves a right, opens a delay or gives access: nobody may refuse it. */
  compulsory?: true;
  /** Told to those who hold one of these roles alone; absent, to whoever carries a project, is invited or is asked. */
  roles?: readonly Role[];
  /** Told to a member of the jury as such: taken back from whoever is recused, of the dossier's team or not. */
  jury?: true;
  /** Told to the DNUM of the carrier's ministry as such: kept by an agent of it who is recused as a juror. */
  dnum?: true;
  /** Told to an expert as such: taken back with the request. */
  expert?: true;
}

const EXAMINERS: readonly Role[] = ["theme-owner", "instructor", "secretary", "chair"];
const JURY: readonly Role[] = ["juror", "chair", "secretary"];
const DNUM: readonly Role[] = ["dnum"];
const CREDITS: readonly Role[] = ["dnum", "bop-manager"];
const OWNERS: readonly Role[] = ["theme-owner"];

/** One kind per fact worth telling. A new kind needs its words in `server/mail/templates/`. */
const NATURES = {
  "dossier-filed": { label: "Récépissé d’un dépôt", compulsory: true },
  "dossier-refiled": { label: "Récépissé d’un envoi sur un dossier revenu", compulsory: true },
  "dossier-came-back": {
    label: "Dossier complété, confirmé ou présenté à nouveau",
    roles: EXAMINERS,
  },
  "complement-requested": { label: "Demande de compléments", compulsory: true },
  "complement-reminder-3": { label: "Rappel trois jours avant la fin d’un délai de réponse" },
  "complement-reminder-1": { label: "Rappel la veille de la fin d’un délai de réponse" },
  "complement-closed": { label: "Examen repris sans attendre vos compléments", compulsory: true },
  "dossier-assigned": { label: "Dossier confié à votre instruction", roles: EXAMINERS },
  "dossiers-assigned": { label: "Plusieurs dossiers confiés en une fois", roles: EXAMINERS },
  "message-from-carrier": { label: "Message d’un porteur", roles: EXAMINERS },
  "message-from-instruction": { label: "Message de l’instruction sur un de vos dossiers" },
  "complement-overdue": {
    label: "Compléments non reçus dans le délai, pour l’instruction",
    roles: EXAMINERS,
  },
  "dossier-set-aside": { label: "Dossier écarté avant le jury", compulsory: true },
  "redirection-proposed": { label: "Dossier proposé à un de vos thèmes" },
  "redirection-answered": { label: "Réponse d’un thème à un dossier proposé" },
  "dossier-redirected": { label: "Dossier réorienté vers un autre thème", compulsory: true },
  "dossier-redirected-dnum": {
    label: "Dossier de votre ministère réorienté, pour la DNUM",
    dnum: true,
  },
  "decision-notified": { label: "Décision sur un dossier", compulsory: true },
  "execution-opened": { label: "Ouverture du suivi d’un projet accepté", compulsory: true },
  "execution-opened-dnum": {
    label: "Projet accepté de votre ministère, suivi ouvert",
    dnum: true,
    roles: DNUM,
  },
  "crossing-proposed": { label: "Jalon de phase proposé par un porteur", roles: EXAMINERS },
  "phase-released": { label: "Jalon de phase accepté", compulsory: true },
  "phase-withheld": { label: "Jalon de phase non accepté", compulsory: true },
  "duty-reminder": { label: "Rappel avant l’échéance d’un compte rendu ou d’un engagement" },
  "duty-overdue": {
    label: "Compte rendu ou engagement en retard, pour le thème",
    roles: EXAMINERS,
  },
  "duty-overdue-dnum": {
    label: "Compte rendu ou engagement en retard, pour la DNUM",
    dnum: true,
    roles: DNUM,
  },
  "report-help": { label: "Projet qui demande un appui, pour le thème", roles: EXAMINERS },
  "report-help-dnum": {
    label: "Projet qui demande un appui, pour la DNUM",
    dnum: true,
    roles: DNUM,
  },
  "change-requested": { label: "Modification de projet demandée par un porteur", roles: EXAMINERS },
  "change-answered": { label: "Réponse à une demande de modification", compulsory: true },
  "closing-asked": { label: "Clôture de projet demandée par un porteur", roles: EXAMINERS },
  "execution-closed": { label: "Clôture d’un projet", compulsory: true },
  "execution-closed-dnum": {
    label: "Projet de votre ministère clos",
    dnum: true,
    roles: DNUM,
  },
  "draft-unused": { label: "Brouillon inactif, avant son expiration", compulsory: true },
  "draft-expiring": { label: "Dernier avis avant l’expiration d’un brouillon", compulsory: true },
  "draft-expired": { label: "Brouillon expiré", compulsory: true },
  "reminder-7": { label: "Rappel sept jours avant la clôture d’une ouverture" },
  "reminder-1": { label: "Rappel la veille de la clôture d’une ouverture" },
  "arbitration-submitted": {
    label: "Liste soumise à l’arbitrage du ministre",
    compulsory: true,
    roles: ["chair"],
  },
  "reserve-reached": { label: "Crédits libérés pour un dossier en réserve" },
  "appeal-filed": { label: "Recours formé par un porteur", compulsory: true, roles: EXAMINERS },
  "appeal-registered": { label: "Recours en cours d’examen", compulsory: true },
  "appeal-decided": { label: "Réponse à un recours", compulsory: true },
  "jury-invited": { label: "Invitation dans un jury", compulsory: true },
  "jury-answered": { label: "Réponse à une invitation dans un jury", roles: EXAMINERS },
  "jury-ended": { label: "Fin de mandat dans un jury", compulsory: true, roles: JURY },
  "juror-assigned": { label: "Dossier à noter", jury: true, roles: JURY },
  "juror-released": { label: "Dossier à noter repris", compulsory: true, roles: JURY },
  "juror-stepped-aside": { label: "Déport ou abstention d’un juré", roles: EXAMINERS },
  "opinion-requested": { label: "Avis d’expert demandé", compulsory: true, expert: true },
  "opinion-reminder": { label: "Rappel avant l’échéance d’un avis", expert: true },
  "opinion-late": { label: "Avis en retard", expert: true },
  "opinion-revoked": { label: "Demande d’avis retirée", compulsory: true },
  "opinion-given": { label: "Avis d’expert remis", roles: EXAMINERS },
  "opinion-declined": { label: "Avis d’expert décliné ou écarté", roles: EXAMINERS },
  "opinion-overdue": { label: "Avis d’expert attendu, échéance passée", roles: EXAMINERS },
  "file-infected": { label: "Fichier infecté dans un dossier", compulsory: true },
  "organisation-attached": { label: "Rattachement à une organisation" },
  "role-delegated": { label: "Délégation d’un rôle de DNUM, pour qui la reçoit", compulsory: true },
  "delegation-ended": { label: "Fin d’une délégation de DNUM", compulsory: true },
  invitation: { label: "Invitation dans une équipe", compulsory: true },
  "invitation-accepted": { label: "Invitation acceptée" },
  "member-removed": { label: "Fin de votre accès à un dossier" },
  "lead-transferred": { label: "Changement de responsable d’un dossier" },
  "access-restored": { label: "Responsable nommé par un administrateur", compulsory: true },
  "dossier-commented": { label: "Commentaire de l’équipe d’un dossier" },
  "visa-requested": {
    label: "Dossier présenté à la DNUM",
    compulsory: true,
    dnum: true,
    roles: DNUM,
  },
  "visa-lapsed": {
    label: "Fin du délai de réponse de la DNUM, pour ses agents",
    dnum: true,
    roles: DNUM,
  },
  "visa-given": { label: "Réponse de la DNUM à un dossier" },
  "visa-tacit": { label: "Fin du délai de réponse de la DNUM, pour l’équipe du dossier" },
  "session-convened": { label: "Convocation à une séance de jury", compulsory: true, roles: JURY },
  "hearing-offered": { label: "Créneau d’audition proposé", compulsory: true },
  "hearing-cancelled": { label: "Audition retirée de l’ordre du jour", compulsory: true },
  "hearing-question": { label: "Question du jury avant une audition", compulsory: true },
  "hearing-refused": { label: "Créneau d’audition refusé par un porteur", roles: EXAMINERS },
  "hearing-answered": { label: "Réponse écrite d’un porteur avant son audition", roles: EXAMINERS },
  "sheet-reminder": { label: "Rappel d’une fiche de notation à remettre", jury: true, roles: JURY },
  "minutes-to-sign": { label: "Procès-verbal à signer", roles: EXAMINERS },
  "credits-proposed": {
    label: "Mouvement de crédits à confirmer",
    compulsory: true,
    dnum: true,
    roles: CREDITS,
  },
  "credits-answered": {
    label: "Réponse à un mouvement de crédits que vous avez proposé",
    dnum: true,
    roles: CREDITS,
  },
  "credits-dormant": { label: "Crédits dormants de votre ministère", dnum: true, roles: DNUM },
  "credits-asleep": { label: "Crédits dormants d’un dossier de vos thèmes", roles: OWNERS },
  "credits-returned": { label: "Crédits rendus par un dossier de vos thèmes", roles: OWNERS },
} as const satisfies Record<string, NoticeNature>;

export type NoticeKind = keyof typeof NATURES;
export const NOTICE_KINDS = Object.keys(NATURES) as readonly NoticeKind[];

/** How a kind is called, and whether its mail may be refused. */
export function natureOf(kind: NoticeKind): NoticeNature {
  return NATURES[kind];
}

/** The kinds an actor may be told of by their roles: the others are no choice of theirs. */
export function kindsFor(actor: Actor): NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => {
    const { roles } = natureOf(kind);
    return roles === undefined || roles.some((role) => holds(actor, role));
  });
}

/** An agent, whose address is read when the mail leaves; or an address that has no account yet. */
type Recipient =
  | { recipientId: string; address?: undefined }
  | { recipientId?: undefined; address: string };

export type Notice = Recipient & {
  kind: NoticeKind;
  dossierId?: string;
  payload?: JsonObject;
  /** Told once whatever happens: a second notice with the same key is dropped. */
  onceKey?: string;
};

/**
 * Tells facts to people, in the transaction of the fact: a line of their notification centre, and a mail that the worker
 * sends unless they refused those of its kind. They exist if and only if the fact is kept.
 */
export async function notify(tx: Transaction, notices: readonly Notice[]): Promise<void> {
  if (notices.length > 0) await tx.$executeRaw`${told(notices)}`;
}

/**
 * The same as a part of the statement that writes the fact; nothing is told unless `condition` holds. Whoever is recused
 * from the dossier told receives nothing, unless they are of its team or told as the DNUM.
 */
export function told(
  notices: readonly Notice[],
  condition: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const rows = notices.map((notice) => ({
    ...notice,
    compulsory: natureOf(notice.kind).compulsory ?? false,
    dnum: natureOf(notice.kind).dnum ?? false,
  }));
  return Prisma.sql`
    INSERT INTO notification (id, kind, recipient_id, address, dossier_id, payload, once_key, by_mail)
    SELECT uuidv7(), kind, "recipientId", address, "dossierId", coalesce(payload, '{}'), "onceKey",
      compulsory OR NOT EXISTS (
        SELECT FROM mail_refusal WHERE agent_id = "recipientId" AND mail_refusal.kind = notice.kind)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS notice (kind text, "recipientId" uuid, address text,
      "dossierId" uuid, payload jsonb, "onceKey" text, compulsory boolean, dnum boolean)
    WHERE ${condition} AND (
      dnum OR NOT EXISTS (
        SELECT FROM juror_assignment
        WHERE status = 'recused' AND dossier_id = "dossierId" AND juror_id = "recipientId")
      OR EXISTS (
        SELECT FROM dossier_member WHERE dossier_id = "dossierId" AND agent_id = "recipientId"))
    ON CONFLICT DO NOTHING`;
}

const JURY_KINDS = NOTICE_KINDS.filter((kind) => natureOf(kind).jury);
const ALL_BUT_DNUM_KINDS = NOTICE_KINDS.filter((kind) => !natureOf(kind).dnum);

/**
 * Takes back what a person was told of a dossier they are recused from: no line of their centre, and no mail that has
 * not left yet. A member of its team keeps what the team was told.
 */
export async function withdrawNotices(
  tx: Transaction,
  { recipientId, dossierId }: { recipientId: string; dossierId: string },
): Promise<void> {
  const isOfTeam =
    (await tx.dossierMember.count({ where: { dossierId, agentId: recipientId } })) > 0;
  await tx.notification.updateMany({
    where: {
      recipientId,
      dossierId,
      withdrawnAt: null,
      kind: { in: isOfTeam ? JURY_KINDS : ALL_BUT_DNUM_KINDS },
    },
    data: { withdrawnAt: await portalNow(tx) },
  });
}

/** Takes back what people were asked of a dossier proposed to their theme, once it is answered or taken back. */
export async function withdrawProposalNotices(tx: Transaction, dossierId: string): Promise<void> {
  await tx.notification.updateMany({
    where: { dossierId, withdrawnAt: null, kind: "redirection-proposed" satisfies NoticeKind },
    data: { withdrawnAt: await portalNow(tx) },
  });
}

const EXPERT_KINDS = NOTICE_KINDS.filter((kind) => natureOf(kind).expert);

/** Takes back what an expert was told of a dossier as such. */
export async function withdrawOpinionNotices(
  tx: Transaction,
  { recipientId, dossierId }: { recipientId: string; dossierId: string },
): Promise<void> {
  await tx.notification.updateMany({
    where: { recipientId, dossierId, withdrawnAt: null, kind: { in: EXPERT_KINDS } },
    data: { withdrawnAt: await portalNow(tx) },
  });
}
