import type { ReactNode } from "react";
import { REDIRECTABLE } from "@/domain/dossier/redirection";
import type { DossierStatus } from "@/domain/dossier/statuses";
import { TRANSITIONS, type Transition } from "@/domain/dossier/transitions";
import { routes } from "@/routes";
import type { ExchangesAtGlance } from "@/server/exchanges";
import { AppLink } from "@/ui/app-link";
import { DossierHeader } from "@/ui/dossier-header";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { SideMenu, type SideMenuEntry } from "@/ui/side-menu";
import type { DossierPage } from "../queries/dossier";

export type DossierTab =
  | "dossier"
  | "admissibility"
  | "complements"
  | "redirection"
  | "filings"
  | "related"
  | "messages"
  | "notes"
  | "opinions"
  | "jurors"
  | "hearing"
  | "scores"
  | "decision"
  | "letter"
  | "appeal"
  | "project"
  | "reports"
  | "audit";

const BEFORE_SCORES = ["filed", "admissible", "under-review", "heard"];

/** The pages of a dossier that its path and the reader's roles give sense to, with their state in words. */
function entriesOf(page: DossierPage, current: DossierTab): SideMenuEntry[] {
  const { dossier, decision, session, jurors } = page;
  const { number, status, theme } = dossier;
  const { scored, hearing } = theme.selection;
  const entry = (
    tab: DossierTab,
    text: string,
    href: string,
    state?: string | undefined,
  ): SideMenuEntry => ({
    text,
    href,
    current: tab === current,
    ...(state && { state }),
  });
  const entries = [
    entry("dossier", "Dossier déposé", routes.instructionDossier(number)),
    entry(
      "admissibility",
      "Recevabilité",
      routes.admissibility(number),
      admissibilityState(status),
    ),
  ];
  if (page.filings > 1) {
    entries.push(entry("filings", "Versions", routes.filings(number), `${page.filings} versions`));
  }
  if (page.complements.count > 0 || mayAskComplements(page)) {
    entries.push(
      entry(
        "complements",
        "Compléments",
        routes.complementRequests(number),
        complementsState(page),
      ),
    );
  }
  if (page.redirection.hasHistory || mayRedirect(page)) {
    const state = page.redirection.asked ? `${page.redirection.asked} doit répondre` : undefined;
    entries.push(entry("redirection", "Réorientation", routes.redirection(number), state));
  }
  entries.push(entry("related", "Rapprochements", routes.related(number)));
  if (page.exchanges) {
    const { notes } = page.exchanges;
    entries.push(
      entry("messages", "Messages", routes.carrierMessages(number), messagesState(page.exchanges)),
      entry(
        "notes",
        "Notes internes",
        routes.internalNotes(number),
        notes > 0 ? `${notes} note${notes > 1 ? "s" : ""}` : undefined,
      ),
    );
  }
  entries.push(entry("opinions", "Avis", routes.opinions(number), opinionsState(page)));
  if (scored) {
    const state = jurors.assigned > 0 ? `${jurors.assigned} désignés` : "Aucun désigné";
    entries.push(
      entry("jurors", "Jurés", routes.jurors(number), jurors.assigned === 1 ? "1 désigné" : state),
    );
  }
  if (hearing !== "none") {
    const state = session?.heardAt || status === "heard" ? "Enregistrée" : undefined;
    entries.push(entry("hearing", "Audition", routes.hearing(number), state));
  }
  if (scored) {
    const closed = !BEFORE_SCORES.includes(status) && status !== "set-aside";
    entries.push(
      entry("scores", "Notation", routes.scores(number), closed ? "Close" : "Après la clôture"),
    );
  }
  const decided = decision && (decision.status === "proposed" ? "Proposée" : "Confirmée");
  entries.push(entry("decision", "Décision", routes.proposal(number), decided ?? undefined));
  if (decision?.status === "confirmed") {
    const state = decision.notifiedAt ? "Notifiée" : "À notifier";
    entries.push(entry("letter", "Lettre", routes.letter(number), state));
  }
  if (page.appeals > 0) entries.push(entry("appeal", "Recours", routes.examinedAppeal(number)));
  if (decision?.outcome === "accepted" && decision.notifiedAt) {
    entries.push(
      entry("project", "Suivi du projet", routes.followedProject(number), PROJECT_STATES[status]),
    );
    if (status !== "accepted") {
      entries.push(entry("reports", "Comptes rendus", routes.examinedReports(number)));
    }
  }
  if (page.may("read-audit")) entries.push(entry("audit", "Historique", routes.audit(number)));
  return entries;
}

const PROJECT_STATES: Partial<Record<DossierStatus, string>> = {
  accepted: "À ouvrir",
  "in-execution": "En exécution",
  closed: "Clos",
};

function opinionsState({ viewsMissing, opinions }: DossierPage): string {
  if (viewsMissing.length > 0)
    return `${viewsMissing.join(" et ")} attendue${viewsMissing.length > 1 ? "s" : ""}`;
  const { awaited, given } = opinions;
  if (awaited + given === 0) return "Aucun demandé";
  return `${given} remis sur ${awaited + given}`;
}

function messagesState({ unread, waitsSince }: ExchangesAtGlance): string | undefined {
  if (unread > 0) return `${unread} à lire`;
  return waitsSince ? "Réponse attendue" : undefined;
}

/** Whether the reader may ask for complements now. */
function mayAskComplements({ dossier, may, decision, redirection }: DossierPage): boolean {
  const { from }: Transition = TRANSITIONS.requestComplement;
  if (decision !== null || redirection.asked !== null) return false;
  return from.includes(dossier.status) && may("request-complement");
}

/** Whether the reader may propose the dossier to another theme now. */
function mayRedirect({ dossier, may, decision }: DossierPage): boolean {
  return REDIRECTABLE.includes(dossier.status) && may("propose-redirection") && decision === null;
}

function complementsState({ complements, now }: DossierPage): string | undefined {
  const { dueAt, count } = complements;
  if (dueAt !== null) return dueAt < now ? "Délai passé" : "Attendus";
  return count > 0 ? `${count} demande${count > 1 ? "s" : ""}` : undefined;
}

function admissibilityState(status: string): string {
  if (["filed", "complement-requested"].includes(status)) return "À vérifier";
  return status === "set-aside" ? "Écarté" : "Vérifiée";
}

const TAB_TITLES: Record<DossierTab, string> = {
  dossier: "Dossier déposé",
  admissibility: "Recevabilité",
  complements: "Compléments",
  redirection: "Réorientation",
  filings: "Versions déposées",
  related: "Rapprochements",
  messages: "Messages avec le porteur",
  notes: "Notes internes",
  opinions: "Avis",
  jurors: "Jurés",
  hearing: "Audition",
  scores: "Notation",
  decision: "Décision",
  letter: "Lettre",
  appeal: "Recours",
  project: "Suivi du projet",
  reports: "Comptes rendus",
  audit: "Historique",
};

/** What surrounds every page of a dossier: header, the one next step, menu. `title` names a page below a tab. */
export function DossierFrame(props: {
  page: DossierPage;
  current: DossierTab;
  title?: string;
  children: ReactNode;
}) {
  const { page, current, title = TAB_TITLES[current], children } = props;
  const { dossier, header, next } = page;
  const action = next?.action && page.may(next.action.permission) ? next.action : null;
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Dossiers", href: routes.instruction() },
          ...(current === "dossier"
            ? []
            : [
                {
                  label: `Dossier ${dossier.number}`,
                  href: routes.instructionDossier(dossier.number),
                },
              ]),
        ]}
        current={current === "dossier" ? `Dossier ${dossier.number}` : title}
      />
      <DossierHeader {...header} as={current === "dossier" ? "h1" : "p"} />
      {current === "dossier" && action && (
        <p>
          <AppLink href={action.href} className="fr-btn">
            {action.label}
          </AppLink>
        </p>
      )}
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-3">
          <SideMenu id="menu-dossier" title="Le dossier" entries={entriesOf(page, current)} />
        </div>
        <div className="fr-col-12 fr-col-lg-9">
          {current !== "dossier" && <h1 className="fr-h3">{title}</h1>}
          {children}
        </div>
      </div>
    </>
  );
}
