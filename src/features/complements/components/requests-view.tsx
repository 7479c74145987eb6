import { formatDay, formatInstant, parisDay } from "@/domain/calendar";
import {
  COMPLEMENT_READING,
  complementSentence,
  complementState,
  DELAY_DAYS,
  dueDays,
} from "@/domain/dossier/complements";
import { askedTargets } from "@/domain/dossier/editing";
import { formByTheme } from "@/domain/themes/forms";
import type { ThemeCode } from "@/domain/themes/types";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import type { ExaminedRequest } from "../queries/requests";
import { RequestForm } from "./request-form";

export interface RequestsViewProps {
  number: string;
  themeCode: ThemeCode;
  requests: readonly ExaminedRequest[];
  now: Date;
  /** The reader may ask, or go on without waiting. */
  mayAct: boolean;
  /** Why nothing can be asked now; null when something can. */
  obstacle: string | null;
}

/** What was asked of the carrier and what it answered; then the way to ask, when one can. */
export function RequestsView(props: RequestsViewProps) {
  const { number, requests, now, mayAct, obstacle } = props;
  const open = requests.find(({ status }) => status === "open");
  return (
    <>
      {open && (
        <Message
          severity={complementState(open, now).isLate ? "warning" : "info"}
          title={
            complementState(open, now).isLate
              ? "Attention : le délai du porteur est passé"
              : "Information : c’est au porteur de répondre"
          }
        >
          <p>{complementSentence(open, now, "instruction")}</p>
          {mayAct && (
            <p>
              <AppLink className="fr-btn fr-btn--secondary" href={routes.complementClosing(number)}>
                Reprendre sans attendre les compléments
              </AppLink>
            </p>
          )}
        </Message>
      )}
      {requests.map((request) => (
        <Request key={request.number} number={number} request={request} now={now} />
      ))}
      {requests.length === 0 && obstacle && <EmptyState>{obstacle}</EmptyState>}
      {!obstacle && mayAct && <Ask {...props} />}
    </>
  );
}

function Request(props: { number: string; request: ExaminedRequest; now: Date }) {
  const { number, request, now } = props;
  const id = `demande-${request.number}`;
  return (
    <section aria-labelledby={id} className="fr-mb-4w">
      <h2 id={id} className="fr-h5">
        Demande {request.number}, du {formatInstant(request.requestedAt)}
      </h2>
      <p>
        Par {request.requestedBy}. {complementSentence(request, now, "instruction")}
        {request.endedBy && ` Par ${request.endedBy}.`}
      </p>
      {request.reason && (
        <p className="guichet-typed">
          <strong>Raison donnée au porteur{"\u00A0"}:</strong> {request.reason}
        </p>
      )}
      {request.message && <p className="guichet-typed">{request.message}</p>}
      <ol className="guichet-points">
        {request.points.map(({ position, label, question, answer }) => (
          <li key={position}>
            <p className="guichet-typed">
              <strong>{label}.</strong> {question}
            </p>
            {answer !== null && (
              <p className="guichet-typed">
                <strong>Réponse{"\u00A0"}:</strong> {answer}
              </p>
            )}
          </li>
        ))}
      </ol>
      {request.filingVersion !== null && (
        <p>
          <AppLink href={routes.filings(number, `a=${request.filingVersion}`)}>
            Lire ce qui a changé dans le dossier
          </AppLink>
        </p>
      )}
    </section>
  );
}

function Ask({ number, themeCode, now }: RequestsViewProps) {
  const form = formByTheme(themeCode);
  if (!form) return null;
  const days = dueDays(parisDay(now));
  return (
    <section aria-labelledby="demander">
      <h2 id="demander" className="fr-h5">
        Demander des compléments
      </h2>
      <p>
        Le porteur est prévenu aussitôt. Il ne peut changer que les réponses que vous nommez, et
        l’examen attend sa réponse{"\u00A0"}: le dossier redevient «{"\u00A0"}Déposé{"\u00A0"}»
        quand elle arrive.
      </p>
      <ReadingNote source={COMPLEMENT_READING.source}>{COMPLEMENT_READING.text}</ReadingNote>
      <RequestForm
        number={number}
        targets={askedTargets(form).map(({ target, label, group }) => ({
          value: target,
          label: label.includes(group) ? label : `${group}\u00A0: ${label}`,
        }))}
        days={days}
        daysHint={`De ${DELAY_DAYS.min} à ${DELAY_DAYS.max} jours, du ${formatDay(days.first)} au ${formatDay(days.last)}. Le délai prend fin à 23\u00A0h\u00A059 (heure de Paris).`}
      />
    </section>
  );
}
