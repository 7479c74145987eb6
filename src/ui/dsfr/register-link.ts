import { setLink } from "@codegouvfr/react-dsfr/link";
import { AppLink } from "@/ui/app-link";

declare module "@codegouvfr/react-dsfr/link" {
  interface RegisterLink {
    Link: typeof AppLink;
  }
}

/** Makes the components of react-dsfr use the portal's link, in whichever layer this module is loaded. */
setLink({ Link: AppLink as Parameters<typeof setLink>[0]["Link"] });
