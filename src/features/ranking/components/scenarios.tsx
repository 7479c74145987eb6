"use client";

import { formatInstant } from "@/domain/calendar";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { TextField } from "@/ui/text-field";
import { adopt, followScores, remove, save } from "../actions";
import type { RankingPage } from "../queries/ranking";
import { CompareFields } from "./compare-fields";

/** The scenarios of a ranking: keep one under a name, compare up to three, take one back. */
export function Scenarios({ page, compared }: { page: RankingPage; compared: readonly string[] }) {
  const { key, scenarios, may } = page;
  return (
    <section aria-labelledby="scenarios" className="fr-mt-4w">
      <h3 id="scenarios">Scénarios</h3>
      {may.rank && (
        <ActionForm
          action={save}
          id="enregistrer-un-scenario"
          hidden={key}
          before="enregistrer le scénario"
          requiredSentence={false}
        >
          {(field) => (
            <>
              <TextField
                {...field("name")}
                label="Nom du scénario"
                hint="Le classement affiché est gardé sous ce nom, avec ses montants."
              />
              <SubmitButton waiting="Enregistrement en cours" priority="secondary">
                Enregistrer le scénario
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      {scenarios.length === 0 ? (
        <p className="fr-mt-2w">Aucun scénario enregistré.</p>
      ) : (
        <>
          <CompareFields page={page} compared={compared} />
          <ul className="guichet-scenarios">
            {scenarios.map(({ id, name, author, at }) => (
              <li key={id}>
                <p className="fr-mb-1w">
                  <strong>{name}</strong>, par {author}, le {formatInstant(at)}
                </p>
                {may.rank && <ScenarioActs page={page} id={id} name={name} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {may.rank && (
        <ActionForm action={followScores} hidden={key} requiredSentence={false}>
          <SubmitButton waiting="Enregistrement en cours" priority="tertiary" small>
            Reprendre l’ordre des notes
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}

function ScenarioActs({ page, id, name }: { page: RankingPage; id: string; name: string }) {
  const hidden = { ...page.key, scenario: id };
  return (
    <div className="guichet-acts">
      <ActionForm action={adopt} hidden={hidden} requiredSentence={false}>
        <SubmitButton
          waiting="Enregistrement en cours"
          priority="secondary"
          small
          ariaLabel={`Reprendre le scénario ${name}`}
        >
          Reprendre
        </SubmitButton>
      </ActionForm>
      <ActionForm action={remove} hidden={hidden} requiredSentence={false}>
        <SubmitButton
          waiting="Suppression en cours"
          priority="tertiary"
          small
          ariaLabel={`Supprimer le scénario ${name}`}
        >
          Supprimer
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
