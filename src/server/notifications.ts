import "server-only";
import type { JsonObject } from "@/domain/evidence/canonical";
import { portalNow } from "./clock";
import type { Transaction } from "./database/client";

interface NoticeNature {
  /** Names the kind among the preferences of the account. */
  label: string;
  /** Its mail proves a right, opens a delay or gives access: nobody may refuse it. */
  compulsory?: true;
  /** Told to a member of the jury as such: taken back from whoever is recused, of the dossier's team or not. */
  jury?: true;
}

/** One kind per fact worth telling. A new kind needs its words in `server/mail/templates/`. */
const NATURES = {
  "dossier-filed": { label: "Récépissé d’un dépôt", compulsory: true },
  "dossier-set-aside": { label: "Dossier écarté avant le jury", compulsory: true },
  "decision-notified": { label: "Décision sur un dossier", compulsory: true },
  "draft-unused": { label: "Brouillon inactif, avant son expiration", compulsory: true },
  "draft-expiring": { label: "Dernier avis avant l’expiration d’un brouillon", compulsory: true },
  "draft-expired": { label: "Brouillon expiré", compulsory: true },
  "reminder-7": { label: "Rappel sept jours avant la clôture d’une ouverture" },
  "reminder-1": { label: "Rappel la veille de la clôture d’une ouverture" },
  "arbitration-submitted": { label: "Liste soumise à l’arbitrage du ministre", compulsory: true },
  "appeal-filed": { label: "Recours formé par un porteur", compulsory: true },
  "appeal-registered": { label: "Recours en cours d’examen", compulsory: true },
  "appeal-decided": { label: "Réponse à un recours", compulsory: true },
  "jury-invited": { label: "Invitation dans un jury", compulsory: true },
  "jury-answered": { label: "Réponse à une invitation dans un jury" },
  "jury-ended": { label: "Fin de mandat dans un jury", compulsory: true },
  "juror-assigned": { label: "Dossier à noter", jury: true },
  "juror-stepped-aside": { label: "Déport ou abstention d’un juré" },
  "file-infected": { label: "Fichier infecté dans un dossier", compulsory: true },
  "organisation-attached": { label: "Rattachement à une organisation" },
  invitation: { label: "Invitation dans une équipe", compulsory: true },
  "invitation-accepted": { label: "Invitation acceptée" },
  "member-removed": { label: "Fin de votre accès à un dossier" },
  "lead-transferred": { label: "Changement de responsable d’un dossier" },
  "access-restored": { label: "Responsable nommé par un administrateur", compulsory: true },
  "dossier-commented": { label: "Commentaire de l’équipe d’un dossier" },
  "visa-requested": { label: "Dossier présenté à la DNUM", compulsory: true },
  "visa-lapsed": { label: "Fin du délai de réponse de la DNUM, pour ses agents" },
  "visa-given": { label: "Réponse de la DNUM à un dossier" },
  "visa-tacit": { label: "Fin du délai de réponse de la DNUM, pour l’équipe du dossier" },
  "session-convened": { label: "Convocation à une séance de jury", compulsory: true },
  "hearing-offered": { label: "Créneau d’audition proposé", compulsory: true },
  "hearing-cancelled": { label: "Audition retirée de l’ordre du jour", compulsory: true },
  "hearing-question": { label: "Question du jury avant une audition", compulsory: true },
  "hearing-refused": { label: "Créneau d’audition refusé par un porteur" },
  "hearing-answered": { label: "Réponse écrite d’un porteur avant son audition" },
  "sheet-reminder": { label: "Rappel d’une fiche de notation à remettre" },
  "minutes-to-sign": { label: "Procès-verbal à signer" },
} as const satisfies Record<string, NoticeNature>;

export type NoticeKind = keyof typeof NATURES;
export const NOTICE_KINDS = Object.keys(NATURES) as readonly NoticeKind[];

/** How a kind is called, and whether its mail may be refused. */
export function natureOf(kind: NoticeKind): NoticeNature {
  return NATURES[kind];
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
  const told = await withoutRecused(tx, notices);
  if (told.length === 0) return;
  const refused = await refusalsOf(tx, told);
  await tx.notification.createMany({
    data: told.map(({ payload = {}, ...notice }) => ({
      ...notice,
      payload,
      byMail: !refused.has(`${notice.recipientId} ${notice.kind}`),
    })),
    skipDuplicates: true,
  });
}

/** Leaves out whoever is recused from the dossier told, unless they are of its team: the recused receive nothing. */
async function withoutRecused(
  tx: Transaction,
  notices: readonly Notice[],
): Promise<readonly Notice[]> {
  const about = notices.filter(({ recipientId, dossierId }) => recipientId && dossierId);
  if (about.length === 0) return notices;
  const ids = (of: "recipientId" | "dossierId") => [
    ...new Set(about.map((each) => each[of] ?? "")),
  ];
  const recused = await tx.$queryRaw<{ told: string }[]>`
    SELECT juror_id || ' ' || dossier_id AS told FROM juror_assignment AS held
    WHERE status = 'recused' AND dossier_id = ANY(${ids("dossierId")}::uuid[])
      AND juror_id = ANY(${ids("recipientId")}::uuid[])
      AND NOT EXISTS (
        SELECT FROM dossier_member WHERE dossier_id = held.dossier_id AND agent_id = held.juror_id)`;
  const out = new Set(recused.map(({ told }) => told));
  return notices.filter(({ recipientId, dossierId }) => !out.has(`${recipientId} ${dossierId}`));
}

const JURY_KINDS = NOTICE_KINDS.filter((kind) => natureOf(kind).jury);

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
      ...(isOfTeam && { kind: { in: JURY_KINDS } }),
    },
    data: { withdrawnAt: await portalNow(tx) },
  });
}

/** The mails refused by these recipients, as `agent kind`: one statement for all, none for compulsory kinds. */
async function refusalsOf(tx: Transaction, notices: readonly Notice[]): Promise<Set<string>> {
  const optional = notices.filter(({ kind }) => !natureOf(kind).compulsory);
  if (optional.length === 0) return new Set();
  const rows = await tx.mailRefusal.findMany({
    where: {
      agentId: { in: optional.flatMap(({ recipientId }) => recipientId ?? []) },
      kind: { in: optional.map(({ kind }) => kind) },
    },
  });
  return new Set(rows.map(({ agentId, kind }) => `${agentId} ${kind}`));
}
