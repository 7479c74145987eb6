import type { ReactNode } from "react";
import { AppLink } from "@/ui/app-link";
import type { ProjectLife } from "../queries/life";
import { ArchiveLink } from "./archive-link";
import { ChangeFacts } from "./changes-view";
import { Handed } from "./closing-view";
import { CrossingView } from "./crossing-view";
import { ProjectView } from "./project-view";

/** All that happened to a project after its award, to read: nothing here is an act. */
export function ProjectLifeView(props: {
  life: ProjectLife;
  /** Pages of the reader's room about the same project. */
  links: readonly { label: string; href: string }[];
  /** What the reader's room tells of the reports. */
  children?: ReactNode;
}) {
  const { life, links, children } = props;
  const { project, crossings, changes, gains, closing } = life;
  const { dossier } = project.execution;
  return (
    <>
      <nav aria-label="Autour du projet">
        <ul>
          {links.map(({ label, href }) => (
            <li key={href}>
              <AppLink href={href}>{label}</AppLink>
            </li>
          ))}
        </ul>
      </nav>
      <ArchiveLink number={dossier.number} closed={dossier.status === "closed"} />
      <ProjectView project={project} gains={gains} />
      {crossings.map((crossing) => (
        <CrossingView key={crossing.id} crossing={crossing} ofProject />
      ))}
      {changes.map((change) => (
        <section key={change.number} aria-labelledby={`demande-${change.number}`}>
          <h2 className="fr-h4" id={`demande-${change.number}`}>
            Demande {change.number}
            {"\u00A0"}: {change.label.toLowerCase()}
          </h2>
          <ChangeFacts change={change} />
        </section>
      ))}
      {children}
      <Handed closing={closing} />
    </>
  );
}
