import "server-only";
import { z } from "zod";
import { serviceIdentity } from "./environment";

const unset = "Non désigné (portail de démonstration)";
const text = (fallback: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => value || fallback);

const schema = z.object({
  SERVICE_TAGLINE: text("Fonds d’innovation et de transformation numériques, France Relance"),
  /** Lines of the block-mark, separated by `|`. */
  SERVICE_BRAND: text("République|Française"),
  PUBLISHER: text("L’exploitant de ce portail (non désigné dans cette démonstration)"),
  PUBLISHER_ADDRESS: text(unset),
  PUBLICATION_DIRECTOR: text(unset),
  HOST: text(unset),
  HOST_ADDRESS: text(unset),
  HOST_PHONE: text(unset),
  DPO_CONTACT: text(""),
});

/**
 * What the operator of the portal says of itself: block-mark, publisher, host, contacts. Every value has a default, so
 * that the pages can be built before anything is configured.
 */
export function service() {
  const given = schema.parse(process.env);
  const { name, contact } = serviceIdentity();
  return {
    name,
    contactEmail: contact,
    tagline: given.SERVICE_TAGLINE,
    brandTop: given.SERVICE_BRAND.split("|").map((line) => line.trim()),
    publisher: given.PUBLISHER,
    publisherAddress: given.PUBLISHER_ADDRESS,
    publicationDirector: given.PUBLICATION_DIRECTOR,
    host: given.HOST,
    hostAddress: given.HOST_ADDRESS,
    hostPhone: given.HOST_PHONE,
    dataProtectionContact: given.DPO_CONTACT || contact,
  };
}

export type Service = ReturnType<typeof service>;

/** The icon of its pages, in the tabs of browsers. */
export const ICONS = { icon: [{ url: "/favicon.svg", type: "image/svg+xml" }] };
