/** The DSFR's own script, shipped inside react-dsfr without types. It registers itself on `window.dsfr`. */
declare module "@codegouvfr/react-dsfr/dsfr/dsfr.module" {}

interface Window {
  dsfr?: { verbose: boolean; mode: "react"; start?: () => void };
}
