import { DefinitionList } from "@/ui/definition-list";
import type { ServedMinistry } from "../queries/ministries";
import { VisaDaysForm } from "./visa-days-form";

/** Each ministry the agent serves: its DNUM, its organisations, the delay of its visas; then the form that sets it. */
export function ServedMinistries({ ministries }: { ministries: readonly ServedMinistry[] }) {
  return (
    <>
      {ministries.map(({ id, name, dnum, days, isDefault, organisations }) => (
        <section key={id} aria-labelledby={`ministere-${id}`} className="fr-mt-6w">
          <h2 id={`ministere-${id}`} className="fr-h4">
            {name}
          </h2>
          <DefinitionList
            items={[
              { term: "DNUM", details: dnum },
              ...organisations.map(({ kind, count }) => ({ term: kind, details: count })),
              {
                term: "Délai de réponse en vigueur",
                details: `${days}\u00A0jour${days > 1 ? "s" : ""}${isDefault ? ", le délai du portail" : ""}`,
              },
            ]}
          />
        </section>
      ))}
      <h2 className="fr-h4">Changer le délai</h2>
      <VisaDaysForm ministries={ministries.map(({ id, name, days }) => ({ id, name, days }))} />
    </>
  );
}
