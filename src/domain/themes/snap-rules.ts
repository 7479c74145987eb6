import type { EligibilityRule, Fact } from "@/domain/themes/types";

/** What several themes of the SNAP volet say the same way. */

/** COSINUM l.40: the fund buys no terminal, which stays on the ministries' budgets. */
export const noTerminal: Fact = {
  text: "L’achat de terminaux (ordinateurs, tablettes, téléphones)\u00A0: il reste à la charge des ministères.",
  source: "COSINUM l.40",
};

export const roundingDown: Fact = {
  text: "La subvention est arrondie au centime inférieur.",
  source: "Livret l.410",
  reading:
    "Ce thème ne dit pas comment arrondir\u202F; la règle d’ITN8, «\u00A0maximum\u00A0», est appliquée à tous.",
};

/** Titre 2 is not mentioned: it stays out of the base (reading of the texts, Money). */
export function staffNotAccepted(source: string): Fact {
  return {
    text: "Les dépenses de personnel de l’administration (T2) n’entrent pas dans la base de la subvention.",
    source,
    reading: "Le texte ne parle pas du T2 pour ce thème\u00A0: il n’est pas retenu.",
  };
}

export function noClosingDate(source: string): Fact {
  return {
    text: "La date de fermeture du guichet\u00A0: aucune n’est écrite.",
    source,
  };
}

/** Livret l.676, l.715, l.748, l.802: the DNUM knows before the filing, unless it is the carrier. */
export function dnumInformedRule(source: string): EligibilityRule {
  return {
    asks: ["dnumInformed"],
    check: ({ carrier, answers }) =>
      carrier.kind === "dnum" || answers.dnumInformed !== false
        ? null
        : {
            code: "DNUM_INFORMATION_MISSING",
            severity: "incomplete",
            message:
              "La direction du numérique (DNUM) du ministère doit être informée avant le dépôt. Informez-la, puis répondez oui.",
            source,
            interpretation: false,
          },
  };
}

/** Livret l.748, l.802: the project brings something to French companies. */
export function frenchBenefitsRule(source: string): EligibilityRule {
  return {
    asks: ["frenchCompanyInvolved"],
    check: ({ answers }) =>
      answers.frenchCompanyInvolved === false
        ? {
            code: "FRENCH_COMPANY_MISSING",
            severity: "blocking",
            message: "Le projet doit apporter des retombées à des entreprises françaises.",
            source,
            interpretation: false,
          }
        : null,
  };
}

/** Livret l.770, l.822: indicators are computable at least once a month. */
export function monthlyIndicatorsRule(source: string): EligibilityRule {
  return {
    asks: ["indicatorCadence"],
    check: ({ answers: { indicatorCadence } }) =>
      indicatorCadence === "quarter" || indicatorCadence === "year"
        ? {
            code: "INDICATOR_CADENCE_TOO_SLOW",
            severity: "blocking",
            message:
              "Chaque indicateur doit pouvoir être calculé au moins une fois par mois. Choisissez une mesure plus fréquente.",
            source,
            interpretation: false,
          }
        : null,
  };
}

/** Livret l.694, l.735: the carrier commits to twelve months; a longer plan is noticed, not refused. */
export function implementationRule(source: string): EligibilityRule {
  return {
    asks: ["implementationWithinMonths"],
    check: ({ answers: { implementationWithinMonths: months } }) =>
      months !== undefined && months > 12
        ? {
            code: "IMPLEMENTATION_TOO_LONG",
            severity: "warning",
            message: `La mise en œuvre est prévue en ${months} mois\u202F; le porteur s’engage sur 12 mois au plus.`,
            source,
            interpretation: true,
          }
        : null,
  };
}
