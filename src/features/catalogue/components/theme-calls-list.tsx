import { callState } from "@/domain/funding/calls";
import { CALL_STATE_LABELS } from "@/domain/funding/labels";
import { formatMillions } from "@/domain/money";
import type { Theme } from "@/domain/themes/types";
import { SourceNote } from "@/features/catalogue/components/facts";
import type { PublicCall } from "@/features/catalogue/public-calls";
import { nextDate } from "@/features/catalogue/theme-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { StatusBadge } from "@/ui/status-badge";

interface Props {
  theme: Theme;
  calls: readonly PublicCall[];
  now: Date;
}

/** Every opening of the theme, with its state and its share of the money. */
export function ThemeCallsList({ theme, calls, now }: Props) {
  return (
    <>
      <DefinitionList
        items={calls.map((call) => {
          const published = theme.calls.find(({ key }) => key === call.key);
          const { label, severity } = CALL_STATE_LABELS[callState(call, now)];
          return {
            term: call.label,
            details: (
              <>
                <StatusBadge label={label} severity={severity} small /> {nextDate(call, now)}.{" "}
                {published?.envelope && `Dotation\u00A0: ${formatMillions(published.envelope)}. `}
                {published && <SourceNote source={published.source} />}
              </>
            ),
          };
        })}
      />
      <p>
        <AppLink href={routes.calendar()}>Voir le calendrier de tous les thèmes</AppLink>
      </p>
    </>
  );
}
