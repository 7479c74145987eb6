import { formatScore, missingScores, sheetScore } from "@/domain/evaluation/scores";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { DossierHeader } from "@/ui/dossier-header";
import { fieldId } from "@/ui/field";
import { Message } from "@/ui/message";
import { SheetScores } from "@/ui/scores-view";
import type { MySheet } from "../queries/my-sheet";
import { HandInForm } from "./one-act-forms";

/** The sheet read once more before it becomes final, or what it lacks. */
export function HandInView({ sheet }: { sheet: MySheet }) {
  const { dossier, criteria, scores, revision, heardAt, header } = sheet;
  const missing = missingScores(criteria, scores);
  const total = sheetScore(criteria, scores);
  const { number, theme } = dossier;
  return (
    <>
      <DossierHeader {...header} as="p" />
      <h1 className="fr-h3">Remettre ma fiche</h1>
      {missing.length > 0 ? (
        <Message
          severity="warning"
          title={`Attention : ${missing.length === 1 ? "une réponse manque" : `${missing.length} réponses manquent`}`}
        >
          <ul>
            {missing.map(({ path, message }) => (
              <li key={path}>
                <AppLink href={`${routes.sheet(number)}#${fieldId(path)}`}>{message}</AppLink>
              </li>
            ))}
          </ul>
        </Message>
      ) : (
        <>
          <p className="fr-text--lead">
            Une fois remise, votre fiche ne change plus.
            {total !== null && ` Votre note\u00A0: ${formatScore(total)}.`}
          </p>
          {theme.selection.hearing === "required" && !heardAt && (
            <Message severity="info" title="Information : l’audition n’est pas encore enregistrée">
              Vous pouvez attendre d’avoir entendu le porteur pour remettre votre fiche.
            </Message>
          )}
        </>
      )}
      <SheetScores criteria={criteria} scores={scores} />
      <ul className="fr-btns-group fr-btns-group--inline-md">
        {missing.length === 0 && (
          <li>
            <HandInForm number={number} revision={revision} />
          </li>
        )}
        <li>
          <AppLink
            href={routes.sheet(number)}
            className={missing.length === 0 ? "fr-btn fr-btn--secondary" : "fr-btn"}
          >
            Modifier ma fiche
          </AppLink>
        </li>
      </ul>
    </>
  );
}
