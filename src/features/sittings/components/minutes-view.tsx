import { InstantTime } from "@/ui/date-time";
import { DocumentView } from "@/ui/document-view";
import { Message } from "@/ui/message";
import type { MinutesPage } from "../queries/minutes";
import { RemarksForm, SignForm } from "./minutes-forms";

/** The minutes of a sitting: what is left to do with them, then what they say. */
export function MinutesView({ minutes }: { minutes: MinutesPage }) {
  const { sessionId, blocks, remarks, mayRemark, signs, obstacle, print, sealedAt } = minutes;
  return (
    <>
      {sealedAt ? (
        <Message severity="success" title="Succès : le procès-verbal est scellé">
          <p>
            Signé par deux personnes, scellé le <InstantTime instant={sealedAt} />. Il ne change
            plus.
          </p>
        </Message>
      ) : (
        <p>
          Établi sur ce qui s’est passé dans la séance. Le secrétariat et la présidence le signent,
          puis il est scellé.
        </p>
      )}
      {minutes.fileHref && (
        <p>
          <a className="fr-link fr-link--download" href={minutes.fileHref} download>
            Télécharger le procès-verbal
            <span className="fr-link__detail">PDF</span>
          </a>
        </p>
      )}
      {obstacle && <p>{obstacle}</p>}
      <DocumentView id="proces-verbal" blocks={blocks} />
      {mayRemark && (
        <section aria-labelledby="remarques-a-ecrire" className="fr-mt-4w">
          <h2 className="fr-h4" id="remarques-a-ecrire">
            Ajouter des remarques
          </h2>
          <RemarksForm session={sessionId} remarks={remarks} />
        </section>
      )}
      {signs && (
        <section aria-labelledby="signer" className="fr-mt-4w">
          <h2 className="fr-h4" id="signer">
            Signer {signs === "secretary" ? "pour le secrétariat" : "pour la présidence"}
          </h2>
          <p>
            Vous signez ce que vous venez de lire. Après les deux signatures, le procès-verbal est
            scellé par son empreinte et ne change plus.
          </p>
          <SignForm session={sessionId} print={print} />
        </section>
      )}
    </>
  );
}
