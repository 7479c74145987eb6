import "@/features/catalogue/catalogue.css";
import { compareThemes } from "@/features/catalogue/finder/compare";
import { FinderForm } from "@/features/catalogue/finder/finder-form";
import { FinderResults, GivenAnswers } from "@/features/catalogue/finder/finder-results";
import { readAnswers } from "@/features/catalogue/finder/read-answers";
import type { PublicCalls } from "@/features/catalogue/public-calls";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";

interface Props {
  params: URLSearchParams;
  all: PublicCalls;
  contact: string;
}

/** Screen 4: six questions on one page, then the 17 themes compared. No account, nothing recorded. */
export function FinderPage({ params, all, contact }: Props) {
  const { answers, errors } = readAnswers(params);
  return (
    <>
      <PageBreadcrumb current="Trouver mon thème" />
      <h1>Quel thème pour mon projet{"\u202F"}?</h1>
      {answers ? (
        <>
          <p className="fr-text--lead">
            Voici les 17 thèmes comparés pour votre projet, ceux qui conviennent d’abord. L’adresse
            de cette page garde vos réponses{"\u00A0"}: vous pouvez la partager.
          </p>
          <GivenAnswers answers={answers} />
          <details className="guichet-details">
            <summary>Modifier mes réponses</summary>
            <div className="catalogue-finder">
              <FinderForm params={params} errors={[]} again />
            </div>
          </details>
          <FinderResults
            themes={compareThemes(answers, all)}
            answers={answers}
            params={params}
            now={all.now}
            contact={contact}
          />
        </>
      ) : (
        <>
          <p className="fr-text--lead">
            Répondez à six questions{"\u00A0"}: le portail compare les 17 thèmes et estime la
            subvention de chacun.
          </p>
          <div className="catalogue-finder">
            <FinderForm params={params} errors={errors} />
          </div>
        </>
      )}
    </>
  );
}
