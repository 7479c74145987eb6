import { formatDate } from "@/domain/calendar";
import { VISA_LABELS, visaRule, visaStatusAt } from "@/domain/dossier/visa";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import type { OpenDossier } from "../queries/open-dossier";

/** Where the dossier stands with the DNUM of its ministry; nothing where neither has anything to say. */
export function DnumLine({ dossier }: { dossier: OpenDossier }) {
  const words = visaWords(dossier) ?? draftWords(dossier);
  if (words === null) return null;
  return (
    <p>
      <strong>DNUM du ministère{"\u00A0"}:</strong>{" "}
      <AppLink href={routes.dnum(dossier.state.number)}>{words}</AppLink>
    </p>
  );
}

/** What the theme's text asks of the DNUM; null where it asks nothing. */
function visaWords({ state: { theme, carrier, visa }, now }: OpenDossier): string | null {
  const rule = visaRule(theme.code, carrier.kind);
  if (!rule) return null;
  if (visa) {
    const label = VISA_LABELS[visaStatusAt(visa, now)].label.toLowerCase();
    return `présenté le ${formatDate(visa.requestedAt)}, visa ${label}`;
  }
  return rule.requirement === "information" ? "à informer avant le dépôt" : "à associer au dépôt";
}

/** Whether its team shows the draft; null once it is filed, and without ministry. */
function draftWords({ status, state: { ministryId, shownToDnum } }: OpenDossier): string | null {
  if (status !== "draft" || ministryId === null) return null;
  return shownToDnum ? "ce brouillon lui est montré" : "ce brouillon ne lui est pas montré";
}
