import { randomUUID } from "node:crypto";
import { visaRule } from "@/domain/dossier/visa";
import type { Actor } from "@/domain/rights/actor";
import { THEMES } from "@/domain/themes/index";
import { SAMPLES } from "@/domain/themes/samples";
import type { ThemeCode } from "@/domain/themes/types";
import { createDossier } from "@/features/dossiers/commands/create-dossier";
import { saveAnswers } from "@/features/dossiers/commands/save-answers";
import { savePlan } from "@/features/dossiers/commands/save-plan";
import { setCommitments } from "@/features/dossiers/commands/set-commitment";
import { contentFingerprint, readDraft } from "@/features/dossiers/draft";
import type { FileDossierInput } from "@/features/dossiers/schemas";
import { informDnum } from "@/features/visas/commands/inform-dnum";
import { database } from "@/server/database/client";
import { anActor, anOrganisation } from "../../fixtures/world";

/** A carrier of the kind the theme's sample names, in a ministry of its own. */
export async function aCarrier(theme: ThemeCode): Promise<Actor> {
  const ministry = await anOrganisation();
  const { kind } = SAMPLES[theme].carrier;
  return anActor(await anOrganisation({ kind, ministryId: ministry.id }));
}

/** A draft just created through the command. */
export async function aDraft(actor: Actor, theme: ThemeCode, title = "Projet d’essai") {
  const { number } = await createDossier(actor, {
    id: randomUUID(),
    theme: theme.toLowerCase(),
    projectId: "",
    title,
  });
  return database().dossier.findUniqueOrThrow({ where: { number } });
}

/** A draft that can be filed: the theme's sample, its plan, its commitments, its DNUM informed, through the commands. */
export async function aFilledDraft(actor: Actor, theme: ThemeCode) {
  const draft = await aDraft(actor, theme);
  const { typed = {}, lines } = SAMPLES[theme];
  await saveAnswers(actor, {
    number: draft.number,
    answers: Object.entries(typed).map(([field, value]) => ({
      field,
      value,
      baseRevision: field === "title" ? 1 : 0,
    })),
  });
  await savePlan(actor, { number: draft.number, baseRevision: 0, lines });
  // A form without commitments has no such part to write.
  const accepted = THEMES[theme].commitments.map(({ key }) => key);
  if (accepted.length > 0) await setCommitments(actor, { number: draft.number, accepted });
  if (visaRule(theme, SAMPLES[theme].carrier.kind)) {
    await informDnum(actor, { number: draft.number, message: "" });
  }
  return draft;
}

/** What the summary of the dossier would post now. */
export async function theForm(
  dossier: { id: string; number: string },
  key: string = randomUUID(),
): Promise<FileDossierInput> {
  const content = contentFingerprint(await readDraft(dossier.id));
  return { key, number: dossier.number, content, reread: "oui" };
}
