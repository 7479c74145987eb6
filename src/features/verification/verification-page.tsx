import { inGroups } from "@/domain/evidence/document";
import { routes } from "@/routes";
import type { SealedKind } from "@/server/seals";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { FormFrame } from "@/ui/form-frame";
import { Message } from "@/ui/message";
import { SubmitButton } from "@/ui/submit-button";
import { TextareaField } from "@/ui/textarea-field";
import type { Verification } from "./verify";

const KINDS: Record<SealedKind, string> = {
  minutes: "Procès-verbal d’une séance de jury",
  letter: "Lettre de décision",
  receipt: "Dossier déposé",
};

/** The name of the field, in the address. */
export const FIELD = "empreinte";
const NOT_ONE =
  "Une empreinte compte 64 chiffres et lettres de a à f. Recopiez-la en entier depuis le document.";

/** A fingerprint typed, and whether it is the portal's. A plain form: no script, no account. */
export function VerificationPage({ typed, result }: { typed: string; result: Verification }) {
  const wrong = result.state === "not-a-fingerprint";
  return (
    <>
      <p>
        Un procès-verbal, un récépissé ou une lettre de décision porte une empreinte. Saisissez-la
        pour savoir si elle vient bien du guichet. Rien du contenu n’est montré.
      </p>
      <p>
        Une lettre de décision porte deux empreintes{"\u00A0"}: la sienne, et celle du dossier
        déposé.
      </p>
      <Result result={result} />
      <FormFrame
        action={routes.verification()}
        method="get"
        before="vérifier"
        requiredSentence={false}
        errors={wrong ? [{ path: FIELD, message: NOT_ONE }] : []}
      >
        <TextareaField
          name={FIELD}
          label="Empreinte du document"
          hint="64 chiffres et lettres, avec ou sans espaces. Elle est imprimée à la fin du document."
          rows={3}
          maxLength={200}
          defaultValue={typed}
          error={wrong ? NOT_ONE : undefined}
        />
        <SubmitButton waiting="Vérification en cours">Vérifier l’empreinte</SubmitButton>
      </FormFrame>
    </>
  );
}

function Result({ result }: { result: Verification }) {
  switch (result.state) {
    case "authentic":
      return (
        <>
          <Message severity="success" title="Succès : cette empreinte est authentique">
            Le guichet l’a donnée à un document de cette nature, à cette date. Si le document que
            vous lisez est d’une autre nature ou d’une autre date, ce n’est pas le bon.
          </Message>
          <DefinitionList
            items={[
              { term: "Nature", details: KINDS[result.kind] },
              { term: "Date", details: <InstantTime instant={result.at} /> },
              {
                term: "Empreinte",
                details: (
                  <code className="guichet-fingerprint">{inGroups(result.fingerprint)}</code>
                ),
              },
            ]}
          />
        </>
      );
    case "unknown":
      return (
        <Message severity="warning" title="Attention : cette empreinte n’est pas connue">
          <p>
            Le guichet n’a donné cette empreinte à aucun document. Vérifiez chaque caractère. Si
            elle est bien recopiée, le document n’est pas authentique.
          </p>
        </Message>
      );
    case "too-many":
      return (
        <Message severity="warning" title="Attention : trop de vérifications à la suite">
          Réessayez dans {result.retryAfter} seconde{result.retryAfter > 1 && "s"}.
        </Message>
      );
    default:
      return null;
  }
}
