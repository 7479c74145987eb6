import type { ReactNode } from "react";
import { SideMenu } from "@/ui/side-menu";

export interface Step {
  title: string;
  href: string;
  /** State in words: « Complète », « 2 réponses manquent ». */
  state?: string;
}

export interface StepFrameProps {
  steps: readonly Step[];
  /** Index of the current step, from 0. */
  current: number;
  /** Title of the side menu. Default: « Étapes du dossier ». */
  menuTitle?: string;
  children: ReactNode;
}

/** One step of a guided form: the stepper above, the menu of all steps (any order) beside, the questions. */
export function StepFrame({
  steps,
  current,
  menuTitle = "Étapes du dossier",
  children,
}: StepFrameProps) {
  const next = steps[current + 1];
  return (
    <div className="fr-grid-row fr-grid-row--gutters">
      <div className="fr-col-12 fr-col-md-4">
        <SideMenu
          id="etapes"
          title={menuTitle}
          entries={steps.map((step, index) => ({
            text: step.title,
            href: step.href,
            current: index === current,
            ...(step.state === undefined ? {} : { state: step.state }),
          }))}
        />
      </div>
      <div className="fr-col-12 fr-col-md-8">
        <div className="fr-stepper">
          <h2 className="fr-stepper__title">
            {steps[current]?.title}
            <span className="fr-stepper__state">
              Étape {current + 1} sur {steps.length}
            </span>
          </h2>
          <div
            className="fr-stepper__steps"
            data-fr-current-step={current + 1}
            data-fr-steps={steps.length}
          />
          {next !== undefined && (
            <p className="fr-stepper__details">
              <span className="fr-text--bold">Étape suivante{"\u00A0"}:</span> {next.title}
            </p>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}
