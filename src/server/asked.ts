import "server-only";
import type { Asked, AskedItem } from "@/domain/dossier/asked";
import type { Transaction } from "./database/client";
import type { Prisma } from "./database/generated/client";

const IN_ORDER = { orderBy: { position: "asc" } } as const;

/** What a dossier that came back is asked: its open request of complements, what its new presentation must answer. */
export const ASKED = {
  complements: { where: { status: "open" }, include: { items: IN_ORDER } },
  decisions: {
    where: {
      outcome: "to-be-presented-again",
      status: "confirmed",
      notifiedAt: { not: null },
    },
    select: { id: true, expectations: IN_ORDER },
  },
} satisfies Prisma.DossierInclude;

type Row = Pick<
  Prisma.DossierGetPayload<{ include: typeof ASKED }>,
  "status" | "complements" | "decisions"
>;

/** What the carrier has to answer now, by the dossier's status; null when nothing is asked. */
export function askedOf({ status, complements, decisions }: Row): Asked | null {
  const [complement] = complements;
  if (status === "complement-requested" && complement) {
    const { number, message, dueAt, requestedAt, items } = complement;
    return {
      kind: "complement",
      number,
      message,
      dueAt,
      requestedAt,
      items: items.map(({ position, question, target, answer, revision }) => ({
        ...{ position, question, target, answer, revision },
      })),
    };
  }
  const [decision] = decisions;
  if (status !== "to-be-presented-again" || !decision?.expectations.length) return null;
  return {
    kind: "presentation",
    items: decision.expectations.map(({ position, body, target, answer, revision }) => ({
      ...{ position, question: body, target, answer, revision },
    })),
  };
}

/** Who wrote an answer to a point last; null while nobody has. */
export interface ReplyAuthor {
  agentId: string;
  at: Date;
}

/** The author of the answer to a point, for whoever wrote another one meanwhile. */
export function replyAuthor(row: Row, position: number): ReplyAuthor | null {
  const points = row.complements[0]?.items ?? row.decisions[0]?.expectations ?? [];
  const found = points.find((point) => point.position === position);
  return found?.writtenById && found.writtenAt
    ? { agentId: found.writtenById, at: found.writtenAt }
    : null;
}

/** Writes the answer to a point that is asked now. */
export async function writeReply(
  tx: Transaction,
  row: Row,
  {
    position,
    answer,
    revision,
    author,
  }: Pick<AskedItem, "position" | "answer" | "revision"> & {
    author: ReplyAuthor;
  },
): Promise<void> {
  const data = { answer, revision, writtenById: author.agentId, writtenAt: author.at };
  const [complement] = row.complements;
  if (complement) {
    const where = { requestId_position: { requestId: complement.id, position } };
    await tx.complementItem.update({ where, data });
    return;
  }
  const decisionId = row.decisions[0]?.id ?? "";
  await tx.expectation.update({ where: { decisionId_position: { decisionId, position } }, data });
}
