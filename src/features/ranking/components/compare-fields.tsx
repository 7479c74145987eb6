import { routes } from "@/routes";
import { CheckboxGroupField } from "@/ui/checkbox-field";
import { FormFrame } from "@/ui/form-frame";
import { SubmitButton } from "@/ui/submit-button";
import { CURRENT_SCENARIO, isComparable, MOST_COMPARED } from "../compared";
import type { RankingPage } from "../queries/ranking";

/** Chooses what to compare: a plain address, to share and to come back to. */
export function CompareFields({
  page,
  compared,
}: {
  page: Pick<RankingPage, "key" | "scenarios">;
  compared: readonly string[];
}) {
  const { key, scenarios } = page;
  const { session, call, round } = key;
  const refused = compared.length > 0 && !isComparable(compared);
  return (
    <FormFrame
      action={routes.ranking({ session, call: "", round: "" })}
      method="get"
      requiredSentence={false}
    >
      {!session && <input type="hidden" name="ouverture" value={call} />}
      {!session && round && <input type="hidden" name="tour" value={round} />}
      <CheckboxGroupField
        name="comparer"
        label="Scénarios à comparer"
        hint={`De deux à ${MOST_COMPARED}.`}
        optional
        {...(refused && { error: `Cochez de deux à ${MOST_COMPARED} scénarios.` })}
        defaultValues={compared}
        options={[
          { value: CURRENT_SCENARIO, label: "Classement en cours" },
          ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SubmitButton waiting="Comparaison en cours" priority="secondary">
        Comparer les scénarios cochés
      </SubmitButton>
    </FormFrame>
  );
}
