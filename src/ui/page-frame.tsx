import type { ReactNode } from "react";
import { DisplayDialog } from "@/ui/display-dialog";
import { DsfrStarter } from "@/ui/dsfr/dsfr-starter";
import type { NavigationEntry } from "@/ui/navigation";
import { PageFooter } from "@/ui/page-footer";
import { PageHeader } from "@/ui/page-header";
import type { ServiceIdentity } from "@/ui/service-identity";
import { SessionWarning } from "@/ui/session-warning";

export interface SignedInAgent {
  /** `Prénom Nom`. */
  name: string;
  /** Notices not read yet. */
  unread: number;
  /** Milliseconds before the session ends. */
  endsIn: number;
}

export interface PageFrameProps {
  service: ServiceIdentity;
  /** Who is signed in. Absent: a public page, the same for everybody. */
  agent?: SignedInAgent;
  entries: readonly NavigationEntry[];
  /** The day the demonstration lives in: `20 janvier 2021`. Null in production. */
  demonstrationDay?: string | null;
  children: ReactNode;
}

const SKIP_LINKS = [
  { label: "Contenu", href: "#contenu" },
  { label: "Menu", href: "#navigation" },
  { label: "Pied de page", href: "#pied-de-page" },
];

/** What surrounds every page: skip links, header, demonstration notice, main, footer, display settings. */
export function PageFrame(props: PageFrameProps) {
  const { service, agent, entries, demonstrationDay, children } = props;
  return (
    <>
      <div className="fr-skiplinks">
        <nav className="fr-container" aria-label="Accès rapide">
          <ul className="fr-skiplinks__list">
            {SKIP_LINKS.map(({ label, href }) => (
              <li key={href}>
                <a className="fr-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <PageHeader service={service} agent={agent} entries={entries} />
      {demonstrationDay && <DemonstrationNotice day={demonstrationDay} />}
      {agent && <SessionWarning endsIn={agent.endsIn} />}
      <main id="contenu" tabIndex={-1} className="fr-container fr-pb-6w guichet-main">
        {children}
      </main>
      <PageFooter service={service} entries={entries} />
      <DisplayDialog />
      <DsfrStarter when={agent === undefined ? "interaction" : "idle"} />
    </>
  );
}

function DemonstrationNotice({ day }: { day: string }) {
  return (
    <section className="fr-notice fr-notice--info" aria-label="Démonstration">
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            <span className="fr-notice__title">Démonstration{"\u00A0"}:</span>{" "}
            <span className="fr-notice__desc">le portail vit au {day}.</span>
          </p>
        </div>
      </div>
    </section>
  );
}
