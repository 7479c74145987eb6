import { formatInstant } from "@/domain/calendar";
import type { Asked } from "@/domain/dossier/asked";
import {
  COMPLEMENT_READING,
  complementSentence,
  complementState,
} from "@/domain/dossier/complements";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { OpenDossier } from "../queries/open-dossier";
import type { PastComplement } from "../queries/past-complements";
import { AskedPoints, ReadPoints } from "./asked-points";

export interface ComplementsProps {
  dossier: OpenDossier;
  past: readonly PastComplement[];
  agentId: string;
}

/** What the instruction asks the carrier to complete: the request that is open first, then those that are over. */
export function Complements({ dossier, past, agentId }: ComplementsProps) {
  const { asked, number } = dossier.state;
  const open = asked?.kind === "complement" ? asked : null;
  if (!open && past.length === 0) {
    return (
      <EmptyState action={{ label: "Suivre le dossier", href: routes.dossier(number) }}>
        Aucun complément n’est demandé sur ce dossier.
      </EmptyState>
    );
  }
  return (
    <>
      {open && <OpenRequest dossier={dossier} asked={open} agentId={agentId} />}
      {past.map((request) => (
        <PastRequest key={request.number} dossier={dossier} request={request} />
      ))}
    </>
  );
}

type OpenComplement = Extract<Asked, { kind: "complement" }>;

function OpenRequest(props: { dossier: OpenDossier; asked: OpenComplement; agentId: string }) {
  const { dossier, asked, agentId } = props;
  const { now, state } = dossier;
  const clock = { status: "open", dueAt: asked.dueAt, endedAt: null } as const;
  const { isLate } = complementState(clock, now);
  const points = asked.items.length;
  return (
    <section aria-labelledby="demande-en-cours">
      <h2 id="demande-en-cours" className="fr-h4">
        {points === 1 ? "1 précision est attendue" : `${points} précisions sont attendues`}
      </h2>
      <Message
        severity={isLate ? "warning" : "info"}
        title={isLate ? "Attention : le délai est passé" : "Information : c’est à vous de répondre"}
        as="h3"
      >
        <p>{complementSentence(clock, now, "carrier")}</p>
        <p>
          «{"\u00A0"}Envoyer les compléments{"\u00A0"}» transmet toutes vos réponses. Rien n’est
          envoyé avant.
        </p>
      </Message>
      {asked.message && <p className="guichet-written">{asked.message}</p>}
      <p>
        Demande {asked.number}, reçue le {formatInstant(asked.requestedAt)}. Vous pouvez changer les
        réponses qu’elle nomme{"\u00A0"}; les autres restent celles que vous avez déposées.{" "}
        <AppLink href={routes.missing(state.number)}>Voir ce qui manque</AppLink>
      </p>
      <AskedPoints dossier={dossier} asked={asked} agentId={agentId} />
      <ReadingNote source={COMPLEMENT_READING.source}>{COMPLEMENT_READING.text}</ReadingNote>
    </section>
  );
}

function PastRequest({ dossier, request }: { dossier: OpenDossier; request: PastComplement }) {
  const { form, number } = dossier.state;
  const id = `demande-${request.number}`;
  return (
    <section aria-labelledby={id} className="fr-mt-4w">
      <h2 id={id} className="fr-h4">
        Demande {request.number}, du {formatInstant(request.requestedAt)}
      </h2>
      <p>{complementSentence(request, dossier.now, "carrier")}</p>
      {request.reason && (
        <p className="guichet-written">
          <strong>Raison donnée{"\u00A0"}:</strong> {request.reason}
        </p>
      )}
      {request.message && <p className="guichet-written">{request.message}</p>}
      <ReadPoints items={request.items} form={form} number={number} />
    </section>
  );
}
