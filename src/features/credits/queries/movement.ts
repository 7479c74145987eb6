import { randomUUID } from "node:crypto";
import { type Day, parisDay } from "@/domain/calendar";
import { leftInAccount, leftInBop, leftInUnit, type Purse } from "@/domain/credits/ledger";
import {
  DOSSIER_KINDS,
  type DossierKind,
  movementBySlug,
  UNIT_KINDS,
  type UnitKind,
} from "@/domain/credits/movements";
import { notFound } from "@/domain/errors";
import { type Cents, cents, formatEuros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { portalNow } from "@/server/clock";
import { bopSums } from "@/server/credits";
import { database } from "@/server/database/client";
import { readCreditedDossier } from "./dossier";
import { readUnit } from "./unit";

/** What the form of a movement needs: how much there is, the day, the key of this form. */
export interface MovementPage<Kind> {
  kind: Kind;
  /** « Unité 0363-DNUM-INT », « Dossier 2021-000421 ». */
  of: string;
  left: { ae: string; cp: string };
  today: Day;
  formKey: string;
}

const told = (amount: Cents, use: string) => `Il reste ${formatEuros(amount)} ${use}.`;
const bothTold = ({ ae, cp }: Purse, use: string) => ({ ae: told(ae, use), cp: told(cp, use) });

async function page<Kind>(kind: Kind, of: string, left: MovementPage<Kind>["left"]) {
  return { kind, of, left, today: parisDay(await portalNow()), formKey: randomUUID() };
}

/** A movement between a unit and its BOP. Throws `not-found` when the reader may not propose it. */
export async function readUnitMovement(
  actor: Actor,
  id: string,
  slug: string,
): Promise<MovementPage<UnitKind>> {
  const kind = movementBySlug(UNIT_KINDS, slug);
  const unit = await readUnit(actor, id, null);
  if (!kind || !unit.proposable.includes(kind)) throw notFound();
  const bop = await database().bop.findUniqueOrThrow({ where: { owner: unit.bop } });
  const left =
    kind === "delegation"
      ? bothTold(leftInBop(bopSums(bop)), "à déléguer dans le BOP")
      : bothTold(leftInUnit(unit), "à rendre dans l’unité");
  return page(kind, `Unité ${unit.code}`, left);
}

/** A movement of a dossier's credits. Throws `not-found` when the reader may not propose it. */
export async function readDossierMovement(
  actor: Actor,
  number: string,
  slug: string,
): Promise<MovementPage<DossierKind>> {
  const kind = movementBySlug(DOSSIER_KINDS, slug);
  const dossier = await readCreditedDossier(actor, number);
  if (!kind || !dossier.unit || !dossier.proposable.includes(kind)) throw notFound();
  const account = leftInAccount(dossier.account);
  const nothing = cents(0);
  const lefts: Record<DossierKind, MovementPage<DossierKind>["left"]> = {
    allocation: bothTold(
      {
        ae: cents(Math.min(dossier.receivable, dossier.unit.left.ae)),
        cp: cents(Math.min(dossier.receivable, dossier.unit.left.cp)),
      },
      "à déléguer à ce dossier",
    ),
    commitment: bothTold({ ae: account.toCommit, cp: nothing }, "à engager"),
    payment: bothTold({ ae: nothing, cp: account.toPay }, "à payer sur les engagements"),
    return: bothTold(account.toReturn, "qui peuvent être rendus"),
  };
  return page(kind, `Dossier ${number}`, lefts[kind]);
}
