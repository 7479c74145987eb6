import { BusinessError } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { may } from "@/domain/rights/permissions";
import { THEMES } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";
import { dossierChain, recordFact } from "@/server/audit";
import { inTransaction, type Transaction } from "@/server/database/client";
import { Prisma } from "@/server/database/generated/client";
import { notify } from "@/server/notifications";
import { roleHolders } from "@/server/role-holders";
import { visibleDossiers } from "@/server/visibility";
import type { SubmitArbitrationInput } from "../schemas";

/**
 * Submits proposed decisions together to the minister (Livret l.452, l.570). Each is shown with what was proposed, and
 * waits for its answer there alone. All or none: throws `changed-meanwhile` naming the first one that does not wait any
 * more, or that another list already holds.
 */
export async function submitArbitration(
  actor: Actor,
  input: SubmitArbitrationInput,
): Promise<{ id: string }> {
  try {
    return await inTransaction((tx) => submitOnce(tx, actor, input));
  } catch (error) {
    // The unique index: a proposal waits in one list at a time.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new BusinessError(
        "changed-meanwhile",
        "Une de ces propositions vient d’être soumise dans une autre liste\u00A0: la vôtre n’a pas été créée.",
      );
    }
    throw error;
  }
}

async function submitOnce(tx: Transaction, actor: Actor, input: SubmitArbitrationInput) {
  const wanted = [...new Set(input.decisions)];
  const decisions = await tx.decision.findMany({
    where: { id: { in: wanted }, dossier: visibleDossiers(actor, "instruction") },
    include: { dossier: { select: { id: true, number: true, themeCode: true } } },
    orderBy: { dossier: { number: "asc" } },
  });
  const submitted = decisions.filter(({ dossier }) => {
    const theme = dossier.themeCode as ThemeCode;
    return THEMES[theme].selection.arbitration && may(actor, "submit-arbitration", theme);
  });
  if (submitted.length !== wanted.length) {
    throw new BusinessError(
      "invalid-input",
      "Une des propositions cochées n’est plus à soumettre. Rouvrez la page, puis choisissez à nouveau.",
    );
  }
  const moved = submitted.find(({ status }) => status !== "proposed");
  if (moved) {
    throw new BusinessError(
      "changed-meanwhile",
      `Dossier ${moved.dossier.number}\u00A0: cette proposition n’attend plus de décision. La liste n’a pas été créée.`,
    );
  }
  const list = await tx.arbitrationList.create({
    data: {
      label: input.label,
      submittedById: actor.agentId,
      lines: {
        create: submitted.map(({ id, outcome, amount }, index) => ({
          decisionId: id,
          position: index + 1,
          outcomeProposed: outcome,
          amountProposed: amount,
        })),
      },
    },
  });
  for (const { id, dossier } of submitted) {
    await recordFact(tx, {
      chain: dossierChain(dossier.id),
      actorId: actor.agentId,
      action: "submit-arbitration",
      facts: { listId: list.id, label: input.label, decisionId: id },
    });
  }
  const themes = submitted.map(({ dossier }) => dossier.themeCode);
  const payload = { label: input.label, listId: list.id, count: submitted.length };
  const recipients = await roleHolders(tx, ["chair"], ...themes);
  await notify(
    tx,
    recipients.map((recipientId) => ({
      kind: "arbitration-submitted" as const,
      recipientId,
      payload,
    })),
  );
  return { id: list.id };
}
