import type { ReactNode } from "react";

export interface ChartFigureProps {
  /** Unique in the page. */
  id: string;
  title: string;
  /** What the drawing shows, in a sentence: the values themselves are in the table. */
  description: string;
  /** Units of its height; its width is that of every chart. */
  height: number;
  width: number;
  drawing: ReactNode;
  /** Names of the patterns or of the lines. */
  legend?: ReactNode;
  /** The table of the same values. */
  children: ReactNode;
}

/** A chart drawn on the server, and the table of its values: nothing is told by the drawing alone. */
export function ChartFigure(props: ChartFigureProps) {
  const { id, title, description, width, height, drawing, legend, children } = props;
  return (
    <figure className="guichet-chart" id={id} aria-labelledby={`${id}-legende`}>
      <figcaption id={`${id}-legende`} className="fr-text--bold fr-mb-1w">
        {title}
      </figcaption>
      {legend}
      <svg
        className="guichet-chart__drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-titre-dessin ${id}-description`}
      >
        <title id={`${id}-titre-dessin`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {drawing}
      </svg>
      {children}
    </figure>
  );
}
