import type { AssignedJuror } from "../queries/jurors";
import { RecusalForm, ReleaseForm } from "./juror-forms";

/** What may be done of a juror's part in a dossier; the two acts are different facts, each under its title. */
export function JurorActs(props: {
  number: string;
  juror: AssignedJuror;
  acts: { recuse: boolean; release: boolean };
}) {
  const { number, juror, acts } = props;
  const form = { number, assignment: juror.assignmentId, name: juror.name };
  return (
    <>
      <p>
        {juror.name} ({juror.organisation}) a ce dossier à noter.
      </p>
      {acts.release && (
        <section aria-labelledby="reprendre" className="fr-mb-6w">
          <h2 className="fr-h4" id="reprendre">
            Cette personne ne pourra pas noter
          </h2>
          <p>
            Le dossier lui est repris{"\u00A0"}: la notation n’attend plus sa fiche. Une fiche déjà
            remise reste et compte.
          </p>
          <ReleaseForm {...form} />
        </section>
      )}
      {acts.recuse && (
        <section aria-labelledby="deporter">
          <h2 className="fr-h4" id="deporter">
            Un lien d’intérêts est constaté
          </h2>
          <p>
            Cette personne ne verra plus rien de ce dossier. Sa fiche, même remise, ne comptera pas.
          </p>
          <RecusalForm {...form} />
        </section>
      )}
    </>
  );
}
