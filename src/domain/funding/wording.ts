import type { TenThousandths } from "@/domain/funding/types";
import type { CarrierKind } from "@/domain/themes/types";

/** Kinds of carrier inside a sentence, singular. */
export const CARRIER_KIND_LABELS: Readonly<Record<CarrierKind, string>> = {
  "central-administration": "administration centrale",
  "business-directorate": "direction métier d’administration",
  dnum: "direction du numérique (DNUM)",
  "deconcentrated-service": "service déconcentré de l’État",
  "state-operator": "opérateur de l’État",
  "public-laboratory": "laboratoire public de recherche",
  "local-authority": "collectivité territoriale",
};

const LIST = new Intl.ListFormat("fr", { type: "conjunction" });

/** `2021, 2022 et 2023`. */
export function enumerate(items: Iterable<string | number>): string {
  return LIST.format(Array.from(items, String));
}

/** `45 %`, `49,99 %` of a share in ten-thousandths. */
export function formatShare(share: TenThousandths): string {
  const decimals = (share % 100).toString().padStart(2, "0").replace(/0+$/, "");
  return `${Math.floor(share / 100)}${decimals && `,${decimals}`}\u00A0%`;
}

/** `75 %` of the fraction 3/4. */
export function formatRate([numerator, denominator]: readonly [number, number]): string {
  return formatShare(Math.floor((numerator * 10_000) / denominator));
}
