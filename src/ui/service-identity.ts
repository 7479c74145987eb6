/** What is configuration in the look of the portal. `server/service.ts` reads it. */
export interface ServiceIdentity {
  name: string;
  tagline: string;
  /** Lines of the block-mark, « République » then « Française » by default. */
  brandTop: readonly string[];
  contactEmail: string;
}
