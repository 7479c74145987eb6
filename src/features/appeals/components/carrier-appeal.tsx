import { APPEAL_LABELS } from "@/domain/evaluation/appeal";
import { routes } from "@/routes";
import { InstantTime } from "@/ui/date-time";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import { ReadingNote } from "@/ui/reading-note";
import { StatusBadge } from "@/ui/status-badge";
import type { CarrierAppeals, OwnAppeal } from "../queries/appeals";
import { FileAppealForm } from "./file-appeal-form";

/** The appeals of a dossier, for its team: the one under way first, the form when there is a decision to contest. */
export function CarrierAppeal({ number, appeals, open }: CarrierAppeals & { number: string }) {
  if (appeals.length === 0 && !open) {
    return (
      <EmptyState action={{ label: "Revenir au dossier", href: routes.dossier(number) }}>
        Aucune décision notifiée n’est en vigueur sur ce dossier{"\u00A0"}: il n’y a rien à
        contester.
      </EmptyState>
    );
  }
  return (
    <>
      {appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
      {open && <Contest number={number} {...open} />}
    </>
  );
}

function Appeal({ appeal }: { appeal: OwnAppeal }) {
  const { label, severity } = APPEAL_LABELS[appeal.status];
  return (
    <section className="fr-mb-4w" aria-labelledby={`recours-${appeal.id}`}>
      <h2 className="fr-h4" id={`recours-${appeal.id}`}>
        Recours du <InstantTime instant={appeal.filedAt} format="date" />
      </h2>
      <p>
        <StatusBadge label={label} severity={severity ?? undefined} />
      </p>
      {appeal.silenceAt && (
        <p>
          D’autres personnes que celles qui ont décidé l’examinent. Sans réponse avant le{" "}
          <InstantTime instant={appeal.silenceAt} />, il est rejeté.
        </p>
      )}
      {appeal.reasons && appeal.decidedAt && (
        <>
          <h3 className="fr-h5">
            La réponse, du <InstantTime instant={appeal.decidedAt} format="date" />
          </h3>
          <p className="guichet-typed">{appeal.reasons}</p>
          {appeal.status === "upheld" && (
            <p>Votre dossier est à nouveau examiné. Une nouvelle décision sera prise.</p>
          )}
        </>
      )}
      <details className="guichet-details">
        <summary>Ce que vous avez écrit</summary>
        <p className="guichet-typed">{appeal.grounds}</p>
      </details>
    </section>
  );
}

function Contest(props: { number: string } & NonNullable<CarrierAppeals["open"]>) {
  const { number, until, late, mayFile } = props;
  return (
    <section aria-labelledby="contester">
      <h2 className="fr-h4" id="contester">
        Contester la décision
      </h2>
      <p>
        Le recours gracieux demande à l’autorité qui a décidé d’examiner à nouveau votre dossier. Il
        est gratuit. Vous pouvez le former jusqu’au <InstantTime instant={until} />.
      </p>
      {late && (
        <Message severity="warning" title="Attention : le délai est passé" as="h3">
          <p>Vous pouvez encore écrire, mais le recours peut être déclaré irrecevable.</p>
        </Message>
      )}
      <ReadingNote>
        Les textes du fonds ne disent rien des recours. Le délai est celui des décisions
        administratives{"\u00A0"}: deux mois entiers à compter de la notification.
      </ReadingNote>
      {mayFile ? (
        <FileAppealForm number={number} />
      ) : (
        <p>Le recours est formé par le responsable du dossier, ou par une personne qui dépose.</p>
      )}
    </section>
  );
}
