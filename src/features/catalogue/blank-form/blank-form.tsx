import "@/features/catalogue/blank-form/blank-form.css";
import { fileSlots } from "@/domain/themes/file-slots";
import { formByTheme } from "@/domain/themes/forms";
import type { Theme, ThemeForm } from "@/domain/themes/types";
import { routes } from "@/routes";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { PageSummary } from "@/ui/page-summary";
import { ReadingNote } from "@/ui/reading-note";
import { BlankStep } from "./blank-step";

interface Props {
  theme: Theme;
  /** Whom to write to where there is no form. */
  contact: string;
}

/** All that a dossier of the theme asks, to read or to print before signing in. */
export function BlankForm({ theme, contact }: Props) {
  const form = formByTheme(theme.code);
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Thèmes", href: routes.themes() },
          { label: `${theme.code}\u00A0: ${theme.title}`, href: routes.theme(theme.slug) },
        ]}
        current="Formulaire vierge"
      />
      <div className="blank-form">
        <h1>Formulaire vierge {theme.code}</h1>
        <p className="fr-text--lead">{theme.title}</p>
        {form === null ? (
          <NoForm theme={theme} contact={contact} />
        ) : (
          <Questions theme={theme} form={form} />
        )}
      </div>
    </>
  );
}

function Questions({ theme, form }: { theme: Theme; form: ThemeForm }) {
  const steps = form.steps.map((step) => ({
    id: `etape-${step.key}`,
    title: step.title,
    content: <BlankStep theme={theme} form={form} step={step} />,
  }));
  return (
    <>
      <p>
        Voici toutes les questions du dossier, en {form.steps.length} étapes. Vous y répondrez en
        ligne, en plusieurs fois si vous voulez{"\u00A0"}: chaque réponse s’enregistre toute seule.
        Les questions marquées «{"\u00A0"}optionnel{"\u00A0"}» peuvent rester vides.
      </p>
      <p className="fr-no-print">
        Pour garder cette page, choisissez «{"\u00A0"}Imprimer{"\u00A0"}» dans votre navigateur.
        Pour déposer, <a href={routes.theme(theme.slug)}>lisez d’abord la fiche {theme.code}</a>
        {"\u00A0"}: elle dit qui peut porter le projet et quand.
      </p>
      <h2 className="fr-h4">À préparer</h2>
      <ToPrepare theme={theme} form={form} />
      <div className="fr-no-print">
        <PageSummary parts={steps} />
      </div>
      {steps.map(({ id, title, content }, index) => (
        <section key={id} aria-labelledby={id} className="fr-mb-4w">
          <h2 className="fr-h4" id={id}>
            Étape {index + 1}
            {"\u00A0"}: {title}
          </h2>
          {content}
        </section>
      ))}
    </>
  );
}

/** What takes time to gather before one begins. */
function ToPrepare({ theme, form }: { theme: Theme; form: ThemeForm }) {
  const asks = theme.eligibility.flatMap((rule) => rule.asks);
  return (
    <ul className="fr-mb-4w">
      <li>Les dépenses par année, avec le prestataire s’il est déjà connu.</li>
      {theme.funding?.staffCost === "counterpart" && (
        <li>Le coût des agents mobilisés (T2), votre contrepartie.</li>
      )}
      {theme.funding?.staffCost === "valued" && (
        <li>Le coût des agents mobilisés (T2), s’il compte dans votre part.</li>
      )}
      {asks.includes("dnumInformed") && (
        <li>
          L’information de la direction du numérique (DNUM) de votre ministère, avant le dépôt, si
          elle ne porte pas elle-même le projet.
        </li>
      )}
      {asks.includes("filedWithDnum") && (
        <li>
          Pour un opérateur de l’État, un dépôt avec la direction du numérique (DNUM) de son
          ministère de tutelle.
        </li>
      )}
      <li>
        Des pièces à joindre, si elles aident à comprendre{"\u00A0"}:{" "}
        {fileSlots(form)
          .map(({ label }) => lowerFirst(label))
          .join("\u202F; ")}
        . Aucune n’est obligatoire.
      </li>
      {theme.commitments.length > 0 && (
        <li>L’accord de votre hiérarchie sur les engagements, à la dernière étape.</li>
      )}
    </ul>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Where no rule is published nobody knows what to ask (ITN7). */
function NoForm({ theme, contact }: Props) {
  return (
    <>
      <p>Il n’existe pas de formulaire pour {theme.code}.</p>
      {theme.funding === null && (
        <ReadingNote source={theme.envelope.source}>
          les textes annoncent ce thème et son enveloppe, mais ni ses règles, ni ses critères, ni ce
          que le dossier doit contenir. Le portail n’invente pas de questions.
        </ReadingNote>
      )}
      <p>
        Pour présenter un projet, écrivez à <a href={`mailto:${contact}`}>{contact}</a>.{" "}
        <a href={routes.theme(theme.slug)}>Lire ce qui est connu de {theme.code}</a>
      </p>
    </>
  );
}
