/** The name of the field that carries the revision an answer was typed on, in a step posted without script. */
export function revisionName(field: string): string {
  return `revision.${field}`;
}
