import type { ReactNode } from "react";
import { routes } from "@/routes";
import { PageBreadcrumb } from "@/ui/page-breadcrumb";
import { SideMenu, type SideMenuEntry } from "@/ui/side-menu";
import type { SessionPage } from "../queries/session";
import { SESSION_STATUS } from "../session-words";

export type SessionTab =
  | "preparation"
  | "settings"
  | "members"
  | "convocation"
  | "room"
  | "ranking"
  | "minutes";

const TITLES: Record<Exclude<SessionTab, "preparation">, string> = {
  settings: "Heure, lieu et quorum",
  members: "Membres",
  convocation: "Convocations",
  room: "Salle de séance",
  ranking: "Classement",
  minutes: "Procès-verbal",
};

/** The pages of a session that the reader's place in it gives sense to, in the order they serve. */
function entriesOf(session: SessionPage, current: SessionTab): SideMenuEntry[] {
  const { id, me, openedAt, endedAt } = session;
  const entry = (tab: SessionTab, text: string, href: string, state?: string): SideMenuEntry => ({
    text,
    href,
    current: tab === current,
    ...(state && { state }),
  });
  const entries = [entry("preparation", "Ordre du jour", routes.session(id))];
  if (me.prepares && !openedAt) {
    entries.push(entry("settings", TITLES.settings, routes.sessionSettings(id)));
  }
  entries.push(entry("members", TITLES.members, routes.sessionMembers(id)));
  if (me.prepares && !openedAt) {
    entries.push(entry("convocation", TITLES.convocation, routes.sessionConvocation(id)));
  }
  if (me.enters) {
    const state = endedAt ? "Levée" : openedAt ? "Ouverte" : "Pas encore ouverte";
    entries.push(entry("room", TITLES.room, routes.room(id), state));
  }
  if (session.ranked) {
    entries.push(entry("ranking", TITLES.ranking, routes.sessionRanking(id)));
  }
  if (endedAt) entries.push(entry("minutes", TITLES.minutes, routes.minutes(id)));
  return entries;
}

/** What surrounds every page of a session: path, menu, title. `title` names a page below a tab. */
export function SessionFrame(props: {
  session: SessionPage;
  current: SessionTab;
  title?: string;
  children: ReactNode;
}) {
  const { session, current, children } = props;
  const home = current === "preparation" && props.title === undefined;
  const title = props.title ?? (current === "preparation" ? session.label : TITLES[current]);
  return (
    <>
      <PageBreadcrumb
        trail={[
          { label: "Séances", href: routes.sessions() },
          ...(home ? [] : [{ label: session.label, href: routes.session(session.id) }]),
        ]}
        current={title}
      />
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-3">
          <SideMenu
            id="menu-seance"
            title={`La séance (${SESSION_STATUS[session.status].label.toLowerCase()})`}
            entries={entriesOf(session, current)}
          />
        </div>
        <div className="fr-col-12 fr-col-lg-9">
          {!home && <p className="fr-mb-1w">{session.label}</p>}
          <h1 className={home ? "fr-h2" : "fr-h3"}>{title}</h1>
          {children}
        </div>
      </div>
    </>
  );
}
