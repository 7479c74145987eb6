import { notFound } from "@/domain/errors";
import { simulate } from "@/domain/funding/simulate";
import type { Finding } from "@/domain/funding/types";
import type { Actor } from "@/domain/rights/actor";
import { formByTheme } from "@/domain/themes/forms";
import { themeBySlug } from "@/domain/themes/index";
import type { Theme, ThemeForm } from "@/domain/themes/types";
import { portalNow } from "@/server/clock";
import { database } from "@/server/database/client";
import { visibleDossiers } from "@/server/visibility";
import { carrierOf } from "../carrier";
import { type CallOffer, callFor } from "../open-calls";

/** What a theme offers to an agent who wants to start a dossier. */
export interface DossierOffer {
  theme: Theme;
  /** Null when the portal does not take this theme's dossiers yet. */
  form: ThemeForm | null;
  call: CallOffer;
  /** Name of the agent's organisation. */
  carrier: string;
  /** Why the agent may not start one; null when nothing forbids it. */
  refusal: string | null;
  /** Set when the theme's list of carriers does not name the organisation's kind: a warning, never a refusal. */
  carrierFinding: Finding | null;
  /** Projects of the organisation the agent already works on. */
  projects: readonly { id: string; title: string }[];
}

/** The offer of a theme given by its address segment. Throws `not-found` for a theme that does not exist. */
export async function readDossierOffer(actor: Actor, slug: string): Promise<DossierOffer> {
  const theme = themeBySlug(slug);
  if (!theme) throw notFound();
  const [call, projects, now] = await Promise.all([
    callFor(theme.code),
    projectsOf(actor),
    portalNow(),
  ]);
  const { carrier, refusal } = carrierOf(actor);
  const finding =
    carrier &&
    simulate(theme, {
      carrier: { kind: carrier.kind },
      filedAt: now,
      priorGrants: [],
      phaseOfLargerProject: false,
      expenses: [],
      answers: {},
    }).findings.find(({ code }) => code === "CARRIER_INELIGIBLE");
  return {
    theme,
    form: formByTheme(theme.code),
    call,
    carrier: carrier?.name ?? "Organisation inconnue",
    refusal,
    carrierFinding: finding ?? null,
    projects,
  };
}

async function projectsOf(actor: Actor) {
  if (!actor.organisation) return [];
  return database().project.findMany({
    where: {
      organisationId: actor.organisation.id,
      dossiers: { some: visibleDossiers(actor, "carrier") },
    },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, title: true },
  });
}
