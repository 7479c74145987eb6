import { parisDay } from "@/domain/calendar";
import { CALL_STATE_LABELS } from "@/domain/funding/labels";
import { Amount } from "@/ui/amount";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import { ChangeEnvelopeForm, ConfigureCallForm, ExtendCallForm, WeightsForm } from "./call-forms";
import type { CallPage } from "./queries";

/** A call: editable while it is to come, then frozen but for its closing and its money. */
export function CallView({ call }: { call: CallPage }) {
  const { id, state, opensAt, closesAt, envelope, criteria } = call;
  const toCome = state === "to-come";
  return (
    <>
      <DefinitionList
        items={[
          { term: "Thème", details: call.themeCode },
          { term: "État", details: <StatusBadge {...CALL_STATE_LABELS[state]} /> },
          {
            term: "Ouverture",
            details: opensAt ? (
              <InstantTime instant={opensAt} />
            ) : (
              (call.announced ?? "Non renseigné")
            ),
          },
          {
            term: "Clôture",
            details: closesAt ? <InstantTime instant={closesAt} /> : "Sans date de fin",
          },
          {
            term: `Enveloppe ${call.envelopeLabel}`,
            details: (
              <>
                <Amount cents={envelope.committed} /> engagés sur <Amount cents={envelope.total} />
              </>
            ),
          },
          { term: "Dossiers, brouillons compris", details: call.dossiers },
        ]}
      />
      {toCome ? (
        <>
          <h2>Modifier l’ouverture</h2>
          <ConfigureCallForm
            call={id}
            written={{
              label: call.label,
              opensOn: opensAt ? parisDay(opensAt) : "",
              closesOn: closesAt ? parisDay(closesAt) : "",
              announced: call.announced ?? "",
            }}
          />
          {criteria.length > 0 && (
            <>
              <h2>Poids des critères</h2>
              <WeightsForm call={id} criteria={criteria} />
            </>
          )}
        </>
      ) : (
        <Frozen call={call} />
      )}
      <h2>Changer l’enveloppe</h2>
      <ChangeEnvelopeForm call={id} total={(envelope.total / 100).toFixed(2).replace(".", ",")} />
    </>
  );
}

function Frozen({ call }: { call: CallPage }) {
  const { id, state, opensAt, closesAt, criteria } = call;
  return (
    <>
      {opensAt && (
        <Message severity="info" title="Information : les règles sont figées" as="h2">
          <p>
            Règles figées depuis le <InstantTime instant={opensAt} format="date" />. Pour d’autres
            règles, créez une nouvelle ouverture.
          </p>
        </Message>
      )}
      {criteria.length > 0 && (
        <>
          <h2>Poids des critères</h2>
          <DefinitionList
            items={criteria.map(({ name, weight }) => ({ term: name, details: weight }))}
          />
        </>
      )}
      {closesAt && state !== "closed" && (
        <>
          <h2>Repousser la clôture</h2>
          <ExtendCallForm call={id} closesOn={parisDay(closesAt)} />
        </>
      )}
    </>
  );
}
