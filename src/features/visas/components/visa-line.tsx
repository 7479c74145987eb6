import { VISA_LABELS, type VisaStatus } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { StatusBadge } from "@/ui/status-badge";

/** The state of the DNUM's own visa on a dossier, with the way to it. */
export function VisaLine({ number, status }: { number: string; status: VisaStatus }) {
  const { label, severity } = VISA_LABELS[status];
  return (
    <p>
      <AppLink href={routes.visa(number)}>
        {status === "awaited" ? "Donner le visa" : "Visa de la DNUM"}
      </AppLink>{" "}
      <StatusBadge small label={label} severity={severity ?? undefined} />
    </p>
  );
}
