import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import { FILLINGS, type Filling, fillOf, Patterns } from "./patterns";
import { CHART_WIDTH, placed, wrapped } from "./scale";

export interface StackedBar {
  label: string;
  /** One per series, in their order. */
  values: readonly number[];
  /** What the bar is worth in all, printed after its name. */
  text: string;
}

export interface StackedBarsProps {
  id: string;
  title: string;
  description: string;
  /** Five at most: one filling each. */
  series: readonly string[];
  bars: readonly StackedBar[];
  children: ReactNode;
}

const LINE = 17;
const BAR = 16;
const GAP = 12;
const CHARACTERS = 50;
const SWATCH = 18;

/** The last part is the rest: nothing fills it. */
const fillingOf = (rank: number, count: number): Filling =>
  rank < count - 1 ? (FILLINGS[rank] ?? "empty") : "empty";

/** Bars as long as each other, each cut in the parts of its whole; a pattern tells a part, colour does not. */
export function StackedBars({ id, title, description, series, bars, children }: StackedBarsProps) {
  let top = 0;
  const rows = bars.map((bar) => {
    const lines = wrapped(`${bar.label}, ${bar.text}`, CHARACTERS);
    const at = top;
    top += lines.length * LINE + BAR + GAP;
    return { ...bar, lines, at, under: at + lines.length * LINE };
  });
  return (
    <ChartFigure
      id={id}
      title={title}
      description={description}
      width={CHART_WIDTH}
      height={Math.max(top, 1)}
      legend={<Legend id={id} series={series} />}
      drawing={
        <>
          <Patterns chart={id} />
          {rows.map(({ label, values, lines, at, under }) => (
            <g key={label}>
              {lines.map((line, index) => (
                <text key={line} x={0} y={at + (index + 1) * LINE - 6}>
                  {line}
                </text>
              ))}
              {placed(values, CHART_WIDTH - 1).map(({ start, length }, rank) => (
                <rect
                  key={series[rank]}
                  x={start + 0.5}
                  y={under}
                  width={length}
                  height={BAR}
                  fill={fillOf(id, fillingOf(rank, series.length))}
                  className="guichet-chart__shape"
                />
              ))}
            </g>
          ))}
        </>
      }
    >
      {children}
    </ChartFigure>
  );
}

/** The patterns by name. The drawing of each is decoration: its name is beside it. */
function Legend({ id, series }: Pick<StackedBarsProps, "id" | "series">) {
  return (
    <ul className="guichet-chart__legend">
      {series.map((name, rank) => (
        <li key={name}>
          <svg viewBox={`0 0 ${SWATCH} ${SWATCH}`} aria-hidden="true" focusable="false">
            <Patterns chart={`${id}-legende-${rank}`} />
            <rect
              x={0.5}
              y={0.5}
              width={SWATCH - 1}
              height={SWATCH - 1}
              fill={fillOf(`${id}-legende-${rank}`, fillingOf(rank, series.length))}
              className="guichet-chart__shape"
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
