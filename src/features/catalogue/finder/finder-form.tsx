import type { FieldError } from "@/domain/errors";
import { CARRIER_CHOICES, QUESTIONS } from "@/features/catalogue/finder/read-answers";
import { ANY_SUBJECT, SUBJECTS } from "@/features/catalogue/finder/subjects";
import { routes } from "@/routes";
import { AmountField } from "@/ui/amount-field";
import { errorOf, FormFrame } from "@/ui/form-frame";
import { RadioField } from "@/ui/radio-field";
import { TextField } from "@/ui/text-field";

interface Props {
  params: URLSearchParams;
  errors: readonly FieldError[];
  /** Below a result, the form is a way to change it. */
  again?: boolean;
}

const DNUM_CHOICES = [
  { value: "oui", label: "Oui, ou elle porte le projet" },
  { value: "non", label: "Non" },
  { value: "", label: "Je ne sais pas" },
];

/** The six questions, in one GET form: the address says it all, with or without script. */
export function FinderForm({ params, errors, again = false }: Props) {
  const typed = (name: string) => params.get(name) ?? "";
  return (
    <FormFrame action={routes.finder()} method="get" errors={errors} before="comparer les thèmes">
      <RadioField
        name={QUESTIONS.subject}
        label={"Que voulez-vous faire\u202F?"}
        options={[...SUBJECTS, ANY_SUBJECT].map(({ value, label }) => ({ value, label }))}
        defaultValue={typed(QUESTIONS.subject)}
        error={errorOf(errors, QUESTIONS.subject)}
      />
      <RadioField
        name={QUESTIONS.carrier}
        label={"Qui porte le projet\u202F?"}
        hint="L’organisation dont le projet est la mission, même si une autre dépose pour elle."
        options={CARRIER_CHOICES.map(({ value, label }) => ({ value, label }))}
        defaultValue={typed(QUESTIONS.carrier)}
        error={errorOf(errors, QUESTIONS.carrier)}
      />
      <AmountField
        name={QUESTIONS.total}
        label={"Combien le projet coûte-t-il en tout\u202F?"}
        hint={"En euros TTC, agents compris. Une estimation suffit. Exemple\u00A0: 300\u202F000"}
        defaultValue={typed(QUESTIONS.total)}
        error={errorOf(errors, QUESTIONS.total)}
      />
      <AmountField
        name={QUESTIONS.staff}
        label={"Dans ce coût, combien pour les agents de l’administration (titre 2)\u202F?"}
        hint={
          "Salaires des agents affectés au projet. Selon le thème, ils comptent dans votre part ou ne sont pas acceptés. Exemple\u00A0: 45\u202F000"
        }
        optional
        defaultValue={typed(QUESTIONS.staff)}
        error={errorOf(errors, QUESTIONS.staff)}
        native={{ required: false }}
      />
      <TextField
        name={QUESTIONS.resultsWithinMonths}
        label={"Dans combien de mois aurez-vous les premiers résultats\u202F?"}
        hint={"Un nombre entier de mois après le lancement. Exemple\u00A0: 6"}
        optional
        defaultValue={typed(QUESTIONS.resultsWithinMonths)}
        error={errorOf(errors, QUESTIONS.resultsWithinMonths)}
        native={{ inputMode: "numeric", autoComplete: "off", required: false }}
      />
      <RadioField
        name={QUESTIONS.dnumInformed}
        label={"La direction du numérique (DNUM) de votre ministère connaît-elle le projet\u202F?"}
        optional
        options={DNUM_CHOICES}
        defaultValue={typed(QUESTIONS.dnumInformed)}
      />
      <button type="submit" className={again ? "fr-btn fr-btn--secondary" : "fr-btn"}>
        Comparer les thèmes
      </button>
      <p className="fr-hint-text fr-mt-1w">
        Rien n’est enregistré. L’adresse de la page des résultats garde vos réponses, pour la
        partager.
      </p>
    </FormFrame>
  );
}
