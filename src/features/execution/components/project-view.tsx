import { EmptyState } from "@/ui/empty-state";
import type { Project } from "../queries/project";
import { BaselineView } from "./baseline-view";
import { PhasesTable } from "./phases-table";

/** Where a project stands, for its team and for those who follow it. */
export function ProjectView({
  project,
  phaseHref,
}: {
  project: Project;
  /** Where a phase is opened, in the reader's room. */
  phaseHref: (position: number) => string;
}) {
  const { execution, phases } = project;
  return (
    <>
      <PhasesTable phases={phases} href={phaseHref} />
      <BaselineView baseline={execution.inForce} version={execution.version} />
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
