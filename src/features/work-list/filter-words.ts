import { DOSSIER_STATUSES, STATUS_LABELS } from "@/domain/dossier/statuses";
import { VISA_LABELS, VISA_STATUSES } from "@/domain/dossier/visa";
import { THEMES } from "@/domain/themes/index";
import { AGES, DUES, type Due, ORDERS, type VisaFilter } from "./filters";
import type { Choice, Choices } from "./queries/choices";

/** What each choice of the filters is called, in the form and in the tags alike. */

export const AGE_CHOICES: readonly Choice[] = AGES.map((days) => ({
  value: String(days),
  label: `Déposé il y a ${days}\u00A0jours ou plus`,
}));

const DUE_LABELS: Record<Due, string> = {
  depassee: "Échéance dépassée",
  7: "Échéance d’ici 7\u00A0jours",
  30: "Échéance d’ici 30\u00A0jours",
};
export const DUE_CHOICES: readonly Choice[] = DUES.map((value) => ({
  value,
  label: DUE_LABELS[value],
}));

export const STATUS_CHOICES: readonly Choice[] = DOSSIER_STATUSES.filter(
  (status) => status !== "draft",
).map((value) => ({ value, label: STATUS_LABELS[value].label }));

const VISA_FILTER_LABELS: Record<VisaFilter, string> = {
  ...(Object.fromEntries(
    VISA_STATUSES.map((status) => [status, VISA_LABELS[status].label]),
  ) as Record<(typeof VISA_STATUSES)[number], string>),
  "sans-objet": "Sans objet",
};
export const VISA_CHOICES: readonly Choice[] = Object.entries(VISA_FILTER_LABELS).map(
  ([value, label]) => ({ value, label }),
);

export const ORDER_CHOICES: readonly Choice[] = Object.entries(ORDERS).map(([value, label]) => ({
  value,
  label,
}));

export const themeChoices = ({ themes }: Choices): readonly Choice[] =>
  themes.map((value) => ({ value, label: `${value}\u00A0: ${THEMES[value].title}` }));

export const assigneeChoices = ({ instructors }: Choices): readonly Choice[] => [
  { value: "moi", label: "Moi" },
  { value: "personne", label: "Sans instructeur" },
  ...instructors,
];

/** The label of a value among choices; the value itself when nobody offers it any more. */
export const labelOf = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
