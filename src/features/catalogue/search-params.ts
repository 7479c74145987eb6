/** The parameters of an address, as Next gives them to a page. */
export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** The same parameters in the shape that the browser's forms share with the server. */
export function searchParamsOf(params: AddressParams): URLSearchParams {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of [value].flat()) if (each !== undefined) found.append(name, each);
  }
  return found;
}
