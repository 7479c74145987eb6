import type { FilingAct } from "@/domain/dossier/editing";
import type { Evaluation } from "@/domain/dossier/evaluation";
import { FILING_WORDS, unreadSentence } from "@/domain/dossier/filing-words";
import { totalsOfPlan } from "@/domain/dossier/plan-totals";
import { accessRefusal } from "@/domain/dossier/team";
import { pathContext } from "@/domain/dossier/transitions";
import { BusinessError, type FieldError, notFound } from "@/domain/errors";
import { canonical, type JsonObject } from "@/domain/evidence/canonical";
import { expectedJuryDay, juryMonth } from "@/domain/funding/rounds";
import { cents } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { numberOf } from "@/domain/themes/field-kinds";
import { onLatest } from "@/server/audit";
import { database, sqlState, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { fingerprint, sha256 } from "@/server/fingerprint";
import type { Notice } from "@/server/notifications";
import { inTeam, SEEN, seen } from "@/server/team-dossier";
import { transition } from "@/server/transition";
import { CONTENT, type DraftState, draftState, evaluate, writtenContent } from "./draft";
import type { FilingInput } from "./schemas";
import { problemOf } from "./typed-answer";

/** What is told once the filing is committed, and told again to whoever sends it again. */
export interface FilingReceipt {
  number: string;
  /** ISO instant, the database's. */
  filedAt: string;
  /** SHA-256 of the filed content, in hexadecimal. */
  fingerprint: string;
}

/** A filing read and judged, ready to be written. */
export interface JudgedFiling {
  state: DraftState;
  evaluation: Evaluation;
  /**
   * Writes it: content, amounts, status, audit line and mails in one statement, whole with or without a transaction
   * around it. Nothing is written once the dossier moved since it was read. Returns the instant.
   */
  write(tx: Transaction, more?: { facts?: JsonObject }): Promise<Date>;
}

/** One of the acts by which a carrier files. */
export interface FilingKind {
  act: FilingAct;
  /** Told when the dossier is no longer in its carrier's hands for this act. */
  gone: string;
  /** One acknowledgement for each member of the team. */
  acknowledgement: Notice["kind"];
  /** Writes the filing with what follows from it. Returns its instant. */
  file(actor: Actor, filing: JudgedFiling): Promise<Date>;
}

/**
 * Files a dossier exactly once. The key is the form's: sent again with the same body it returns the same receipt, with
 * another body it throws `replayed-with-other-content`. All is read and judged without a lock; then everything is
 * written together or not at all, unless the dossier moved meanwhile: it is then judged again. The deadline of a first
 * filing is judged in SQL by the statement that changes the status.
 * Throws `incomplete`, `changed-meanwhile`, `already-done`, `too-late` or `not-open`.
 */
export async function fileExactlyOnce(
  actor: Actor,
  input: FilingInput,
  kind: FilingKind,
): Promise<FilingReceipt> {
  const { number, content, act } = input;
  if (input.reread !== "oui") {
    const message = unreadSentence(act);
    throw new BusinessError("invalid-input", message, [{ path: "reread", message }]);
  }
  // A first filing says what it did before dossiers came back.
  const bodyHash = sha256(canonical({ number, content, ...(act !== "file" && { act }) }));
  try {
    return await onLatest(() => fileOnce(actor, { ...input, bodyHash }, kind));
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
  input: FilingInput & { bodyHash: string },
  kind: FilingKind,
): Promise<FilingReceipt> {
  const where = inTeam(actor, input.number);
  const found = await database().dossier.findFirst({ where, include: { ...CONTENT, ...SEEN } });
  const dossier = seen(actor, found, "file");
  const state = named(draftState(dossier));
  if (state.editing.act !== kind.act) {
    // Whoever filed it may have been this very filing, sent twice.
    const known = await replay(actor, input);
    if (known) return known;
    throw new BusinessError("already-done", kind.gone);
  }
  const organisationId = actor.organisation?.id ?? null;
  const notMandated = accessRefusal("file", { organisationId }, state.carrier);
  if (notMandated) throw new BusinessError("not-allowed", notMandated);
  const written = writtenContent(state);
  if (fingerprint(written) !== input.content) {
    throw new BusinessError(
      "changed-meanwhile",
      `Le dossier a changé depuis que vous l’avez relu\u00A0: ${FILING_WORDS[kind.act].refused}. Relisez-le, puis recommencez.`,
    );
  }
  const evaluation = evaluate(state, dossier.now);
  requireComplete(evaluation);
  const content = { ...written, ...factsOf(state, evaluation, kind.act) };
  const text = canonical(content);
  const print = sha256(text);
  const filedAt = await kind.file(actor, {
    state,
    evaluation,
    write: (tx, { facts } = {}) =>
      transition(tx, {
        name: kind.act,
        dossier: { ...state, themeCode: state.theme.code },
        actor,
        isCarrier: true,
        context: pathContext(state.theme.selection),
        facts: { fingerprint: print, ...amountsOf(evaluation), ...facts },
        notices: noticesTo(state, kind),
        after: dossier.sequence,
        columns: columnsOf(state, evaluation),
        writes: [
          Prisma.sql`filing AS (
            INSERT INTO filing (id, dossier_id, version, idempotency_key, body_hash, content, fingerprint, agent_id, filed_at)
            SELECT uuidv7(), id, ${state.version}, ${input.key}::uuid, ${input.bodyHash}, ${text}::jsonb, ${print},
              ${actor.agentId}::uuid, at
            FROM changed)`,
        ],
      }),
  });
  return { number: state.number, filedAt: filedAt.toISOString(), fingerprint: print };
}

/** A dossier filed again takes the project's name as its form gives it now; a draft bears it already. */
function named(state: DraftState): DraftState {
  const title = state.answers.title?.value;
  if (state.filedAt === null || typeof title !== "string" || title === "") return state;
  return problemOf(state.form, "title", title) ? state : { ...state, title };
}

/** What a filing keeps besides what the team wrote. */
function factsOf(state: DraftState, evaluation: Evaluation, act: FilingAct): JsonObject {
  return {
    ...(act !== "file" && { act }),
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
    amounts: amountsOf(evaluation),
    verdict: evaluation.simulation.verdict,
    visa: filedVisa(state),
  };
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

/** What the dossier's own row says of its last filing. */
function columnsOf({ title }: DraftState, evaluation: Evaluation): Prisma.Sql {
  const { total, base, computedGrant, requestedGrant } = amountsOf(evaluation);
  const { financing, plan, simulation } = evaluation;
  return Prisma.sql`title = ${title}, total = ${total}, base = ${base}, computed_grant = ${computedGrant},
    requested_grant = ${requestedGrant}, verdict = ${simulation.verdict}, staff_cost = ${totalsOfPlan(plan.expenses).t2},
    co_financing = ${financing.coFinancing}`;
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

function noticesTo({ id, number, team }: DraftState, kind: FilingKind): Notice[] {
  const { act, acknowledgement } = kind;
  return team.map((recipientId) => ({
    kind: acknowledgement,
    recipientId,
    dossierId: id,
    payload: { number, ...(act !== "file" && { act }) },
  }));
}

/**
 * The jury a filing of this instant leads to: before the 15th, the month's; from the 15th, the next month's
 * (Livret l.693). Returns the instant.
 */
export async function place(
  tx: Transaction,
  { id, call }: DraftState,
  filedAt: Date,
): Promise<Date> {
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
