import { type Day, parisDay } from "@/domain/calendar";
import { pathContext, refusal } from "@/domain/dossier/transitions";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { DossierPage } from "../queries/dossier";
import { HearingForm } from "./hearing-form";

/** The hearing of the carrier: to record, recorded, or why not yet. */
export function HearingView({ page, today }: { page: DossierPage; today: Day }) {
  const { dossier, session } = page;
  if (session?.heardAt) {
    return (
      <Message severity="success" small as="p">
        <p>
          Le porteur a été entendu le <InstantTime instant={session.heardAt} format="date" />.
        </p>
      </Message>
    );
  }
  const obstacle = refusal("hear", dossier.status, pathContext(dossier.theme.selection));
  if (obstacle) return <EmptyState>{obstacle}</EmptyState>;
  if (!page.may("record-hearing")) {
    return <EmptyState>L’audition est enregistrée par le jury ou le porteur du thème.</EmptyState>;
  }
  return (
    <>
      <p>
        Une fois l’audition enregistrée, les jurés finissent leurs fiches et la notation peut être
        close.
      </p>
      <HearingForm number={dossier.number} first={parisDay(page.filedAt)} today={today} />
    </>
  );
}
