import { routes } from "@/routes";
import { SavedViewBar } from "@/ui/saved-views";
import { saveViewAction, updateViewAction } from "../actions";
import { type ListFilters, savedQuery } from "../filters";
import type { WorkList } from "../queries/list";

/** Keeps the work list as it is shown. */
export function WorkListViewBar({
  saved,
  filters,
}: Pick<WorkList, "saved"> & { filters: ListFilters }) {
  return (
    <SavedViewBar
      actions={{ save: saveViewAction, update: updateViewAction }}
      saved={saved}
      query={savedQuery(filters)}
      savedId={filters.savedId}
      hint={
        "Ses filtres, ses colonnes et son ordre sont gardés pour vous. Exemple\u00A0: ITN3 sans visa"
      }
      href={routes.savedViews()}
    />
  );
}
