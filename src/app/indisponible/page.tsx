import type { Metadata } from "next";
import { service } from "@/server/service";
import { PUBLIC_ENTRIES } from "@/ui/navigation";
import { PageFrame } from "@/ui/page-frame";
import { RetryNotice } from "@/ui/retry-notice";
import { StatePage } from "@/ui/state-page";

export const metadata: Metadata = {
  title: "Service indisponible",
  robots: { index: false },
};

/** Rendered for each request, so that no cache keeps it. */
export const dynamic = "force-dynamic";

/** Reads no database, so that it stands while there is none; proxy.ts gives it its status 503. */
export default function UnavailablePage() {
  const given = service();
  return (
    <PageFrame service={given} entries={PUBLIC_ENTRIES}>
      <StatePage
        title="Service indisponible"
        code="Erreur 503"
        lead="Le service est momentanément indisponible. Excusez-nous pour la gêne occasionnée."
        actions={<RetryNotice />}
      >
        <p>
          Ce qui était enregistré est conservé, et ce que vous venez de saisir dans un dossier est
          gardé sur votre appareil. Un dépôt dont vous n’avez pas reçu le récépissé peut être
          recommencé{"\u00A0"}: le dossier ne sera déposé qu’une fois.
        </p>
        <p>
          Si la situation dure, écrivez à{" "}
          <a href={`mailto:${given.contactEmail}`}>{given.contactEmail}</a>.
        </p>
      </StatePage>
    </PageFrame>
  );
}
