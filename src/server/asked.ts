import "server-only";
import type { Asked } from "@/domain/dossier/asked";
import type { Prisma } from "./database/generated/client";

/** What a dossier that came back is asked: its open request of complements, what its new presentation must answer. */
export const ASKED = {
  complements: {
    where: { status: "open" },
    include: { items: { orderBy: { position: "asc" } } },
  },
  decisions: {
    where: {
      outcome: "to-be-presented-again",
      status: "confirmed",
      notifiedAt: { not: null },
    },
    select: { expectations: { orderBy: { position: "asc" } } },
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
      items: items.map(({ requestId: _request, ...item }) => item),
    };
  }
  const [decision] = decisions;
  if (status !== "to-be-presented-again" || !decision) return null;
  return {
    kind: "presentation",
    items: decision.expectations.map(({ position, body, answer, revision }) => ({
      position,
      question: body,
      target: null,
      answer,
      revision,
    })),
  };
}
