import { dossierNumber } from "@/domain/dossier/number";
import { notFound } from "@/domain/errors";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { THEMES, themeBySlug } from "@/domain/themes/index";
import { pinned } from "@/domain/themes/pinned";
import type { Theme, ThemeCode } from "@/domain/themes/types";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { carrierOf } from "../carrier";
import { type CopiedStep, copiedSteps } from "../copied-steps";
import { type CallOffer, callFor } from "../open-calls";

/** What a dossier gives to another one. */
export interface Duplication {
  number: string;
  title: string;
  /** Where its answers would go. */
  theme: Theme;
  isSameTheme: boolean;
  /** Themes one may choose: those the portal has a form for. */
  themes: readonly { value: string; label: string }[];
  call: CallOffer;
  steps: readonly CopiedStep[];
  /** Why the agent may not start a dossier; null when nothing forbids it. */
  refusal: string | null;
  /** Whether the project is the agent's own organisation's: else only a new one can be. */
  mayKeepProject: boolean;
}

/** What may be taken from one of the actor's dossiers for a theme; its own unless told. `not-found` out of sight. */
export async function readDuplication(
  actor: Actor,
  number: string,
  slug: string | undefined,
): Promise<Duplication> {
  if (!dossierNumber.safeParse(number).success) throw notFound();
  const source = await database().dossier.findFirst({
    where: { number, ...visibleDossiers(actor, "carrier") },
    include: { project: true },
  });
  if (!source) throw notFound();
  const own = pinned(source);
  const asked = slug === undefined ? own.theme : themeBySlug(slug);
  const form = asked && formByTheme(asked.code);
  if (!asked || !form) throw notFound();
  const { carrier, refusal } = carrierOf(actor);
  return {
    number,
    title: source.title,
    theme: asked,
    isSameTheme: asked.code === own.theme.code,
    themes: (Object.keys(THEMES) as ThemeCode[])
      .filter((code) => formByTheme(code) !== null)
      .map((code) => ({
        value: THEMES[code].slug,
        label: `${code}\u00A0: ${THEMES[code].title}`,
      })),
    call: await callFor(asked.code),
    steps: copiedSteps(own.form, form),
    refusal,
    mayKeepProject: source.project.organisationId === carrier?.id,
  };
}
