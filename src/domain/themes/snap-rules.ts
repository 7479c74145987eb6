import { condition } from "@/domain/funding/conditions";
import { finding } from "@/domain/funding/finding";
import type { EligibilityRule } from "@/domain/themes/types";

/** Conditions that several themes of the SNAP volet share. */

/** Livret l.676, l.715, l.748, l.802: the DNUM knows before the filing, unless it is the carrier. */
export function dnumInformedRule(source: string): EligibilityRule {
  return condition(
    "dnumInformed",
    (informed, { carrier }) => informed || carrier.kind === "dnum",
    () =>
      finding(
        "DNUM_INFORMATION_MISSING",
        "La direction du numérique (DNUM) du ministère doit être informée avant le dépôt.",
        source,
      ),
  );
}

/** Livret l.748, l.802: the project brings something to French companies. */
export function frenchBenefitsRule(source: string): EligibilityRule {
  return condition(
    "frenchCompanyInvolved",
    (involved) => involved,
    () =>
      finding(
        "FRENCH_COMPANY_MISSING",
        "Le projet doit bénéficier à des entreprises françaises.",
        source,
      ),
  );
}

/** Livret l.770, l.822: indicators are computable at least once a month. */
export function monthlyIndicatorsRule(source: string): EligibilityRule {
  return condition(
    "indicatorCadence",
    (cadence) => cadence === "month",
    () =>
      finding(
        "INDICATOR_CADENCE_TOO_SLOW",
        "Chaque indicateur doit pouvoir être calculé au moins une fois par mois. Choisissez une mesure plus fréquente.",
        source,
      ),
  );
}

/** Livret l.694, l.735: the carrier commits to twelve months; a longer plan is noticed, not refused. */
export function implementationRule(source: string): EligibilityRule {
  return condition(
    "implementationWithinMonths",
    (months) => months <= 12,
    (months) =>
      finding(
        "IMPLEMENTATION_TOO_LONG",
        `La mise en œuvre est prévue en ${months} mois\u202F; le porteur s’engage sur 12 mois au plus.`,
        source,
        { interpretation: true },
      ),
  );
}
