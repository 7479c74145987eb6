import { fullName } from "@/domain/rights/actor";
import { DefinitionList } from "@/ui/definition-list";
import type { AwaitedAgent, AwaitedOrganisation } from "../queries/organisations";

const DIRECTORY = "https://annuaire-entreprises.data.gouv.fr/etablissement/";

/** What is known of an organisation to attach, and who waits for it. */
export function AwaitedSummary({
  awaited,
}: {
  awaited: AwaitedOrganisation & { people: readonly AwaitedAgent[] };
}) {
  const { siret, people } = awaited;
  return (
    <>
      <p className="fr-text--lead">
        Le SIRET transmis par AgentConnect n’est pas toujours celui du service{"\u00A0"}:
        vérifiez-le avant de choisir.
      </p>
      <DefinitionList
        items={[
          {
            term: "SIRET",
            details: (
              <>
                {siret},{" "}
                <a
                  href={DIRECTORY + siret}
                  target="_blank"
                  rel="noopener noreferrer"
                  title="Annuaire des entreprises, nouvelle fenêtre"
                >
                  vérifier dans l’annuaire
                </a>
              </>
            ),
          },
          {
            term: people.length > 1 ? "Agents qui attendent" : "Agent qui attend",
            details: (
              <ul>
                {people.map((agent) => (
                  <li key={agent.id}>
                    {fullName(agent)}, {agent.email}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}
