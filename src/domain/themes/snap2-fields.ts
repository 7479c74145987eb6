import { numberOf, paragraph, whole } from "@/domain/themes/field-kinds";
import type { ThemeForm } from "@/domain/themes/types";

/** What SNAP2A and SNAP2B ask alike. */

/** The commitment to twelve months (Livret l.694, l.735), which SNAP2B also rates as speed (l.730). */
export function implementationWithinMonths(source: string) {
  return whole(
    {
      label: "En combien de mois le raccordement sera-t-il en service\u202F?",
      hint: "L’engagement du thème est de 12 mois au plus. Exemple\u00A0: 9",
      source,
      missing: "Indiquez le délai de mise en œuvre, en mois. Exemple\u00A0: 7.",
      wrong:
        "Le délai de mise en œuvre doit être un nombre entier de mois, de 1 à 60. Exemple\u00A0: 7.",
    },
    { min: 1, max: 60 },
  );
}

/** The counterpart in staff (Livret l.675, l.714). */
export function internalStaff(source: string) {
  return paragraph({
    label: "Quels agents de l’administration travailleront au projet\u202F?",
    hint: "C’est la contrepartie demandée au ministère, en titre 2\u00A0: inscrivez aussi leur coût au plan de financement. Exemple\u00A0: une architecte, 40\u00A0% pendant six mois",
    maxLength: 2000,
    source,
    missing:
      "Décrivez les agents mobilisés et leur temps. Exemple\u00A0: un intégrateur, deux jours par semaine.",
  });
}

/** What the rules of both themes read. */
export const snap2Answers: ThemeForm["simulationAnswers"] = (values) => ({
  implementationWithinMonths: numberOf(values.implementationWithinMonths),
});
