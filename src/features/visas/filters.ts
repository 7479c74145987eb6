import { z } from "zod";
import { VISA_LABELS, VISA_STATUSES, type VisaStatus } from "@/domain/dossier/visa";

/** A place in the list: by end of the delay, those that never end by silence first, then by id. */
export interface VisaCursor {
  direction: "after" | "before";
  tacitAt: Date | null;
  id: string;
}

/** What the address of the list asks for. */
export interface VisaQuery {
  /** Null: every ministry the agent serves. */
  ministryId: string | null;
  /** Null: every state. */
  status: VisaStatus | null;
  cursor: VisaCursor | null;
}

/** `avec-reserve`: a state in an address. */
export function visaSlug(status: VisaStatus): string {
  return VISA_LABELS[status].label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}

/** Says in the address that every state is asked for: without it, the visas to give. */
export const EVERY_STATE = "tous";

type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. Without a state, the visas to give; what does not exist is as if it were not asked. */
export function readVisaQuery(params: AddressParams): VisaQuery {
  const value = (name: string) => [params[name]].flat()[0] ?? "";
  const after = readPlace(value("apres"));
  const before = readPlace(value("avant"));
  const known = VISA_STATUSES.find((status) => visaSlug(status) === value("etat"));
  return {
    ministryId: value("ministere") || null,
    status: known ?? (value("etat") === EVERY_STATE ? null : "awaited"),
    cursor: after
      ? { direction: "after", ...after }
      : before
        ? { direction: "before", ...before }
        : null,
  };
}

/** The address of a list, without its path. */
export function visaAddress({ ministryId, status, cursor }: VisaQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (ministryId) params.set("ministere", ministryId);
  if (status !== "awaited") params.set("etat", status ? visaSlug(status) : EVERY_STATE);
  if (cursor) {
    const name = cursor.direction === "after" ? "apres" : "avant";
    params.set(name, `${cursor.tacitAt?.getTime() ?? "sans-delai"}_${cursor.id}`);
  }
  return params;
}

/** `1611133200000_` or `sans-delai_`, and an id. The milliseconds stay in what a date can hold. */
const place = /^(\d{12,14}|sans-delai)_(.+)$/;

function readPlace(text: string): { tacitAt: Date | null; id: string } | null {
  const [, end, id] = place.exec(text) ?? [];
  if (!end || !z.uuid().safeParse(id).success) return null;
  return { tacitAt: end === "sans-delai" ? null : new Date(Number(end)), id: id ?? "" };
}
