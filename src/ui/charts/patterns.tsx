/** Fillings told apart without colour: full, stripes, dots, squares, nothing. */
export const FILLINGS = ["full", "stripes", "dots", "squares", "empty"] as const;
export type Filling = (typeof FILLINGS)[number];

const idOf = (chart: string, filling: Filling) => `${chart}-motif-${filling}`;

/** What fills a shape of a chart. */
export function fillOf(chart: string, filling: Filling): string {
  return `url(#${idOf(chart, filling)})`;
}

const SIDE = 6;

/** The fillings of a chart, once in its drawing. */
export function Patterns({ chart }: { chart: string }) {
  return (
    <defs>
      {FILLINGS.map((filling) => (
        <pattern
          key={filling}
          id={idOf(chart, filling)}
          width={SIDE}
          height={SIDE}
          patternUnits="userSpaceOnUse"
          {...(filling === "stripes" && { patternTransform: "rotate(45)" })}
        >
          <rect width={SIDE} height={SIDE} className="guichet-chart__paper" />
          <Mark filling={filling} />
        </pattern>
      ))}
    </defs>
  );
}

function Mark({ filling }: { filling: Filling }) {
  switch (filling) {
    case "full":
      return <rect width={SIDE} height={SIDE} className="guichet-chart__ink" />;
    case "stripes":
      return <rect width={SIDE / 2} height={SIDE} className="guichet-chart__ink" />;
    case "dots":
      return <circle cx={SIDE / 2} cy={SIDE / 2} r={1.4} className="guichet-chart__ink" />;
    case "squares":
      return (
        <path
          d={`M0 0H${SIDE}M0 0V${SIDE}`}
          className="guichet-chart__line guichet-chart__line--thin"
        />
      );
    case "empty":
      return null;
  }
}
