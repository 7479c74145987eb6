import type { ReactNode } from "react";
import { roundSentence } from "@/domain/dossier/deadlines";
import { stepOpening } from "@/domain/dossier/editing";
import type { Procedure } from "@/domain/themes/itn1/procedures";
import type { FormStep } from "@/domain/themes/types";
import { routes } from "@/routes";
import { DossierHeader } from "@/ui/dossier-header";
import { Message } from "@/ui/message";
import { StepFrame } from "@/ui/step-frame";
import type { OpenDossier } from "../queries/open-dossier";
import { stepState } from "../step-states";
import { DossierEntries } from "./dossier-entries";
import { StepBody } from "./step-body";

export interface StepScreenProps {
  dossier: OpenDossier;
  /** Index of the step in the form. */
  index: number;
  agentId: string;
  /** The procedures of the observatoire, where the step asks for one. */
  procedures: readonly Procedure[];
  /** The page of the list of sites, from 1. */
  page: number;
  /** The body of the step of files, which another feature draws. */
  files: ReactNode;
  /** Who else is there. */
  children?: ReactNode;
}

/** One step of the dossier: the head, the steps, the questions of this one. */
export function StepScreen(props: StepScreenProps) {
  const { dossier, index, children } = props;
  const { state, evaluation, header } = dossier;
  const { number, form, editing } = state;
  const step = form.steps[index];
  if (!step) return null;
  return (
    <>
      <DossierHeader {...header} />
      <DossierEntries number={number} />
      {children}
      <StepFrame
        current={index}
        steps={form.steps.map((each) => ({
          title: each.title,
          href: routes.step(number, each.key),
          state: stepState(each, evaluation.missing, stepOpening(editing, each)),
        }))}
      >
        {dossier.may("write") ? (
          <Opening step={step} dossier={dossier} />
        ) : (
          <Message severity="info" title="Information : vous lisez ce dossier" as="h3" small>
            Votre accès permet de lire les réponses, pas de les modifier.
          </Message>
        )}
        {step.kind === "plan" && state.call.monthlyRounds && state.filedAt === null && (
          <p>{roundSentence(dossier.now)}</p>
        )}
        <StepBody {...props} step={step} />
      </StepFrame>
    </>
  );
}

/** What of a step the open request of complements lets the team change, where that is not all of it. */
function Opening({ step, dossier }: { step: FormStep; dossier: OpenDossier }) {
  const opening = stepOpening(dossier.state.editing, step);
  if (opening === "open" || dossier.state.asked?.kind !== "complement") return null;
  return (
    <Message severity="info" title="Information : réponses déposées" as="h3" small>
      {opening === "closed"
        ? "La demande de compléments ne porte pas sur cette étape\u00A0: ses réponses restent celles que vous avez déposées."
        : "La demande de compléments ouvre certaines réponses de cette étape\u00A0; les autres restent celles que vous avez déposées."}
    </Message>
  );
}
