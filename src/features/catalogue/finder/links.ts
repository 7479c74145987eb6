import { CARRIED } from "@/domain/dossier/carried-answers";
import { CATEGORY_LABELS } from "@/domain/funding/labels";
import { cents, formatAmount, ZERO } from "@/domain/money";
import type { Theme } from "@/domain/themes/types";
import { CARRIER_CHOICES, type FinderAnswers } from "@/features/catalogue/finder/read-answers";
import { FIELDS, lineField } from "@/features/catalogue/simulator/field-names";
import { slugOf } from "@/features/catalogue/words";
import { routes } from "@/routes";

/** Where a dossier starts with what was answered: as typed, and only what was. */
export function startAddress(theme: Theme, params: URLSearchParams): string {
  const carried = new URLSearchParams();
  for (const name of Object.values(CARRIED)) {
    const value = params.get(name)?.trim();
    if (value) carried.set(name, value);
  }
  return routes.newDossier(theme.slug, carried);
}

/** The simulator of a theme with the amounts and the carrier already there. */
export function simulatorAddress(theme: Theme, { carrier, total, staff }: FinderAnswers): string {
  const query = new URLSearchParams();
  const category = theme.funding?.categories?.[0] ?? "services";
  const lines = [
    { amount: cents(total - staff), nature: "T3", category },
    { amount: staff, nature: "T2", category: "staff" },
  ] as const;
  for (const [line, { amount, nature, category: of }] of lines.entries()) {
    if (amount === ZERO) continue;
    query.set(lineField(line, "amount"), formatAmount(amount));
    query.set(lineField(line, "nature"), nature);
    query.set(lineField(line, "year"), "2021");
    query.set(lineField(line, "category"), slugOf(CATEGORY_LABELS[of]));
  }
  const kind = CARRIER_CHOICES.find((choice) => choice.kind === carrier);
  if (kind) query.set(FIELDS.carrier, kind.value);
  return routes.simulator(theme.slug, query);
}
