import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { Message } from "@/ui/message";
import { KeysetPagination } from "@/ui/pagination";
import type { Thread } from "../queries/thread";
import { SettleForm, WriteToCarrierForm, WriteToInstructionForm } from "./exchange-forms";
import { ExchangeList } from "./exchange-list";

interface Props {
  thread: Thread;
  /** The newest messages: where one writes. */
  isFirst: boolean;
}

/** The messages as the dossier's team reads them. */
export function TeamThread({ thread, isFirst }: Props) {
  const { number, closed, mayWrite, key, signature } = thread;
  return (
    <>
      <p className="fr-text--lead">
        Vos échanges avec ceux qui instruisent le dossier ({signature}).
      </p>
      <p>
        Votre ministère et le jury ne les lisent pas. Une pièce ou une réponse à changer se transmet
        par une demande de compléments, pas par un message.
      </p>
      {closed ? (
        <Message severity="info" title="Information : on n’écrit pas sur ce dossier">
          {closed}
        </Message>
      ) : (
        isFirst &&
        (mayWrite ? (
          <WriteToInstructionForm number={number} formKey={key} />
        ) : (
          <Message severity="info" title="Information : votre accès permet de lire">
            <p>
              Pour écrire à l’instruction, demandez à la personne responsable du dossier l’accès «
              {"\u00A0"}Écrit{"\u00A0"}».{" "}
              <AppLink href={routes.team(number)}>Voir l’équipe</AppLink>
            </p>
          </Message>
        ))
      )}
      <Listed
        thread={thread}
        isFirst={isFirst}
        pageOf={(query) => routes.messages(number, query)}
      />
    </>
  );
}

/** The messages as those who examine the dossier read them: all of it is read by the carrier. */
export function CarrierThread({ thread, isFirst }: Props) {
  const { number, closed, key, seen, signature, waitsSince } = thread;
  return (
    <>
      <div className="guichet-shared">
        <p className="guichet-shared__mark fr-icon-eye-line">Visible par le porteur</p>
        <p className="fr-mb-0">
          Le porteur lit ces messages signés «{"\u00A0"}
          {signature}
          {"\u00A0"}», sans votre nom. Vos collègues le voient. Pour écrire entre vous{"\u00A0"}:{" "}
          <AppLink href={routes.internalNotes(number)}>notes internes</AppLink>.
        </p>
      </div>
      <div className="fr-mb-4w">
        {waitsSince && (
          <p className="fr-mb-1w">
            <strong>
              Le porteur attend une réponse depuis le <InstantTime instant={waitsSince} />.
            </strong>
          </p>
        )}
        {isFirst && <SettleForm number={number} seen={seen} waits={waitsSince !== null} />}
      </div>
      {closed ? (
        <Message severity="info" title="Information : on n’écrit plus sur ce dossier">
          {closed}
        </Message>
      ) : (
        isFirst && <WriteToCarrierForm number={number} formKey={key} seen={seen} />
      )}
      <Listed
        thread={thread}
        isFirst={isFirst}
        pageOf={(query) => routes.carrierMessages(number, query)}
      />
    </>
  );
}

function Listed({ thread, isFirst, pageOf }: Props & { pageOf: (query: string) => string }) {
  const { messages, nextCursor } = thread;
  return (
    <section aria-labelledby="messages" className="fr-mt-6w">
      <h2 id="messages" className="fr-h4">
        Messages, du plus récent au plus ancien
      </h2>
      {messages.length === 0 ? (
        <p>Aucun message pour le moment.</p>
      ) : (
        <ExchangeList items={messages} />
      )}
      <KeysetPagination
        label="Pages des messages"
        previousHref={isFirst ? null : pageOf("")}
        nextHref={nextCursor && pageOf(`apres=${nextCursor}`)}
      />
    </section>
  );
}
