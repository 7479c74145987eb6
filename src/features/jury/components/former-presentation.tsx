import type { FormerScores } from "@/domain/evaluation/former-scores";
import { formatScore } from "@/domain/evaluation/scores";
import type { Criterion } from "@/domain/themes/types";
import { routes } from "@/routes";
import type { ComparedFilings } from "@/server/filings";
import { AnsweredPoints } from "@/ui/answered-points";
import { AppLink } from "@/ui/app-link";
import { DefinitionList } from "@/ui/definition-list";

/** What a juror reads first of a dossier presented again: what was expected, what is answered, what changed. */
export function FormerPresentation(props: {
  number: string;
  compared: ComparedFilings;
  /** Null unless the theme shows them. */
  scores: FormerScores | null;
  criteria: readonly Criterion[];
}) {
  const { number, compared, scores, criteria } = props;
  const href = (step: string | null) =>
    `${routes.sheetFilings(number)}#${step ? `difference-${step}` : "ce-qui-a-change"}`;
  return (
    <section aria-labelledby="nouvelle-presentation" className="fr-mb-4w">
      <h2 className="fr-h4" id="nouvelle-presentation">
        Une nouvelle présentation
      </h2>
      {compared.replies.length > 0 && (
        <>
          <p>
            Ce dossier a été présenté une première fois. Voici ce qui était attendu, et ce que le
            porteur répond.
          </p>
          <AnsweredPoints points={compared.replies} changesHref={href} />
        </>
      )}
      <p>
        <AppLink href={routes.sheetFilings(number)}>
          Lire tout ce qui a changé depuis la présentation précédente
        </AppLink>
      </p>
      {scores && <Scores scores={scores} criteria={criteria} />}
    </section>
  );
}

function Scores({ scores, criteria }: { scores: FormerScores; criteria: readonly Criterion[] }) {
  return (
    <>
      <h3 className="fr-h5">Notes de la présentation précédente</h3>
      {scores.kind === "too-few" ? (
        <p>
          Trop peu de fiches ont été remises pour que leur moyenne se lise sans désigner une
          personne.
        </p>
      ) : (
        <>
          <p>
            Moyennes du jury précédent, pour information{"\u00A0"}: vous notez le dossier tel qu’il
            est présenté maintenant.
          </p>
          <DefinitionList
            items={[
              { term: "Note du dossier", details: <strong>{formatScore(scores.mean)}</strong> },
              ...scores.criteria.map(({ key, mean }) => ({
                term: criteria.find((each) => each.key === key)?.name ?? key,
                details: formatScore(mean),
              })),
            ]}
          />
        </>
      )}
    </>
  );
}
