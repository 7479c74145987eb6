import type { ReactNode } from "react";
import { EmptyState } from "@/ui/empty-state";
import { Message } from "@/ui/message";
import type { GainLine } from "../queries/gains";
import type { Project } from "../queries/project";
import { BaselineView } from "./baseline-view";
import { GainsTable } from "./gains-view";
import { PhasesTable } from "./phases-table";

/** Where a project stands, for its team and for those who follow it. */
export function ProjectView(props: {
  project: Project;
  gains: readonly GainLine[];
  /** Where a phase is opened, in the reader's room; absent where its page is all on this one. */
  phaseHref?: (position: number) => string;
  /** What the reader's room has besides: requests, closing. */
  children?: ReactNode;
}) {
  const { project, gains, phaseHref, children } = props;
  const { execution, phases } = project;
  return (
    <>
      {execution.suspendedAt && execution.dossier.status === "in-execution" && (
        <Message severity="warning" title="Attention : le projet est suspendu">
          <p>Ses jalons attendent sa reprise.</p>
        </Message>
      )}
      {children}
      <PhasesTable phases={phases} href={phaseHref} />
      <BaselineView baseline={execution.inForce} version={execution.version} />
      {gains.length > 0 && (
        <section aria-labelledby="gains">
          <h2 className="fr-h4" id="gains">
            Les gains
          </h2>
          <GainsTable gains={gains} />
        </section>
      )}
    </>
  );
}

/** Before the follow-up of a project is opened. */
export function NotOpened({ href }: { href: string }) {
  return (
    <EmptyState action={{ label: "Revenir au dossier", href }}>
      Le suivi de ce projet n’est pas ouvert. Il s’ouvre après la notification d’une subvention.
    </EmptyState>
  );
}
