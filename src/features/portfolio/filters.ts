import { z } from "zod";
import { DOSSIER_STATUSES, type DossierStatus, STATUS_LABELS } from "@/domain/dossier/statuses";
import { THEMES, themeBySlug } from "@/domain/themes/index";
import type { ThemeCode } from "@/domain/themes/types";

/** A place in the list: the dossiers after (older) or before (newer) this one, in its order. */
export interface Cursor {
  direction: "after" | "before";
  filedAt: Date;
  id: string;
}

/** What the address of the portfolio asks for. */
export interface PortfolioQuery {
  /** Null: every ministry the agent serves. */
  ministryId: string | null;
  theme: ThemeCode | null;
  /** As shown to the ministry. */
  status: DossierStatus | null;
  cursor: Cursor | null;
}

/** Statuses a ministry may be shown: never a draft, nothing of the jury. */
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

/** Reads the address. A theme, a status or a place that does not exist is as if it were not asked. */
export function readPortfolioQuery(params: AddressParams): PortfolioQuery {
  const value = (name: string) => [params[name]].flat()[0] ?? "";
  const after = readPlace(value("apres"));
  const before = readPlace(value("avant"));
  return {
    ministryId: value("ministere") || null,
    theme: themeBySlug(value("theme"))?.code ?? null,
    status: SHOWN_STATUSES.find((status) => statusSlug(status) === value("statut")) ?? null,
    cursor: after
      ? { direction: "after", ...after }
      : before
        ? { direction: "before", ...before }
        : null,
  };
}

/** The address of a portfolio, without its path. */
export function portfolioAddress(query: PortfolioQuery): URLSearchParams {
  const { ministryId, theme, status, cursor } = query;
  const params = new URLSearchParams();
  if (ministryId) params.set("ministere", ministryId);
  if (theme) params.set("theme", THEMES[theme].slug);
  if (status) params.set("statut", statusSlug(status));
  if (cursor) {
    const name = cursor.direction === "after" ? "apres" : "avant";
    params.set(name, `${cursor.filedAt.getTime()}_${cursor.id}`);
  }
  return params;
}

/** `1611133200000_` and an id. The milliseconds stay in what a date can hold. */
const place = /^(\d{12,14})_(.+)$/;

function readPlace(text: string): { filedAt: Date; id: string } | null {
  const [, milliseconds, id] = place.exec(text) ?? [];
  if (!milliseconds || !z.uuid().safeParse(id).success) return null;
  return { filedAt: new Date(Number(milliseconds)), id: id ?? "" };
}
