import { routes } from "@/routes";
import { FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import type { OrganisationFound } from "../queries/co-carriers";
import { OneActForm } from "./one-act-form";

export interface CoCarriersViewProps {
  number: string;
  search: string;
  /** Null before a search. */
  found: readonly OrganisationFound[] | null;
  isCut: boolean;
}

/** Finds an organisation of the State, then associates it. */
export function CoCarriersView({ number, search, found, isCut }: CoCarriersViewProps) {
  return (
    <>
      <p className="fr-text--lead">
        Un co-porteur est nommé dans le dossier déposé. Ses agents n’y entrent que si vous les
        invitez.
      </p>
      <FormFrame action={routes.coCarriers(number)} method="get" requiredSentence={false}>
        <TextField
          name="nom"
          label="Nom ou numéro de SIRET de l’organisation"
          hint={"Trois lettres au moins. Exemple\u00A0: préfecture du Rhône."}
          defaultValue={search}
          native={{ type: "search" }}
        />
        <SubmitButton waiting="Recherche en cours" priority={found ? "secondary" : "primary"}>
          Chercher
        </SubmitButton>
      </FormFrame>
      {found && <Found number={number} found={found} isCut={isCut} />}
    </>
  );
}

function Found({ number, found, isCut }: Omit<CoCarriersViewProps, "search">) {
  if (!found || found.length === 0) {
    return (
      <p role="status">
        Aucune organisation ne répond à cette recherche. Une organisation entre dans le portail à la
        première connexion de l’un de ses agents{"\u00A0"}: invitez-le d’abord dans l’équipe.
      </p>
    );
  }
  return (
    <section aria-labelledby="trouvees" className="fr-mt-4w">
      <h2 id="trouvees" className="fr-h4">
        {found.length === 1 ? "1 organisation" : `${found.length} organisations`}
      </h2>
      {isCut && <p>Seules les premières sont affichées{"\u00A0"}: précisez le nom.</p>}
      <ul className="guichet-team__list">
        {found.map(({ id, name, kind, isAssociated }) => (
          <li key={id}>
            <p className="fr-mb-1w">
              <strong>{name}</strong>, {kind.charAt(0).toLowerCase() + kind.slice(1)}
            </p>
            {isAssociated ? (
              <p>Déjà co-porteur.</p>
            ) : (
              <OneActForm
                act="associate-carrier"
                hidden={{ number, organisationId: id }}
                waiting="Enregistrement en cours"
                priority="secondary"
                small
                ariaLabel={`Associer ${name}`}
              >
                Associer
              </OneActForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
