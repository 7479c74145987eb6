import type { ReactNode } from "react";
import { AppLink } from "@/ui/app-link";
import { SelectField } from "@/ui/select-field";

/** The filters of a list, in one GET form: the address says the selection. Works without script. */
export function FilterForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form action={action} method="get">
      <div className="fr-grid-row fr-grid-row--gutters">{children}</div>
      <button className="fr-btn fr-btn--secondary fr-my-3w" type="submit">
        Appliquer les filtres
      </button>
    </form>
  );
}

export interface FilterChoiceProps {
  name: string;
  label: string;
  /** Label of the empty choice. */
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** One filter among a list of values, or none. */
export function FilterChoice({ name, label, all, value, options }: FilterChoiceProps) {
  return (
    <div className="fr-col-12 fr-col-md-4">
      <SelectField
        name={name}
        id={`filtre-${name}`}
        label={label}
        options={options}
        defaultValue={value}
        emptyLabel={all}
        native={{ required: false }}
      />
    </div>
  );
}

/** The filters applied, each with the link that takes it off. */
export function FilterTags({ tags }: { tags: readonly { label: string; href: string }[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="fr-tags-group" aria-label="Filtres appliqués">
      {tags.map(({ label, href }) => (
        <li key={label}>
          <AppLink className="fr-tag" href={href}>
            <span className="fr-sr-only">Retirer le filtre </span>
            {label}
            <span className="fr-icon-close-line fr-icon--sm fr-ml-1v" aria-hidden="true" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
