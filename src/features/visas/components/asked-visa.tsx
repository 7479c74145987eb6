import type { ReactNode } from "react";
import { VISA_LABELS, type VisaRequirement, type VisaStatus } from "@/domain/dossier/visa";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { Message } from "@/ui/message";
import { StatusBadge } from "@/ui/status-badge";
import type { AskedVisa } from "../queries/carrier-visa";

interface Props {
  visa: AskedVisa;
  requirement: VisaRequirement;
  isWritten: boolean;
}

/** What the carrier told its DNUM, and what it answered, with its reasons. */
export function AskedVisaView({ visa, requirement, isWritten }: Props) {
  const { status, message, askedBy, askedAt, tacitAt, reason, givenBy, givenAt } = visa;
  const { label, severity } = VISA_LABELS[status];
  const informed = requirement === "information";
  return (
    <>
      {isWritten && (informed ? <Informed /> : <Joint status={status} />)}
      <DefinitionList
        items={[
          {
            term: informed ? "DNUM informée" : "Présenté à la DNUM",
            details: (
              <>
                Le <InstantTime instant={askedAt} />, par {askedBy}
              </>
            ),
          },
          ...(message ? [{ term: "Votre message", details: <Typed>{message}</Typed> }] : []),
          {
            term: "Visa de la DNUM",
            details: <StatusBadge label={label} severity={severity ?? undefined} />,
          },
          ...(status === "awaited" && tacitAt
            ? [
                {
                  term: "Réponse possible",
                  details: (
                    <>
                      Jusqu’au <InstantTime instant={tacitAt} />. Sans réponse, le visa devient «
                      {"\u00A0"}
                      {VISA_LABELS.recorded.label}
                      {"\u00A0"}»
                    </>
                  ),
                },
              ]
            : []),
          ...(givenAt
            ? [
                {
                  term: status === "recorded" ? "Fin du délai, sans réponse" : "Réponse",
                  details: (
                    <>
                      Le <InstantTime instant={givenAt} />
                      {givenBy && <>, par {givenBy}</>}
                    </>
                  ),
                },
              ]
            : []),
          ...(reason ? [{ term: "Raison donnée", details: <Typed>{reason}</Typed> }] : []),
        ]}
      />
    </>
  );
}

/** A text as it was typed, its line feeds kept. */
export function Typed({ children }: { children: ReactNode }) {
  return <span className="guichet-typed">{children}</span>;
}

function Informed() {
  return (
    <Message severity="success" title="Succès : information enregistrée">
      <p>Le dépôt n’attend pas la réponse de la DNUM, et aucune réponse ne l’empêche.</p>
    </Message>
  );
}

function Joint({ status }: { status: VisaStatus }) {
  switch (status) {
    case "objection":
      return (
        <Message
          severity="warning"
          title="Attention : la DNUM ne présente pas ce dossier avec vous"
        >
          <p>
            Le dépôt attend son accord. Lisez sa raison, modifiez le dossier, puis présentez-le à
            nouveau.
          </p>
        </Message>
      );
    case "awaited":
      return (
        <Message severity="info" title="Information : la DNUM n’a pas encore répondu">
          <p>Le dépôt attend son accord. Vous pouvez continuer à écrire le dossier.</p>
        </Message>
      );
    default:
      return (
        <Message severity="success" title="Succès : la DNUM présente ce dossier avec vous">
          <p>De son côté, rien ne retient plus le dépôt.</p>
        </Message>
      );
  }
}
