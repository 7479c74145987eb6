import { LABEL_LENGTH } from "@/domain/dossier/label";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EVERYTHING, filterQuery } from "../filters";
import type { FollowUp } from "../queries/follow-up";
import { AddLabelForm, AssignForm, RemoveLabelForm } from "./follow-up-forms";

/** Who instructs the dossier, and its labels. The carrier reads neither. */
export function FollowUpView({ followUp }: { followUp: FollowUp }) {
  const { number, assignee, instructors, labels, known } = followUp;
  return (
    <section aria-labelledby="suivi" className="fr-mb-4w">
      <h2 id="suivi" className="fr-h4">
        Suivi de l’instruction
      </h2>
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-md-6">
          <h3 className="fr-h6 fr-mb-1w">Instructeur</h3>
          <p>{assignee?.label ?? "Sans instructeur"}</p>
          {instructors && (
            <AssignForm
              number={number}
              assignee={assignee?.value ?? ""}
              instructors={instructors}
            />
          )}
        </div>
        <div className="fr-col-12 fr-col-md-6">
          <h3 className="fr-h6 fr-mb-1w">Étiquettes</h3>
          {labels.length === 0 ? (
            <p>Aucune étiquette.</p>
          ) : (
            <ul className="guichet-labels">
              {labels.map((label) => (
                <li key={label}>
                  <AppLink
                    className="fr-tag fr-tag--sm"
                    href={routes.instruction(filterQuery({ ...EVERYTHING, label }))}
                  >
                    <span className="fr-sr-only">Dossiers de l’étiquette </span>
                    {label}
                  </AppLink>
                  {known && <RemoveLabelForm number={number} label={label} />}
                </li>
              ))}
            </ul>
          )}
          {known && <AddLabelForm number={number} known={known} maxLength={LABEL_LENGTH} />}
        </div>
      </div>
    </section>
  );
}
