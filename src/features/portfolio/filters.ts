import { z } from "zod";
import { UNRANKED } from "@/domain/dossier/ministry-rank";
import { STAGE_WORDS, STAGES, type Stage } from "@/domain/dossier/stages";
import { DOSSIER_STATUSES, type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { ALERT_WORDS, PROJECT_ALERTS, type ProjectAlert } from "@/domain/execution/alerts";
import { THEMES, themeBySlug } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";

/** A place in the list: the dossiers after or before this one, in its order. */
export interface Cursor {
  direction: "after" | "before";
  rank: number;
  id: string;
}

/** What the address of the portfolio asks for. Null: whatever. */
export interface PortfolioQuery {
  view: "table" | "board";
  /** Null: every ministry the agent serves. */
  ministryId: string | null;
  theme: ThemeCode | null;
  stage: Stage | null;
  /** As shown to the ministry. */
  status: DossierStatus | null;
  /** The carrier. */
  organisationId: string | null;
  alert: ProjectAlert | null;
  /** The saved view the address comes from. */
  savedId: string | null;
  cursor: Cursor | null;
}

export const EVERYTHING: PortfolioQuery = {
  view: "table",
  ministryId: null,
  theme: null,
  stage: null,
  status: null,
  organisationId: null,
  alert: null,
  savedId: null,
  cursor: null,
};

/** Statuses a ministry may be shown: drafts have a stage of their own, and nothing of the jury is. */
export const SHOWN_STATUSES: readonly DossierStatus[] = DOSSIER_STATUSES.filter(
  (status) => !["draft", "heard", "scored", "reserve"].includes(status),
);

/** `a-completer`: a status in an address. */
export function statusSlug(status: DossierStatus): string {
  return STATUS_LABELS[status].label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}

type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. A theme, a stage or a place that does not exist is as if it were not asked. */
export function readPortfolioQuery(params: AddressParams): PortfolioQuery {
  const value = (name: string) => [params[name]].flat()[0] ?? "";
  const uuid = (name: string) => (z.uuid().safeParse(value(name)).success ? value(name) : null);
  return {
    view: value("vue") === "colonnes" ? "board" : "table",
    // Not even an id: as one of a ministry the agent does not serve.
    ministryId: value("ministere") || null,
    theme: themeBySlug(value("theme"))?.code ?? null,
    stage: STAGES.find((stage) => STAGE_WORDS[stage].slug === value("etape")) ?? null,
    status: SHOWN_STATUSES.find((status) => statusSlug(status) === value("statut")) ?? null,
    organisationId: uuid("organisation"),
    alert: PROJECT_ALERTS.find((alert) => ALERT_WORDS[alert].slug === value("alerte")) ?? null,
    savedId: uuid("enregistree"),
    cursor: placeIn("after", value("apres")) ?? placeIn("before", value("avant")),
  };
}

/** The address of a portfolio, without its path. What is not told is as by default. */
export function portfolioAddress(query: Partial<PortfolioQuery>): URLSearchParams {
  const { view, ministryId, theme, stage, status, organisationId, alert, savedId, cursor } = query;
  const params = new URLSearchParams();
  if (view === "board") params.set("vue", "colonnes");
  if (ministryId) params.set("ministere", ministryId);
  if (theme) params.set("theme", THEMES[theme].slug);
  if (stage) params.set("etape", STAGE_WORDS[stage].slug);
  if (status) params.set("statut", statusSlug(status));
  if (organisationId) params.set("organisation", organisationId);
  if (alert) params.set("alerte", ALERT_WORDS[alert].slug);
  if (savedId) params.set("enregistree", savedId);
  if (cursor) {
    params.set(cursor.direction === "after" ? "apres" : "avant", `${cursor.rank}_${cursor.id}`);
  }
  return params;
}

/** What a view is saved as, and a file made from: not the page, nor the name it had. */
export function savedQuery(query: PortfolioQuery): string {
  return portfolioAddress({ ...query, savedId: null, cursor: null }).toString();
}

/** The query of an address kept as a text: a saved view, a file. */
export function queryOf(address: string): PortfolioQuery {
  return readPortfolioQuery(Object.fromEntries(new URLSearchParams(address)));
}

/** `12_` and an id. */
const place = /^(\d{1,4})_(.+)$/;

function placeIn(direction: Cursor["direction"], text: string): Cursor | null {
  const [, typed, id] = place.exec(text) ?? [];
  const rank = Number(typed);
  if (!id || rank < 1 || rank > UNRANKED || !z.uuid().safeParse(id).success) return null;
  return { direction, rank, id };
}
