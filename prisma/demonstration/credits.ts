import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { EXTRACT_COLUMNS } from "@/domain/credits/extract";
import type { DossierKind, UnitKind, UnitNature } from "@/domain/credits/movements";
import { euros } from "@/domain/money";
import type { Actor } from "@/domain/rights/actor";
import { createUnit } from "@/features/credits/commands/create-unit";
import { confirmMovement } from "@/features/credits/commands/decide-movement";
import { enterExtract } from "@/features/credits/commands/enter-extract";
import {
  proposeDossierMovement,
  proposeUnitMovement,
} from "@/features/credits/commands/propose-movement";
import { receiveExtract } from "@/features/credits/commands/receive-extract";
import { database } from "@/server/database/client";
import { sha256 } from "@/server/fingerprint";
import { uuidOf } from "./acts";
import { setPortalClock } from "./clock";
import { french } from "./french";
import { organisation } from "./organisations";

const DAY = "2021-01-20";

/** The units of the demonstration, by the key of their ministry. */
const UNITS: readonly { code: string; ministry: string; nature: UnitNature; label: string }[] = [
  {
    code: "0363-INT-UO1",
    ministry: "interieur",
    nature: "delegation",
    label: "UO France Relance, ministère de l'Intérieur",
  },
  {
    code: "0363-INT-T01",
    ministry: "interieur",
    nature: "transfer",
    label: "Réseaux, BOP du ministère de l'Intérieur",
  },
  {
    code: "0363-TES-UO1",
    ministry: "ecologie",
    nature: "delegation",
    label: "UO France Relance, ministère de la Transition écologique",
  },
];

/** A movement of the demonstration, in whole euros. */
interface Movement {
  key: string;
  at: string;
  ae?: number;
  cp?: number;
  reference?: string;
  reason: string;
  /** Nobody has answered it yet. */
  waits?: true;
}
type UnitMovement = Movement & { of: string; kind: UnitKind };
type DossierMovement = Movement & { of: string; kind: DossierKind };

const FLOOD_ALERT = "itn3 inondations";

const DELEGATIONS: readonly UnitMovement[] = [
  {
    key: "délégation intérieur",
    at: "09:12",
    of: "0363-INT-UO1",
    kind: "delegation",
    ae: 1_000_000,
    cp: 600_000,
    reason: "Première délégation de 2021.",
  },
  {
    key: "délégation écologie",
    at: "09:14",
    of: "0363-TES-UO1",
    kind: "delegation",
    ae: 400_000,
    cp: 250_000,
    reason: "Première délégation de 2021.",
  },
  {
    key: "transfert intérieur",
    at: "09:16",
    of: "0363-INT-T01",
    kind: "delegation",
    ae: 150_000,
    cp: 150_000,
    reason: "Transfert pour les premiers sites de SNAP1.",
    waits: true,
  },
];

const DOSSIER_MOVEMENTS: readonly DossierMovement[] = [
  {
    key: "crues, délégation",
    at: "09:20",
    of: FLOOD_ALERT,
    kind: "allocation",
    ae: 250_000,
    cp: 150_000,
    reason: "Crédits de la première année.",
  },
  {
    key: "crues, engagement",
    at: "09:24",
    of: FLOOD_ALERT,
    kind: "commitment",
    ae: 180_000,
    reference: "2100034567",
    reason: "Bon de commande du prestataire.",
  },
  {
    key: "crues, paiement",
    at: "09:28",
    of: FLOOD_ALERT,
    kind: "payment",
    cp: 54_000,
    reference: "DP-2021-0012",
    reason: "Avance de 30 % à la commande.",
    waits: true,
  },
];

/**
 * Writes the credits of the demonstration with the portal's own commands, on the morning of 20 January 2021: units, what
 * the BOP delegates, what a ministry entrusts to a dossier, two movements that wait for a second person,
 * and an extract of the accounting.
 */
export async function seedCredits(actor: (key: string) => Actor): Promise<void> {
  await setPortalClock(at("09:10"));
  for (const { ministry, label, ...unit } of UNITS) {
    const { siret } = organisation(ministry);
    const { id } = await database().organisation.findUniqueOrThrow({ where: { siret } });
    const input = { ...unit, bop: "DINUM", ministryId: id, label: french(label) } as const;
    await createUnit(actor("administrateur"), input);
  }
  for (const movement of DELEGATIONS) {
    const { id: unit } = await database().operatingUnit.findUniqueOrThrow({
      where: { code: movement.of },
    });
    await setPortalClock(at(movement.at));
    const input = { ...orderOf(movement), unit, movement: movement.kind };
    const { id } = await proposeUnitMovement(actor("gestionnaire-bop-dinum"), input);
    if (!movement.waits) {
      await confirmMovement(actor("second-gestionnaire-bop-dinum"), { proposal: id });
    }
  }
  for (const movement of DOSSIER_MOVEMENTS) {
    const { number } = await database().dossier.findUniqueOrThrow({
      where: { id: uuidOf(movement.of) },
    });
    await setPortalClock(at(movement.at));
    const input = { ...orderOf(movement), number, movement: movement.kind };
    const { id } = await proposeDossierMovement(actor("dnum-interieur"), input);
    if (!movement.waits) {
      await confirmMovement(actor("seconde-dnum-interieur"), { proposal: id });
    }
  }
  const { number } = await database().dossier.findUniqueOrThrow({
    where: { id: uuidOf(FLOOD_ALERT) },
  });
  await setPortalClock(at("09:32"));
  await seedExtract(actor("second-gestionnaire-bop-dinum"), number);
}

/** What the accounting said that morning: one line taken, one already told, one of a dossier without an award. */
async function seedExtract(keeper: Actor, number: string): Promise<void> {
  const line = (piece: string, amount: string, dossier: string, label: string) =>
    ["0363-INT-UO1", "EJ", piece, "10", "2021", dossier, amount, "20/01/2021", label].join(";");
  const content = [
    EXTRACT_COLUMNS.map(({ label }) => label).join(";"),
    line("2100034610", "20000,00", number, "Capteurs de niveau"),
    line("2100034610", "20000,00", number, "Capteurs de niveau"),
    line("2100034611", "1500,00", "2020-000001", "Étude"),
  ].join("\r\n");
  const folder = await mkdtemp(path.join(tmpdir(), "demonstration-"));
  try {
    const file = path.join(folder, "extrait");
    await writeFile(file, content);
    const size = Buffer.byteLength(content);
    const posted = { name: "extrait-2021-01-20.csv", path: file, size, sha256: sha256(content) };
    const { id: extract } = await receiveExtract(keeper, posted);
    await enterExtract(keeper, { extract });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const at = (time: string) => `${DAY}T${time}:00+01:00`;

const orderOf = ({ key, ae = 0, cp = 0, reference = "", reason }: Movement) =>
  ({
    key: uuidOf(`crédits ${key}`),
    ae: euros(ae),
    cp: euros(cp),
    reference,
    onDay: DAY,
    reason: french(reason),
  }) as const;
