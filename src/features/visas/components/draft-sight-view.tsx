import type { DraftSight } from "../queries/draft-sight";
import { ShowDraftForm } from "./show-draft-form";

/** What the DNUM sees of a draft before its filing: nothing, or its summary, as the team says. */
export function DraftSightView({ sight }: { sight: DraftSight }) {
  const { ministry, shown, mayChange } = sight;
  return (
    <section aria-labelledby="portefeuille-dnum">
      <h2 id="portefeuille-dnum" className="fr-h4">
        Le portefeuille de la DNUM
      </h2>
      <p>
        La DNUM suit les dossiers déposés du ministère ({ministry}). Elle ne voit pas vos
        brouillons, sauf ceux que vous choisissez de lui montrer{"\u00A0"}: leur nom, leur thème,
        leur coût prévu et la date de dépôt que vous annoncez, rien d’autre.
      </p>
      <p>
        <strong>
          {shown
            ? "Ce brouillon est montré à la DNUM."
            : "Ce brouillon n’est pas montré à la DNUM."}
        </strong>
      </p>
      {mayChange ? (
        <ShowDraftForm sight={sight} />
      ) : (
        <p>
          Seules les personnes qui peuvent déposer le dossier peuvent en décider. Voyez avec votre
          responsable.
        </p>
      )}
    </section>
  );
}
