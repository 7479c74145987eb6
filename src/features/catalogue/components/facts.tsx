import type { ReactNode } from "react";
import type { Fact } from "@/domain/themes/types";
import { formatSource } from "@/features/catalogue/words";
import type { PagePart } from "@/ui/page-summary";
import { ReadingNote } from "@/ui/reading-note";

/** Where the texts say it, discreetly, always the same way. */
export function SourceNote({ source }: { source: string }) {
  return <span className="guichet-source">({formatSource(source)})</span>;
}

/** Facts of a theme, each with its place in the texts and the reading retained where they are silent. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className="catalogue-facts">
      {facts.map(({ text, source, reading }) => (
        <li key={text}>
          {text} <SourceNote source={source} />
          {reading !== undefined && <ReadingNote>{reading}</ReadingNote>}
        </li>
      ))}
    </ul>
  );
}

/** Facts under a title of the third level; nothing where the texts say nothing. */
export function FactGroup({ title, facts }: { title: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <>
      <h3 className="fr-h5 fr-mt-3w">{title}</h3>
      <FactList facts={facts} />
    </>
  );
}

/** A part of the page that the table of contents leads to. */
export interface PageSection extends PagePart {
  content: ReactNode;
}
