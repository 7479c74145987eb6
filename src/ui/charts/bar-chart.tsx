import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import { fillOf, Patterns } from "./patterns";
import { CHART_WIDTH, lengthOf, wrapped } from "./scale";

export interface Bar {
  label: string;
  value: number;
  /** The value as it is printed beside its bar. */
  text: string;
}

export interface BarChartProps {
  id: string;
  title: string;
  description: string;
  bars: readonly Bar[];
  children: ReactNode;
}

const LINE = 17;
const BAR = 14;
const GAP = 12;
/** Room kept after the longest bar for what it is worth. */
const VALUE = 110;
const CHARACTERS = 50;

/** Bars one under the other, each with its name above it and its value at its end. */
export function BarChart({ id, title, description, bars, children }: BarChartProps) {
  const max = Math.max(0, ...bars.map(({ value }) => value));
  let top = 0;
  const rows = bars.map((bar) => {
    const lines = wrapped(bar.label, CHARACTERS);
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
      drawing={
        <>
          <Patterns chart={id} />
          {rows.map(({ label, text, value, lines, at, under }) => {
            const length = lengthOf(value, max, CHART_WIDTH - VALUE);
            return (
              <g key={label}>
                {lines.map((line, index) => (
                  <text key={line} x={0} y={at + (index + 1) * LINE - 6}>
                    {line}
                  </text>
                ))}
                <rect
                  x={0.5}
                  y={under}
                  width={length}
                  height={BAR}
                  fill={fillOf(id, "full")}
                  className="guichet-chart__shape"
                />
                <text x={length + 6} y={under + BAR - 3} className="guichet-chart__value">
                  {text}
                </text>
              </g>
            );
          })}
        </>
      }
    >
      {children}
    </ChartFigure>
  );
}
