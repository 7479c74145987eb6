/** Maps, not objects: a posted name never reaches what every object inherits. */
type Nested = Map<string, Nested | string>;

/**
 * The list a form posted under dotted names, as arrays and objects, in the order of their numbers: `plan.0.label` and
 * `plan.2.label` give two lines. Names that share no list are left out.
 */
export function nested(values: Readonly<Record<string, unknown>>, list: string): unknown {
  const root: Nested = new Map();
  for (const [name, value] of Object.entries(values)) {
    const [head, ...path] = name.split(".");
    if (head !== list || path.length === 0 || typeof value !== "string") continue;
    put(root, path, value);
  }
  return arranged(root);
}

function put(node: Nested, [key = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    node.set(key, value);
    return;
  }
  const child = node.get(key);
  const next: Nested = child instanceof Map ? child : new Map();
  node.set(key, next);
  put(next, rest, value);
}

/** A node whose keys are all numbers is a list. */
function arranged(node: Nested | string): unknown {
  if (typeof node === "string") return node;
  const entries = [...node];
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  if (!isList) return Object.fromEntries(entries.map(([key, child]) => [key, arranged(child)]));
  return entries
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, child]) => arranged(child));
}
