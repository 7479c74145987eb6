import type { Cents } from "@/domain/money";
import { Amount } from "@/ui/amount";
import { AppLink } from "@/ui/app-link";
import { ClosingTime } from "@/ui/closing-time";
import { type Severity, StatusBadge } from "@/ui/status-badge";

export interface DossierHeaderProps {
  /** `2021-000421` */
  number: string;
  /** The project: the page's only h1, unless `as` says otherwise. */
  title: string;
  theme: { code: string; title: string; href: string };
  status: { label: string; severity?: Severity | null | undefined };
  carrier: string;
  /** What the amount is, and the amount: « Subvention demandée », « Subvention accordée ». */
  grant?: { label: string; cents: Cents | null } | undefined;
  /** What happens next, who acts, and by when: a sentence, or a closing whose countdown runs. */
  next?:
    | {
        what: string;
        who?: string | undefined;
        before?: string | undefined;
        closing?: { closesAt: Date; now: Date } | undefined;
      }
    | undefined;
  /** The rank its ministry gives it, for those who examine it where its theme shows it. */
  ministryRank?: number | null;
  /** `p` on a page whose h1 is another. Default: h1. */
  as?: "h1" | "p";
}

/** The head of a dossier, the same in every room. */
export function DossierHeader(props: DossierHeaderProps) {
  const {
    number,
    title,
    theme,
    status,
    carrier,
    grant,
    next,
    ministryRank,
    as: Title = "h1",
  } = props;
  return (
    <div className="guichet-dossier-header fr-mb-4w">
      <p className="fr-mb-1w">Dossier {number}</p>
      <Title className="fr-h2 fr-mb-1w">{title}</Title>
      <ul className="guichet-dossier-header__tags">
        <li>
          <AppLink className="fr-tag" href={theme.href}>
            {theme.code}
            {"\u00A0"}: {theme.title}
          </AppLink>
        </li>
        <li>
          <StatusBadge label={status.label} severity={status.severity ?? undefined} />
        </li>
      </ul>
      <p className="fr-mb-1w">
        Porteur{"\u00A0"}: {carrier}
        {grant && (
          <>
            <br />
            {grant.label}
            {"\u00A0"}: <Amount cents={grant.cents} />
          </>
        )}
        {ministryRank && (
          <>
            <br />
            Rang donné par son ministère{"\u00A0"}: {ministryRank} (pour information)
          </>
        )}
      </p>
      {next && (
        <p className="fr-mb-0">
          <strong>Prochaine étape{"\u00A0"}:</strong> {next.what}
          {next.who && `, ${next.who}`}
          {next.before && `, avant le ${next.before}`}
          {next.closing && (
            <>
              , avant le <ClosingTime {...next.closing} spoken />
            </>
          )}
          .
        </p>
      )}
    </div>
  );
}
