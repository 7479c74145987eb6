type Nested = { [key: string]: Nested | string };

/**
 * The list a form posted under dotted names, as arrays and objects, in the order of their numbers: `plan.0.label` and
 * `plan.2.label` give two lines. Names that share no list are left out.
 */
export function nested(values: Readonly<Record<string, unknown>>, list: string): unknown {
  const root: Nested = {};
  for (const [name, value] of Object.entries(values)) {
    const [head, ...path] = name.split(".");
    if (head !== list || path.length === 0 || typeof value !== "string") continue;
    put(root, path, value);
  }
  return arranged(root);
}

function put(node: Nested, [key = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    node[key] = value;
    return;
  }
  const child = node[key];
  const next = typeof child === "object" ? child : {};
  node[key] = next;
  put(next, rest, value);
}

/** An object whose keys are all numbers is a list. */
function arranged(node: Nested | string): unknown {
  if (typeof node === "string") return node;
  const keys = Object.keys(node);
  const isList = keys.length > 0 && keys.every((key) => /^\d+$/.test(key));
  if (!isList) {
    return Object.fromEntries(keys.map((key) => [key, arranged(node[key] ?? "")]));
  }
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arranged(node[key] ?? ""));
}
