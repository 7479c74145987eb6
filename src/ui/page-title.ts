/**
 * The title of a page, from the most precise to the name of the service:
 * `Plan de financement, étape 5 sur 8 – Dossier 2021-000421 – Guichet numérique`.
 */
export function pageTitle(parts: readonly string[], serviceName: string): string {
  return [...parts, serviceName].join(" – ");
}
