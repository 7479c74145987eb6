import { z } from "zod";
import { dossierNumber } from "@/domain/dossier/number";

type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the credits asks for: the dossiers of one unit, a place in their list. */
export interface CreditsQuery {
  unitId: string | null;
  /** The number the page comes just after, or just before; null for the first page. */
  cursor: { direction: "after" | "before"; number: string } | null;
}

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** Reads the address. What does not exist is as if it were not asked. */
export function readCreditsQuery(params: AddressParams): CreditsQuery {
  const unit = z.uuid().safeParse(one(params.unite));
  const place = (name: string) => dossierNumber.safeParse(one(params[name])).data;
  const [after, before] = [place("apres"), place("avant")];
  return {
    unitId: unit.success ? unit.data : null,
    cursor: after
      ? { direction: "after", number: after }
      : before
        ? { direction: "before", number: before }
        : null,
  };
}

/** The address of the list, without its path. */
export function creditsAddress({ unitId, cursor }: CreditsQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (unitId) params.set("unite", unitId);
  if (cursor) params.set(cursor.direction === "after" ? "apres" : "avant", cursor.number);
  return params;
}

/** A place in a list of movements: the id after which it goes on, newest first. */
export function readPlace(params: AddressParams): string | null {
  const place = z.uuid().safeParse(one(params.apres));
  return place.success ? place.data : null;
}
