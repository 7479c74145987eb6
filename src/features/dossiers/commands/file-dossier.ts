import type { Evaluation } from "@/domain/dossier/evaluation";
import { accessRefusal } from "@/domain/dossier/team";
import { pathContext } from "@/domain/dossier/transitions";
import { BusinessError, type FieldError, notFound } from "@/domain/errors";
import { canonical, type JsonObject } from "@/domain/evidence/canonical";
import { expectedJuryDay, juryMonth } from "@/domain/funding/rounds";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { numberOf } from "@/domain/themes/field-kinds";
import { onLatest } from "@/server/audit";
import { database, inTransaction, sqlState, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { fingerprint, sha256 } from "@/server/fingerprint";
import type { Notice } from "@/server/notifications";
import { inTeam, SEEN, seen } from "@/server/team-dossier";
import { transition } from "@/server/transition";
import { CONTENT, type DraftState, draftState, evaluate, writtenContent } from "../draft";
import type { FileDossierInput } from "../schemas";

/** What is told once the filing is committed, and told again to whoever sends it again. */
export interface FilingReceipt {
  number: string;
  /** ISO instant, the database's. */
  filedAt: string;
  /** SHA-256 of the filed content, in hexadecimal. */
  fingerprint: string;
}

/**
 * Files a dossier exactly once. The key is the form's: sent again with the same body it returns the same receipt, with
 * another body it throws `replayed-with-other-content`. All is read and judged without a lock; then content, amounts,
 * status, round, audit line and mails are written together or not at all, unless the dossier moved meanwhile: it is then
 * judged again. The deadline is judged in SQL by the statement that changes the status.
 * Throws `incomplete`, `changed-meanwhile`, `already-done`, `too-late` or `not-open`.
 */
export async function fileDossier(actor: Actor, input: FileDossierInput): Promise<FilingReceipt> {
  if (input.reread !== "oui") {
    const message = "Cochez «\u00A0J’ai relu le dossier\u00A0» pour le déposer.";
    throw new BusinessError("invalid-input", message, [{ path: "reread", message }]);
  }
  const bodyHash = sha256(canonical({ number: input.number, content: input.content }));
  try {
    return await onLatest(() => fileOnce(actor, { ...input, bodyHash }));
  } catch (error) {
    // The key has already filed another dossier: the unique index let one pass.
    if (sqlState(error) === UNIQUE_VIOLATION) {
      const winner = await replay(actor, { key: input.key, bodyHash });
      if (winner) return winner;
    }
    throw error;
  }
}

const UNIQUE_VIOLATION = "23505";

/** The receipt of a filing already made with this key, or null. */
async function replay(
  actor: Actor,
  { key, bodyHash }: { key: string; bodyHash: string },
): Promise<FilingReceipt | null> {
  const filing = await database().filing.findUnique({
    where: { idempotencyKey: key },
    include: {
      dossier: { select: { number: true, members: { where: { agentId: actor.agentId } } } },
    },
  });
  if (!filing) return null;
  if (filing.dossier.members.length === 0) throw notFound();
  if (filing.bodyHash !== bodyHash) {
    throw new BusinessError(
      "replayed-with-other-content",
      "Ce formulaire a déjà servi à déposer un autre contenu. Rien n’a été changé\u00A0: rouvrez le récapitulatif.",
    );
  }
  return {
    number: filing.dossier.number,
    filedAt: filing.filedAt.toISOString(),
    fingerprint: filing.fingerprint,
  };
}

async function fileOnce(
  actor: Actor,
  input: FileDossierInput & { bodyHash: string },
): Promise<FilingReceipt> {
  const where = inTeam(actor, input.number);
  const found = await database().dossier.findFirst({ where, include: { ...CONTENT, ...SEEN } });
  const dossier = seen(actor, found, "file");
  if (dossier.status !== "draft") {
    // Whoever filed it may have been this very filing, sent twice.
    const known = await replay(actor, input);
    if (known) return known;
    throw new BusinessError(
      "already-done",
      "Ce dossier est déjà déposé. Son récépissé est sur sa page\u00A0: rien n’a été déposé une seconde fois.",
    );
  }
  const state = draftState(dossier);
  const organisationId = actor.organisation?.id ?? null;
  const notMandated = accessRefusal("file", { organisationId }, state.carrier);
  if (notMandated) throw new BusinessError("not-allowed", notMandated);
  const written = writtenContent(state);
  if (fingerprint(written) !== input.content) {
    throw new BusinessError(
      "changed-meanwhile",
      "Le dossier a changé depuis que vous l’avez relu\u00A0: le dépôt n’a pas été fait. Relisez-le, puis déposez.",
    );
  }
  const evaluation = evaluate(state, dossier.now);
  requireComplete(evaluation);
  const amounts = amountsOf(evaluation);
  const { verdict } = evaluation.simulation;
  const content: JsonObject = {
    ...written,
    ...(state.files.length > 0 && {
      fileStatuses: Object.fromEntries(state.files.map(({ id, status }) => [id, status])),
    }),
    number: state.number,
    theme: state.theme.code,
    themeVersion: state.theme.version,
    formVersion: state.form.version,
    call: state.call.label,
    carrier: { id: state.carrier.id, name: state.carrier.name, siret: state.carrier.siret },
    project: { id: state.project.id, title: state.title },
    amounts,
    verdict,
    visa: filedVisa(state),
  };
  const text = canonical(content);
  const print = sha256(text);
  const file = (tx: Transaction) =>
    transition(tx, {
      name: "file",
      dossier: { ...state, themeCode: state.theme.code },
      actor,
      isCarrier: true,
      context: pathContext(state.theme.selection),
      facts: { fingerprint: print, ...amounts },
      notices: noticesTo(state),
      after: dossier.sequence,
      columns: Prisma.sql`total = ${amounts.total}, base = ${amounts.base}, computed_grant = ${amounts.computedGrant},
        requested_grant = ${amounts.requestedGrant}, verdict = ${verdict}`,
      writes: [
        Prisma.sql`filing AS (
          INSERT INTO filing (id, dossier_id, version, idempotency_key, body_hash, content, fingerprint, agent_id, filed_at)
          SELECT uuidv7(), id, ${state.version}, ${input.key}::uuid, ${input.bodyHash}, ${text}::jsonb, ${print},
            ${actor.agentId}::uuid, at
          FROM changed)`,
      ],
    });
  const filedAt = state.call.monthlyRounds
    ? await inTransaction(async (tx) => place(tx, state, await file(tx)))
    : await file(database());
  return { number: state.number, filedAt: filedAt.toISOString(), fingerprint: print };
}

/** The calendar is left to the database, whose refusal says since when. */
function requireComplete({ missing }: Evaluation): void {
  const blocking = missing.filter(({ effect, kind }) => effect === "blocks" && kind !== "calendar");
  if (blocking.length === 0) return;
  const fields: FieldError[] = blocking.map(({ path, step, message }) => ({
    path: path ?? step ?? "dossier",
    message,
  }));
  const count =
    blocking.length === 1 ? "Une réponse manque" : `${blocking.length} réponses manquent`;
  throw new BusinessError(
    "incomplete",
    `${count} avant le dépôt. La page «\u00A0Ce qui manque\u00A0» les liste avec un lien vers chacune.`,
    fields,
  );
}

/** The money of a filing, in cents. A requested grant below the computed one is honoured. */
function amountsOf({ simulation, values }: Evaluation) {
  if (!simulation.amounts) throw new Error("A theme without rule has no form");
  const { total, base, grant } = simulation.amounts;
  const requested = numberOf(values.requestedGrant);
  return {
    total,
    base,
    computedGrant: grant,
    requestedGrant: requested === undefined ? grant : cents(requested),
  };
}

/**
 * The visa of the DNUM as it stands when the dossier is filed. It is no part of what the carrier wrote: an answer that
 * arrives between the reading and the filing must not refuse it.
 */
function filedVisa({ visa }: DraftState): JsonObject | null {
  if (!visa) return null;
  const { requirement, status, requestedById, requestedAt, reason, givenById, givenAt } = visa;
  return {
    requirement,
    status,
    requestedById,
    requestedAt: requestedAt.toISOString(),
    reason,
    givenById,
    givenAt: givenAt?.toISOString() ?? null,
  };
}

/** One acknowledgement for each member of the team. */
function noticesTo({ id, number, team }: DraftState): Notice[] {
  return team.map((recipientId) => ({
    kind: "dossier-filed",
    recipientId,
    dossierId: id,
    payload: { number },
  }));
}

/**
 * The jury a filing of this instant leads to: before the 15th, the month's; from the 15th, the next month's
 * (Livret l.693). Returns the instant.
 */
async function place(tx: Transaction, { id, call }: DraftState, filedAt: Date): Promise<Date> {
  const month = juryMonth(filedAt);
  const where = { callId_month: { callId: call.id, month } };
  let round = await tx.round.findUnique({ where });
  if (!round) {
    const juryOn = new Date(`${expectedJuryDay(month)}T00:00:00Z`);
    await tx.round.createMany({ data: [{ callId: call.id, month, juryOn }], skipDuplicates: true });
    round = await tx.round.findUniqueOrThrow({ where });
  }
  await tx.dossier.update({ where: { id }, data: { roundId: round.id } });
  return filedAt;
}
