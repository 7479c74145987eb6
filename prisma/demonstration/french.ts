/**
 * The typography of French put on a text written with plain spaces: no-break spaces before the high punctuation, inside
 * quotes and in thousands, as a careful person types them.
 */
export function french(text: string): string {
  return text
    .replace(/ ([:»%€])/g, "\u00A0$1")
    .replace(/« /g, "«\u00A0")
    .replace(/ ([;?!])/g, "\u202F$1")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u202F");
}

/** `216000` as `216 000`, typed as a person does. */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, "\u202F");
}
