import { type Carried, carriedAnswers, carriedLines } from "@/domain/dossier/carried-answers";
import { enumerate } from "@/domain/funding/wording";
import type { ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { DossierOffer } from "../queries/dossier-offer";
import { NewDossierForm } from "./new-dossier-form";

interface NewDossierProps {
  offer: DossierOffer;
  id: string;
  /** What was told while looking for the theme. */
  carried?: Carried;
}

/** Before a dossier is started: what it is for, what to have at hand, the time it takes, its steps. */
export function NewDossier({ offer, id, carried = {} }: NewDossierProps) {
  const { theme, form, call, carrier, refusal, carrierFinding, projects } = offer;
  if (!form) {
    return (
      <EmptyState action={{ label: "Lire la fiche du thème", href: routes.theme(theme.slug) }}>
        Le thème {theme.code} ne se dépose pas encore sur le portail. Sa fiche dit qui peut déposer,
        à quelle date et à qui s’adresser.
      </EmptyState>
    );
  }
  if (call.state !== "open" || refusal) {
    return (
      <EmptyState action={{ label: "Voir les thèmes ouverts", href: routes.themes("etat=ouvert") }}>
        {refusal ?? call.sentence}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="fr-text--lead">{call.sentence}</p>
      {carrierFinding && (
        <Message severity="warning" title="Attention : porteur non prévu par le thème">
          <p>
            {carrierFinding.message} ({carrierFinding.source}) Vous pouvez commencer le dossier
            {"\u00A0"}; le porteur du thème décidera de sa recevabilité.
          </p>
        </Message>
      )}
      <DefinitionList
        items={[
          { term: "Porteur", details: `${carrier}, votre organisation` },
          { term: "À quoi sert ce dossier", details: theme.tagline },
          {
            term: "À préparer",
            details:
              "Une présentation du projet, l’équipe, le calendrier, et les dépenses par année avec leur prestataire quand il est connu. Vous pourrez joindre des pièces\u202F; aucune n’est obligatoire.",
          },
          {
            term: "Temps",
            details:
              "Environ deux heures, en plusieurs fois si vous voulez : chaque réponse s’enregistre toute seule.",
          },
          {
            term: "Étapes",
            details: (
              <ol>
                {form.steps.map(({ key, title }) => (
                  <li key={key}>{title}</li>
                ))}
              </ol>
            ),
          },
        ]}
      />
      <p>
        <AppLink href={routes.theme(theme.slug)}>Relire la fiche {theme.code}</AppLink>
        <br />
        <AppLink href={routes.blankForm(theme.slug)}>Lire toutes les questions</AppLink>
      </p>
      <CarriedNote carried={carried} form={form} />
      <NewDossierForm id={id} themeSlug={theme.slug} projects={projects} carried={carried} />
    </>
  );
}

/** What the draft will already hold. */
function CarriedNote({ carried, form }: { carried: Carried; form: ThemeForm }) {
  const amounts = carriedLines(carried).map(
    ({ nature, typedAmount }) =>
      `${typedAmount}\u00A0€ ${nature === "T2" ? "d’agents (titre 2)" : "d’autres dépenses"}`,
  );
  const months = carriedAnswers(carried, form).resultsWithinMonths;
  const told = [
    ...amounts,
    ...(months === undefined ? [] : [`premiers résultats en ${months}\u00A0mois`]),
  ];
  if (told.length === 0) return null;
  return (
    <p>
      Repris de vos réponses, à compléter dans le dossier{"\u00A0"}: {enumerate(told)}.
    </p>
  );
}
