import { VISA_LABELS, VISA_STATUSES } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { SelectField } from "@/ui/select-field";
import { EVERY_STATE, type VisaQuery, visaSlug } from "../filters";

interface Props {
  query: VisaQuery;
  ministries: readonly { id: string; name: string }[];
}

/** State, and ministry for an agent of several, in one GET form: the address says the selection. */
export function VisaFilters({ query, ministries }: Props) {
  return (
    <form action={routes.visas()} method="get">
      <div className="fr-grid-row fr-grid-row--gutters">
        {ministries.length > 1 && (
          <div className="fr-col-12 fr-col-md-6">
            <SelectField
              name="ministere"
              id="filtre-ministere"
              label="Ministère"
              emptyLabel="Tous vos ministères"
              options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={query.ministryId ?? ""}
              native={{ required: false }}
            />
          </div>
        )}
        <div className="fr-col-12 fr-col-md-4">
          <SelectField
            name="etat"
            id="filtre-etat"
            label="État du visa"
            emptyLabel={null}
            options={[
              ...VISA_STATUSES.map((status) => ({
                value: visaSlug(status),
                label: VISA_LABELS[status].label,
              })),
              { value: EVERY_STATE, label: "Tous" },
            ]}
            defaultValue={query.status ? visaSlug(query.status) : EVERY_STATE}
          />
        </div>
      </div>
      <button className="fr-btn fr-btn--secondary fr-my-3w" type="submit">
        Appliquer les filtres
      </button>
    </form>
  );
}
