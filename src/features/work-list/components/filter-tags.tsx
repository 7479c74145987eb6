import { formatEuros } from "@/domain/money";
import { routes } from "@/routes";
import { FilterTags } from "@/ui/list-filters";
import {
  AGE_CHOICES,
  assigneeChoices,
  DUE_CHOICES,
  labelOf,
  STATUS_CHOICES,
  VISA_CHOICES,
} from "../filter-words";
import { filterQuery, type ListFilters } from "../filters";
import type { Choices } from "../queries/choices";

interface Tag {
  label: string;
  /** What taking it off changes. */
  without: Partial<ListFilters>;
}

/** The filters applied, each with the link that takes it off; what is searched stands in its own field. */
export function ListTags({ choices, filters }: { choices: Choices; filters: ListFilters }) {
  return (
    <FilterTags
      tags={tagsOf(choices, filters).map(({ label, without }) => ({
        label,
        href: routes.instruction(filterQuery({ ...filters, cursor: null, ...without })),
      }))}
    />
  );
}

function tagsOf(choices: Choices, filters: ListFilters): Tag[] {
  const { theme, status, assignee, due, age, visa, ministryId, label } = filters;
  const { grantFrom, grantTo } = filters;
  const tags: (Tag | null | "")[] = [
    theme && { label: theme, without: { theme: null } },
    status && { label: labelOf(STATUS_CHOICES, status), without: { status: null } },
    assignee && {
      label: `Instructeur\u00A0: ${labelOf(assigneeChoices(choices), assignee)}`,
      without: { assignee: null },
    },
    due && { label: labelOf(DUE_CHOICES, due), without: { due: null } },
    age && { label: labelOf(AGE_CHOICES, String(age)), without: { age: null } },
    visa && { label: `Visa\u00A0: ${labelOf(VISA_CHOICES, visa)}`, without: { visa: null } },
    ministryId && {
      label: labelOf(choices.ministries, ministryId),
      without: { ministryId: null },
    },
    label && { label: `Étiquette\u00A0: ${label}`, without: { label: null } },
    grantFrom === null
      ? null
      : { label: `Au moins ${formatEuros(grantFrom)}`, without: { grantFrom: null } },
    grantTo === null
      ? null
      : { label: `Au plus ${formatEuros(grantTo)}`, without: { grantTo: null } },
  ];
  return tags.filter((tag) => tag !== null && tag !== "");
}
