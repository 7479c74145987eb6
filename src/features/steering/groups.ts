import { NO_MINISTRY, type SteeringFilters } from "./filters";
import type { Steering } from "./queries/steering";
import type { SteeringRow } from "./tables";

/** A line of a table, and the projects it counts. */
export type Group = Pick<SteeringRow, "key" | "label"> & { filters: Partial<SteeringFilters> };

/** A line for each ministry, and one for what has none if anything told has none. */
export const ministriesOf = (
  { ministries }: Steering,
  told: ReadonlyMap<string, unknown>,
): Group[] => [
  ...ministries.map(({ id, name }) => ({ key: id, label: name, filters: { ministry: id } })),
  ...(told.has("")
    ? [{ key: "", label: "Sans ministère", filters: { ministry: NO_MINISTRY } }]
    : []),
];
