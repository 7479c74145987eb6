import { BusinessError, notAllowed, notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import type { MinutesContent } from "@/domain/sitting/minutes";
import type { ThemeCode } from "@/domain/themes/types";
import { recordFact, sessionChain } from "@/server/audit";
import { portalNow } from "@/server/clock";
import { inTransaction, type Transaction } from "@/server/database/client";
import type { JurySession, Minutes } from "@/server/database/generated/client";
import { fingerprint } from "@/server/fingerprint";
import { notify } from "@/server/notifications";
import { recordSeal } from "@/server/seals";
import { drawMinutes } from "../draw-minutes";
import { lockAsMember, lockSession } from "../locked-session";
import { printOf, readMinutes } from "../queries/minutes";
import type { RemarksInput, SignInput } from "../schemas";

const NOT_ENDED = "La séance n’est pas levée\u00A0: son procès-verbal s’établit ensuite.";

/** Keeps the remarks of the minutes, until somebody signs. */
export function saveRemarks(actor: Actor, input: RemarksInput): Promise<void> {
  return inTransaction(async (tx) => {
    const session = await lockSession(tx, actor, input.session, "keep-session");
    const content = await drawMinutes(tx, session.id);
    if (!content) throw new BusinessError("incomplete", NOT_ENDED);
    const minutes = await tx.minutes.findUnique({ where: { sessionId: session.id } });
    if (minutes?.secretarySignedAt ?? minutes?.chairSignedAt) {
      throw new BusinessError(
        "already-done",
        "Le procès-verbal est signé par une personne\u00A0: ses remarques ne changent plus.",
      );
    }
    await tx.minutes.upsert({
      where: { sessionId: session.id },
      create: {
        sessionId: session.id,
        content: plain(content),
        remarks: input.remarks,
        drawnById: actor.agentId,
      },
      update: { remarks: input.remarks },
    });
  });
}

const plain = (content: MinutesContent) => JSON.parse(JSON.stringify(content));

/**
 * Signs the minutes, as the secretary or the chair of the sitting. The first signature draws them for good: the second
 * signs the same words, then they are sealed by the fingerprint of their content, remarks and signatures. Throws
 * `changed-meanwhile` when they are no longer what was read.
 */
export async function signMinutes(actor: Actor, input: SignInput): Promise<{ sealed: boolean }> {
  // Whoever does not read them whole does not sign them.
  const page = await readMinutes(actor, input.session);
  if (page.obstacle) throw new BusinessError("conflict-of-interest", page.obstacle);
  return inTransaction(async (tx) => {
    const session = await lockAsMember(tx, actor, input.session);
    const capacity = await capacityOf(tx, actor, session);
    const minutes = await tx.minutes.findUnique({ where: { sessionId: session.id } });
    requireUnsigned(minutes, capacity);
    const first = !minutes?.secretarySignedAt && !minutes?.chairSignedAt;
    const content = first
      ? await drawMinutes(tx, session.id)
      : (minutes?.content as unknown as MinutesContent);
    if (!content) throw new BusinessError("incomplete", NOT_ENDED);
    const remarks = minutes?.remarks ?? "";
    if (printOf(content, remarks) !== input.print) {
      throw new BusinessError(
        "changed-meanwhile",
        "Le procès-verbal a changé depuis que vous l’avez lu\u00A0: il n’est pas signé. Relisez-le, puis signez.",
      );
    }
    const at = await portalNow(tx);
    const signature =
      capacity === "secretary"
        ? { secretaryId: actor.agentId, secretarySignedAt: at }
        : { chairId: actor.agentId, chairSignedAt: at };
    const kept = await tx.minutes.upsert({
      where: { sessionId: session.id },
      create: {
        sessionId: session.id,
        content: plain(content),
        drawnById: actor.agentId,
      },
      update: first ? { content: plain(content), drawnAt: at, drawnById: actor.agentId } : {},
    });
    const signed = await tx.minutes.update({ where: { id: kept.id }, data: signature });
    await recordFact(tx, {
      chain: sessionChain(session.id),
      actorId: actor.agentId,
      action: "sign-minutes",
      facts: { capacity, print: input.print },
    });
    if (first) {
      await tellTheOther(tx, session, capacity);
      return { sealed: false };
    }
    await seal(tx, actor, session, signed, at);
    return { sealed: true };
  });
}

/** In what capacity the actor signs, of those who sign: theirs in the sitting, with its role today. */
async function capacityOf(
  tx: Transaction,
  actor: Actor,
  session: JurySession,
): Promise<"secretary" | "chair"> {
  const member = await tx.sessionMember.findUnique({
    where: { sessionId_agentId: { sessionId: session.id, agentId: actor.agentId } },
  });
  if (!member) throw notFound();
  const theme = session.themeCode as ThemeCode;
  if (member.capacity === "secretary" && may(actor, "keep-session", theme)) return "secretary";
  if (member.capacity === "chair" && may(actor, "chair-session", theme)) return "chair";
  throw notAllowed();
}

function requireUnsigned(minutes: Minutes | null, capacity: "secretary" | "chair"): void {
  const signedAt = capacity === "secretary" ? minutes?.secretarySignedAt : minutes?.chairSignedAt;
  if (!signedAt) return;
  throw new BusinessError(
    "already-done",
    capacity === "secretary"
      ? "Le secrétariat a déjà signé ce procès-verbal."
      : "La présidence a déjà signé ce procès-verbal.",
  );
}

async function tellTheOther(
  tx: Transaction,
  session: JurySession,
  capacity: "secretary" | "chair",
): Promise<void> {
  const others = await tx.sessionMember.findMany({
    where: { sessionId: session.id, capacity: capacity === "secretary" ? "chair" : "secretary" },
  });
  await notify(
    tx,
    others.map(({ agentId }) => ({
      kind: "minutes-to-sign" as const,
      recipientId: agentId,
      payload: { sessionId: session.id, label: session.label },
    })),
  );
}

/** The last change of the minutes: the fingerprint of all they hold. The database refuses any other. */
async function seal(
  tx: Transaction,
  actor: Actor,
  session: JurySession,
  minutes: Minutes,
  at: Date,
): Promise<void> {
  const print = fingerprint({
    kind: "minutes",
    session: session.id,
    content: minutes.content as never,
    remarks: minutes.remarks,
    signatures: {
      secretary: [minutes.secretaryId, minutes.secretarySignedAt?.toISOString() ?? null],
      chair: [minutes.chairId, minutes.chairSignedAt?.toISOString() ?? null],
    },
  });
  await tx.minutes.update({
    where: { id: minutes.id },
    data: { fingerprint: print, sealedAt: at },
  });
  await recordSeal(tx, { fingerprint: print, kind: "minutes" });
  await recordFact(tx, {
    chain: sessionChain(session.id),
    actorId: actor.agentId,
    action: "seal-minutes",
    facts: { fingerprint: print },
  });
}
