import type { ReactNode } from "react";
import { CARRIERS } from "@/domain/funding/theme-words";
import type { Theme } from "@/domain/themes/types";
import { FactGroup, FactList, type PageSection } from "@/features/catalogue/components/facts";
import { ScoringSection } from "@/features/catalogue/components/scoring-section";
import { SelectionSection } from "@/features/catalogue/components/selection-section";

/** What a theme's page adds to the facts of the texts. */
export interface SectionExtras {
  simulator: ReactNode;
  calls: ReactNode;
}

/** The sections of a theme's page, in order; those about which the texts say nothing are left out. */
export function themeSections(theme: Theme, extras: SectionExtras): PageSection[] {
  const sections: (PageSection | false)[] = [
    {
      id: "en-bref",
      title: "En bref",
      content: (
        <>
          <FactList facts={theme.summary} />
          <FactGroup title="Objectifs" facts={theme.objectives} />
        </>
      ),
    },
    { id: "porteurs", title: "Qui peut porter le projet", content: <Carriers theme={theme} /> },
    {
      id: "financement",
      title: "Ce qui est financé",
      content: (
        <>
          <FactList facts={theme.fundingFacts} />
          <FactGroup title="Dépenses possibles" facts={theme.funded} />
          <FactGroup title="Dépenses exclues" facts={theme.excluded} />
        </>
      ),
    },
    { id: "simulateur", title: "Simuler la subvention", content: extras.simulator },
    theme.answerContents.length + theme.encouraged.length + theme.examples.length > 0 && {
      id: "projet",
      title: "Préparer le projet",
      content: (
        <>
          <FactGroup title="Ce que le dossier doit contenir" facts={theme.answerContents} />
          <FactGroup title="Ce qui est encouragé" facts={theme.encouraged} />
          <FactGroup title="Exemples" facts={theme.examples} />
        </>
      ),
    },
    { id: "selection", title: "Sélection", content: <SelectionSection theme={theme} /> },
    theme.selection.scored && {
      id: "notation",
      title: "Comment les dossiers sont notés",
      content: <ScoringSection />,
    },
    theme.commitments.length > 0 && {
      id: "engagements",
      title: "Engagements du porteur",
      content: <FactList facts={theme.commitments} />,
    },
    theme.support.length + theme.followUp.length > 0 && {
      id: "suite",
      title: "Accompagnement et suivi",
      content: (
        <>
          <FactGroup title="Accompagnement" facts={theme.support} />
          <FactGroup title="Suivi du projet" facts={theme.followUp} />
        </>
      ),
    },
    { id: "ouvertures", title: "Ouvertures", content: extras.calls },
    theme.silences.length > 0 && {
      id: "silences",
      title: "Ce que les textes ne disent pas",
      content: <FactList facts={theme.silences} />,
    },
  ];
  return sections.filter((section) => section !== false);
}

function Carriers({ theme }: { theme: Theme }) {
  return (
    <>
      <ul>
        {theme.carriers.map((kind) => (
          <li key={kind}>{CARRIERS[kind]}</li>
        ))}
      </ul>
      <FactGroup title="Conditions" facts={theme.eligibilityFacts} />
    </>
  );
}
