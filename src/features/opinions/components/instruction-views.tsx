import { OPINION_WORDS } from "@/domain/dossier/opinion";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { StatusBadge } from "@/ui/status-badge";
import type { AdministrationView, InstructionViews } from "../queries/instruction-views";
import { InstructionViewForm } from "./view-form";

/** What each administration that instructs the dossier says of it, and the form of the reader's own. */
export function InstructionViewsSection(props: { number: string; views: InstructionViews }) {
  const { number } = props;
  const { views, own } = props.views;
  const mine = views.find(({ administration }) => administration === own);
  return (
    <section aria-labelledby="instruction" className="fr-mb-6w">
      <h2 className="fr-h4" id="instruction">
        Avis d’instruction
      </h2>
      <p>
        {views.map(({ administration }) => administration).join(" et ")} instruisent ce dossier
        {"\u00A0"}: une décision se propose quand les deux avis sont donnés (Livret l.452, l.570).
      </p>
      <DefinitionList
        items={views.map((view) => ({ term: view.administration, details: <View view={view} /> }))}
      />
      {own && (
        <>
          <h3 className="fr-h5 fr-mt-3w">
            {mine?.given ? `Changer l’avis de la ${own}` : `Donner l’avis de la ${own}`}
          </h3>
          <InstructionViewForm
            number={number}
            administration={own}
            opinion={mine?.given?.opinion ?? ""}
            reasons={mine?.given?.reasons ?? ""}
          />
        </>
      )}
    </section>
  );
}

function View({ view: { given } }: { view: AdministrationView }) {
  if (!given) return <StatusBadge small label="Attendu" />;
  return (
    <>
      <StatusBadge small {...OPINION_WORDS[given.opinion]} />
      <br />
      <span className="guichet-typed">{given.reasons}</span>
      <br />
      {given.by}, le <InstantTime instant={given.at} />
    </>
  );
}
