import { setLink } from "@codegouvfr/react-dsfr/link";
import { AppLink } from "@/ui/app-link";

declare module "@codegouvfr/react-dsfr/link" {
  interface RegisterLink {
    Link: typeof AppLink;
  }
}

/**
 * Makes the server components of react-dsfr use the portal's link. Not loaded in the browser, where it would bring 13 kB of
 * colours with it: its client components there have plain links.
 */
setLink({ Link: AppLink as Parameters<typeof setLink>[0]["Link"] });
