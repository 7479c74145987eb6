import { PENDING_REDIRECTION } from "@/domain/dossier/transitions";
import { CHECK_LABELS, type CheckPoint } from "@/domain/evaluation/admissibility";
import { routes } from "@/routes";
import { AppLink } from "@/ui/app-link";
import { InstantTime } from "@/ui/date-time";
import { DefinitionList } from "@/ui/definition-list";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { Admission } from "../queries/admission";
import type { DossierPage } from "../queries/dossier";
import { AdmissibilityForm } from "./admissibility-form";

/** The checklist to settle, or what was settled, by whom and when. */
export function AdmissibilityView(props: {
  page: DossierPage;
  points: readonly CheckPoint[];
  admission: Admission | null;
}) {
  const { page, points, admission } = props;
  if (page.dossier.status === "redirected") {
    return (
      <EmptyState>
        Le porteur complète le dossier dans son nouveau thème. La recevabilité se vérifie quand il
        l’a confirmé.
      </EmptyState>
    );
  }
  if (page.dossier.status === "filed" && page.redirection.asked) {
    return <EmptyState>{PENDING_REDIRECTION}</EmptyState>;
  }
  if (page.dossier.status === "filed") {
    if (!page.may("assess-admissibility")) {
      return (
        <EmptyState>
          La recevabilité est vérifiée par le porteur du thème ou l’instruction.
        </EmptyState>
      );
    }
    return (
      <>
        <p>
          Les règles du thème ont prérempli ces points. Relisez chacun et tranchez{"\u00A0"}: la
          décision est la vôtre, jamais celle du portail.
        </p>
        <AdmissibilityForm number={page.dossier.number} points={points} />
      </>
    );
  }
  if (!admission)
    return <EmptyState>La vérification de ce dossier n’est pas au journal.</EmptyState>;
  return (
    <>
      <Message
        severity={admission.admitted ? "success" : "info"}
        title={admission.admitted ? "Succès : dossier recevable" : "Information : dossier écarté"}
      >
        <p>
          Par {admission.by}, le <InstantTime instant={admission.at} />.
          {admission.reason && ` Raison\u00A0: ${admission.reason}.`}
        </p>
      </Message>
      <FirstSelection page={page} />
      {page.setAsideMotive && (
        <DefinitionList
          items={[
            {
              term: "Ce que le porteur a lu",
              details: <span className="guichet-typed">{page.setAsideMotive}</span>,
            },
          ]}
        />
      )}
      {Object.keys(admission.checks).length > 0 && (
        <DefinitionList
          items={points.flatMap(({ key, text, source }) => {
            const answer = admission.checks[key];
            if (!answer) return [];
            return [
              {
                term: text,
                details: (
                  <>
                    {CHECK_LABELS[answer]} <span className="guichet-source">({source})</span>
                  </>
                ),
              },
            ];
          })}
        />
      )}
    </>
  );
}

/** Where the text makes a first selection (ITN5, Livret l.353): an admissible dossier goes to the jury, or stops here. */
function FirstSelection({ page }: { page: DossierPage }) {
  const { number, status, theme } = page.dossier;
  if (status !== "admissible" || !theme.selection.preselection) return null;
  if (!page.may("assess-admissibility") || page.redirection.asked) return null;
  return (
    <p>
      Première sélection{"\u00A0"}: confiez le dossier à des jurés, ou{" "}
      <AppLink href={routes.setAside(number)}>écartez-le</AppLink> avec un motif que le porteur
      lira.
    </p>
  );
}
