import type { ReactNode } from "react";
import { parisDay } from "@/domain/calendar";
import { formatScore, sheetScore } from "@/domain/evaluation/scores";
import { routes } from "@/routes";
import type { FiledDossier } from "@/server/filed-dossier";
import type { JurySheets } from "@/server/jury-sheets";
import { AppLink } from "@/ui/app-link";
import { DayTime, InstantTime } from "@/ui/date-time";
import { DossierHeader } from "@/ui/dossier-header";
import { EmptyState } from "@/ui/empty-state";
import { FiledContent } from "@/ui/filed-content";
import { Message } from "@/ui/message";
import { ScoresView, SheetScores } from "@/ui/scores-view";
import type { MySheet } from "../queries/my-sheet";
import { SheetForm } from "./sheet-form";

/** A dossier beside the juror's own sheet: to write, or read-only once handed in or closed. */
export function SheetView(props: {
  sheet: MySheet;
  filed: FiledDossier | null;
  jury: JurySheets | null;
  agentId: string;
  /** What was expected of a dossier presented again, and what became of it. */
  former?: ReactNode;
  /** Opinions of experts meant for the jury. */
  opinions?: ReactNode;
}) {
  const { sheet, filed, jury, agentId } = props;
  const { dossier, dueOn, submittedAt, closed } = sheet;
  const open = submittedAt === null && !closed;
  return (
    <>
      <DossierHeader
        {...sheet.header}
        next={
          open
            ? {
                what: "remettre votre fiche",
                who: "vous",
                before: undefined,
              }
            : undefined
        }
      />
      {open && (
        <p>
          {dueOn ? (
            <>
              Fiche à remettre pour la séance du <DayTime day={parisDay(dueOn)} format="weekday" />.{" "}
            </>
          ) : (
            "La séance n’a pas encore de date. "
          )}
          Vous connaissez un lien d’intérêts avec ce dossier{"\u202F"}?{" "}
          <AppLink href={routes.abstention(dossier.number)}>S’abstenir</AppLink>
        </p>
      )}
      {/* Where the sheet is not beside the dossier, it comes a dozen screens below. */}
      <p className="fr-hidden-lg">
        <a href="#ma-fiche">Aller à ma fiche</a>
      </p>
      <div className="fr-grid-row fr-grid-row--gutters">
        <section
          className="fr-col-12 fr-col-lg-6 guichet-beside"
          aria-labelledby="dossier-depose"
          // It scrolls on its own beside the sheet: the keyboard has to reach it.
          tabIndex={0}
        >
          {props.former}
          <h2 className="fr-h4" id="dossier-depose">
            Le dossier déposé
          </h2>
          {filed ? (
            <FiledContent {...filed} />
          ) : (
            <EmptyState>Le contenu déposé de ce dossier n’est pas sur le portail.</EmptyState>
          )}
          {props.opinions}
        </section>
        <section className="fr-col-12 fr-col-lg-6" aria-labelledby="ma-fiche">
          <h2 className="fr-h4" id="ma-fiche">
            Ma fiche
          </h2>
          {open ? (
            <SheetForm
              number={dossier.number}
              agentId={agentId}
              criteria={sheet.criteria}
              revision={sheet.revision}
              scores={sheet.scores}
              privateNotes={sheet.privateNotes}
            />
          ) : (
            <ReadOnlySheet sheet={sheet} />
          )}
          {jury?.aggregate && (
            <Titled title="Les notes du jury">
              <ScoresView
                criteria={sheet.criteria}
                sheets={jury.sheets}
                aggregate={jury.aggregate}
                rulesHref={routes.scoringRules(dossier.theme.slug)}
              />
            </Titled>
          )}
        </section>
      </div>
    </>
  );
}

function ReadOnlySheet({ sheet }: { sheet: MySheet }) {
  const { criteria, scores, submittedAt, privateNotes, mayRevise, dossier } = sheet;
  const total = sheetScore(criteria, scores);
  return (
    <>
      {submittedAt ? (
        <Message severity="success" title="Succès : votre fiche est remise" as="h3">
          <p>
            Remise le <InstantTime instant={submittedAt} />.{" "}
            {mayRevise
              ? "Après la discussion, vous pouvez changer une note en disant pourquoi\u00A0: les deux restent lisibles."
              : "Elle ne change plus."}
            {total !== null && ` Votre note\u00A0: ${formatScore(total)}.`}
          </p>
        </Message>
      ) : (
        <Message severity="info" title="Information : la notation est close" as="h3">
          Votre fiche n’a pas été remise avant la clôture. Elle reste lisible par vous seul.
        </Message>
      )}
      <SheetScores
        criteria={criteria}
        scores={scores}
        revisionHref={
          mayRevise ? (criterion) => routes.scoreRevision(dossier.number, criterion) : undefined
        }
      />
      {privateNotes && (
        <Titled title="Notes privées">
          <p className="guichet-typed">{privateNotes}</p>
        </Titled>
      )}
    </>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="fr-h5 fr-mt-4w">{title}</h3>
      {children}
    </>
  );
}
