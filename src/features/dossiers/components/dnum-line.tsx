import { formatDate } from "@/domain/calendar";
import { VISA_LABELS, visaRule, visaStatusAt } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import type { OpenDossier } from "../queries/open-dossier";

/** Where the dossier stands with the DNUM of its ministry; nothing where the theme asks nothing of it. */
export function DnumLine({ dossier: { state, now } }: { dossier: OpenDossier }) {
  const { number, theme, carrier, visa } = state;
  const rule = visaRule(theme.code, carrier.kind);
  if (!rule) return null;
  const ask =
    rule.requirement === "information" ? "à informer avant le dépôt" : "à associer au dépôt";
  const label = visa && VISA_LABELS[visaStatusAt(visa, now)].label.toLowerCase();
  return (
    <p>
      <strong>DNUM du ministère{"\u00A0"}:</strong>{" "}
      <AppLink href={routes.dnum(number)}>
        {visa ? `présenté le ${formatDate(visa.requestedAt)}, visa ${label}` : ask}
      </AppLink>
    </p>
  );
}
