import { routes } from "@/routes";
import { InstantTime } from "@/ui/date-time";
import { FormFrame } from "@/ui/form-frame";
import { KeysetPagination } from "@/ui/pagination";
import { SelectField } from "@/ui/select-field";
import { SubmitButton } from "@/ui/submit-button";
import type { Comment, Comments } from "../queries/comments";
import { OneActForm } from "./one-act-form";
import { CommentForm } from "./team-forms";

/** What the team says to itself, the newest first. */
export function CommentsView({ page, isFirst }: { page: Comments; isFirst: boolean }) {
  const { number, comments, places, field, nextCursor } = page;
  const query = (after: string | null) => {
    const parameters = new URLSearchParams();
    if (field) parameters.set("question", field);
    if (after) parameters.set("apres", after);
    return routes.comments(number, parameters);
  };
  return (
    <>
      <p className="fr-text--lead">
        Ces commentaires restent dans l’équipe{"\u00A0"}: ni l’instruction, ni le jury, ni votre
        ministère ne les lisent.
      </p>
      <CommentForm number={number} places={places} field={field} />
      <h2 className="fr-h4 fr-mt-6w">Commentaires publiés</h2>
      <FormFrame action={routes.comments(number)} method="get" requiredSentence={false}>
        <SelectField
          name="question"
          id="filtre-question"
          label="Afficher les commentaires sur"
          options={places}
          emptyLabel="Tout le dossier"
          defaultValue={field ?? ""}
        />
        <SubmitButton waiting="Un instant" priority="secondary" small>
          Afficher
        </SubmitButton>
      </FormFrame>
      {comments.length === 0 ? (
        <p className="fr-mt-3w">Aucun commentaire pour le moment.</p>
      ) : (
        <ul className="guichet-team__list fr-mt-3w">
          {comments.map((comment) => (
            <li key={comment.id}>
              <CommentItem number={number} comment={comment} />
            </li>
          ))}
        </ul>
      )}
      <KeysetPagination
        label="Pages des commentaires"
        previousHref={isFirst ? null : query(null)}
        nextHref={nextCursor && query(nextCursor)}
      />
    </>
  );
}

function CommentItem({ number, comment }: { number: string; comment: Comment }) {
  const { id, author, at, place, body, isOwn } = comment;
  return (
    <>
      <p className="fr-mb-1v">
        <strong>{author}</strong>, <InstantTime instant={at} />
      </p>
      {place && <p className="fr-text--sm fr-mb-1v">{place}</p>}
      <p className="guichet-written">{body ?? "Commentaire retiré par son auteur."}</p>
      {isOwn && body !== null && (
        <OneActForm
          act="remove-comment"
          hidden={{ number, commentId: id }}
          waiting="Retrait en cours"
          priority="tertiary"
          small
          ariaLabel="Retirer mon commentaire"
        >
          Retirer
        </OneActForm>
      )}
    </>
  );
}
