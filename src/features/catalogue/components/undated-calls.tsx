import { formatDate } from "@/domain/calendar";
import type { PublicCall } from "@/features/catalogue/public-calls";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";

interface Props {
  announced: readonly PublicCall[];
  endless: readonly PublicCall[];
}

/** What no month can hold: openings known by quarter, and openings that no text closes. */
export function UndatedCalls({ announced, endless }: Props) {
  return (
    <>
      {announced.length > 0 && (
        <section aria-labelledby="a-fixer" className="fr-mb-4w">
          <h2 id="a-fixer">Annoncé, jour à fixer</h2>
          <ul>
            {announced.map((call) => (
              <li key={`${call.theme}-${call.key}`}>
                <strong>{call.announced ?? "Date à fixer"}</strong>
                {"\u00A0"}: {call.label}. <ThemeLink call={call} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {endless.length > 0 && (
        <section aria-labelledby="sans-fin" className="fr-mb-4w">
          <h2 id="sans-fin">Sans date de fin</h2>
          <p>Ces ouvertures restent ouvertes tant que le porteur du thème ne les ferme pas.</p>
          <ul>
            {endless.map((call) => (
              <li key={`${call.theme}-${call.key}`}>
                {call.label}
                {call.opensAt && `, depuis le ${formatDate(call.opensAt)}`}.{" "}
                <ThemeLink call={call} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ThemeLink({ call }: { call: PublicCall }) {
  return (
    <AppLink href={routes.theme(call.theme.toLowerCase())}>Voir le thème {call.theme}</AppLink>
  );
}
