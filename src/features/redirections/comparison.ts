import { previewRedirection, type RedirectionPreview } from "@/domain/dossier/redirection";
import { type ComparedLine, comparedLines } from "@/domain/dossier/redirection-words";
import { BusinessError } from "@/domain/errors";
import type { CallWindow } from "@/domain/funding/calls";
import { formByTheme } from "@/domain/themes/forms";
import { themeByCode } from "@/domain/themes/index";
import type { CarrierKind, Theme, ThemeForm } from "@/domain/themes/types";
import { database, type Transaction } from "@/server/database/client";
import type { Call } from "@/server/database/generated/client";
import { type FiledDossier, grantedToProject, readFiledDossier } from "@/server/filed-dossier";

/** A call of another theme, under the rules and the form of this version of the portal. */
export interface Target {
  call: CallWindow & { id: string };
  theme: Theme;
  form: ThemeForm;
}

/** The call as a target; null when the portal takes no dossier of its theme, or holds other rules. */
export function targetOf(call: Call & { version: { formVersion: number } }): Target | null {
  const theme = themeByCode(call.themeCode);
  const form = theme && formByTheme(theme.code);
  if (!form || theme.version !== call.themeVersion) return null;
  if (form.version !== call.version.formVersion) return null;
  return { call: { ...call, kind: call.kind as "guichet" | "aap" }, theme, form };
}

/** The same, read by the key of the call; null without such a call. */
export async function readTarget(callId: string, tx: Transaction = database()) {
  const call = await tx.call.findUnique({
    where: { id: callId },
    include: { version: { select: { formVersion: true } } },
  });
  return call && targetOf(call);
}

/** A dossier as it was filed, beside what it would be under the other theme. */
export interface Compared {
  filed: FiledDossier;
  target: Target;
  preview: RedirectionPreview;
  lines: readonly ComparedLine[];
}

interface Comparing {
  dossierId: string;
  target: Target;
  /** The instant of the proposal. */
  proposedAt: Date;
  now: Date;
}

/**
 * Compares a dossier as last filed before the proposal with what it would be under the other theme. Who may read it is
 * settled by the caller.
 */
export async function compare(
  { dossierId, target, proposedAt, now }: Comparing,
  tx: Transaction = database(),
): Promise<Compared> {
  const last = await tx.filing.findFirst({
    where: { dossierId, filedAt: { lte: proposedAt } },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  const filed = last && (await readFiledDossier(dossierId, tx, last));
  if (!filed) {
    throw new BusinessError(
      "incomplete",
      "Le contenu déposé de ce dossier n’est pas sur le portail\u00A0: il ne peut pas être réorienté.",
    );
  }
  const { projectId, carrier } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { projectId: true, carrier: { select: { kind: true } } },
  });
  const kind = carrier.kind as CarrierKind;
  const priorGrants = await grantedToProject(tx, {
    dossierId,
    projectId,
    themeCode: target.theme.code,
  });
  const preview = previewRedirection(
    { ...filed, carrier: { kind } },
    { ...target, priorGrants, judgedAt: proposedAt },
  );
  const { total, base, computedGrant } = filed.amounts;
  const lines = comparedLines({
    from: {
      theme: filed.theme,
      callLabel: filed.callLabel,
      amounts: { total, base, grant: computedGrant },
    },
    to: {
      theme: target.theme,
      callLabel: target.call.label,
      amounts: preview.evaluation.simulation.amounts,
      call: target.call,
    },
    carrier: kind,
    now,
  });
  return { filed, target, preview, lines };
}
