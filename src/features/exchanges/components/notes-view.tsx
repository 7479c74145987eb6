import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { Message } from "@/ui/message";
import { KeysetPagination } from "@/ui/pagination";
import type { Notes } from "../queries/notes";
import { NoteForm } from "./exchange-forms";
import { ExchangeList } from "./exchange-list";

/** What those who examine the dossier keep for themselves, in a look that no page of the carrier has. */
export function NotesView({ page, isFirst }: { page: Notes; isFirst: boolean }) {
  const { number, notes, nextCursor, closed, key } = page;
  return (
    <div className="guichet-internal">
      <p className="guichet-internal__mark fr-icon-lock-line">
        Interne{"\u00A0"}: jamais visible par le porteur
      </p>
      <p>
        Lues par le porteur du thème, ceux qui instruisent et le secrétariat. Ni le porteur du
        projet, ni son ministère, ni le jury ne les lisent. Pour écrire au porteur{"\u00A0"}:{" "}
        <AppLink href={routes.carrierMessages(number)}>messages</AppLink>.
      </p>
      {closed ? (
        <Message severity="info" title="Information : on n’écrit plus sur ce dossier">
          {closed}
        </Message>
      ) : (
        isFirst && <NoteForm number={number} formKey={key} />
      )}
      <section aria-labelledby="notes" className="fr-mt-6w">
        <h2 id="notes" className="fr-h4">
          Notes, de la plus récente à la plus ancienne
        </h2>
        {notes.length === 0 ? <p>Aucune note pour le moment.</p> : <ExchangeList items={notes} />}
        <KeysetPagination
          label="Pages des notes internes"
          previousHref={isFirst ? null : routes.internalNotes(number)}
          nextHref={nextCursor && routes.internalNotes(number, `apres=${nextCursor}`)}
        />
      </section>
    </div>
  );
}
