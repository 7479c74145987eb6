import { routes } from "@/routes";
import { DataTable } from "@/ui/data-table";
import { FormFrame } from "@/ui/form-frame";
import { Message } from "@/ui/message";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import type { DossierAccess } from "./read-access";
import { RestoreLeadForm } from "./restore-form";

export interface DossierAccessViewProps {
  /** As typed; empty before a search. */
  search: string;
  access: DossierAccess | null;
}

/** Finds a dossier by its number, says who enters it, and names another lead when nobody else can. */
export function DossierAccessView({ search, access }: DossierAccessViewProps) {
  return (
    <>
      <p className="fr-text--lead">
        Quand le compte d’un responsable est fermé, nommez-en un autre parmi les agents du porteur.
        Vous voyez les personnes du dossier, jamais son contenu.
      </p>
      <FormFrame action={routes.administrationDossiers()} method="get" requiredSentence={false}>
        <TextField
          name="numero"
          label="Numéro du dossier"
          hint={"Exemple\u00A0: 2021-000421."}
          defaultValue={search}
          native={{ type: "search" }}
        />
        <SubmitButton waiting="Recherche en cours" priority={access ? "secondary" : "primary"}>
          Chercher
        </SubmitButton>
      </FormFrame>
      {search !== "" && !access && (
        <p role="status" className="fr-mt-3w">
          Aucun dossier ne porte ce numéro.
        </p>
      )}
      {access && <Found access={access} />}
    </>
  );
}

function Found({ access }: { access: DossierAccess }) {
  const { number, carrier, members, candidates, leadCanAct } = access;
  return (
    <section aria-labelledby="dossier" className="fr-mt-4w">
      <h2 id="dossier" className="fr-h4">
        Dossier {number}
      </h2>
      <p>
        Porteur{"\u00A0"}: {carrier}
      </p>
      <DataTable
        id="membres"
        caption="Personnes de l’équipe"
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: "Personne",
            rowHeader: true,
            cell: ({ name, isClosed }) => (isClosed ? `${name} (compte fermé)` : name),
          },
          { key: "organisation", header: "Organisation", cell: ({ organisation }) => organisation },
          { key: "access", header: "Accès", cell: ({ access: held }) => held },
        ]}
      />
      <h3 className="fr-h5 fr-mt-4w">Nommer un autre responsable</h3>
      {leadCanAct && (
        <Message severity="warning" title="Attention : le responsable peut encore agir" as="h4">
          <p>
            Son compte est ouvert{"\u00A0"}: il peut transmettre le dossier lui-même. Ne le
            remplacez que s’il est empêché.
          </p>
        </Message>
      )}
      {candidates.length === 0 ? (
        <p>
          Aucun autre agent de «{"\u00A0"}
          {carrier}
          {"\u00A0"}» n’a de compte. Demandez à l’un d’eux de se connecter une première fois.
        </p>
      ) : (
        <RestoreLeadForm number={number} candidates={candidates} />
      )}
    </section>
  );
}
