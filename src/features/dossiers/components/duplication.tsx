import { routes } from "@/routes";
import { EmptyState } from "@/ui/empty-state";
import { FormFrame } from "@/ui/form-frame";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import type { Duplication } from "../queries/duplication";
import { DuplicationForm } from "./duplication-form";

/** Takes the answers of a dossier to a new one: the theme first, then the steps. */
export function DuplicationView({ duplication, id }: { duplication: Duplication; id: string }) {
  const { number, theme, themes, call, refusal, isSameTheme } = duplication;
  return (
    <>
      <p className="fr-text--lead">
        Le dossier {number} ne change pas. Le nouveau reprend les réponses que vous choisissez
        {"\u00A0"}; les fichiers et les engagements ne sont pas repris.
      </p>
      <FormFrame action={routes.duplication(number)} method="get" requiredSentence={false}>
        <SelectField
          name="theme"
          label="Thème du nouveau dossier"
          options={themes}
          emptyLabel={null}
          defaultValue={theme.slug}
        />
        <SubmitButton waiting="Un instant" priority="secondary">
          Choisir ce thème
        </SubmitButton>
      </FormFrame>
      {refusal || call.state !== "open" ? (
        <EmptyState
          action={{ label: "Voir les thèmes ouverts", href: routes.themes("etat=ouvert") }}
        >
          {refusal ?? call.sentence}
        </EmptyState>
      ) : (
        <section aria-labelledby="reprendre" className="fr-mt-4w">
          <h2 id="reprendre" className="fr-h4">
            Ce que reprend le nouveau dossier {theme.code}
          </h2>
          <p>{call.sentence}</p>
          {!isSameTheme && (
            <p>
              D’un thème à l’autre, seules les questions posées à l’identique sont reprises. Le plan
              de financement se refait sous les règles du nouveau thème.
            </p>
          )}
          <DuplicationForm
            id={id}
            number={number}
            theme={theme.slug}
            title={duplication.title}
            mayKeepProject={duplication.mayKeepProject}
            steps={duplication.steps.map(({ key, title, fields }) => ({
              value: key,
              label: title,
              questions: fields.length,
            }))}
            counted={!isSameTheme}
          />
        </section>
      )}
    </>
  );
}
