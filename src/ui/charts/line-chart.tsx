import type { ReactNode } from "react";
import { ChartFigure } from "./chart-figure";
import { bounds, CHART_WIDTH } from "./scale";

export interface Line {
  name: string;
  /** One per step; null where there is none. */
  values: readonly (number | null)[];
  /** Each value as it is printed. */
  texts: readonly string[];
}

export interface LineChartProps {
  id: string;
  title: string;
  description: string;
  /** `T1 2021`, in their order. */
  steps: readonly string[];
  /** Two at most: one full with discs, one dashed with squares. */
  lines: readonly Line[];
  children: ReactNode;
}

const HEIGHT = 200;
const TOP = 24;
const BOTTOM = 44;
const SIDE = 36;
const SWATCH = { width: 32, height: 14 } as const;

/** Values from one quarter to the next: the lines are told apart by their strokes and their points. */
export function LineChart({ id, title, description, steps, lines, children }: LineChartProps) {
  const { min, max } = bounds(lines.flatMap(({ values }) => values));
  const range = max - min || 1;
  const y = (value: number) =>
    Math.round((TOP + ((max - value) / range) * (HEIGHT - TOP - BOTTOM)) * 100) / 100;
  const room = (CHART_WIDTH - 2 * SIDE) / Math.max(steps.length - 1, 1);
  const x = (rank: number) => Math.round((SIDE + rank * room) * 100) / 100;
  return (
    <ChartFigure
      id={id}
      title={title}
      description={description}
      width={CHART_WIDTH}
      height={HEIGHT}
      legend={<Legend lines={lines} />}
      drawing={
        <>
          <path
            d={`M0 ${y(0)}H${CHART_WIDTH}`}
            className="guichet-chart__line guichet-chart__line--axis"
          />
          {steps.map((step, rank) => (
            <text key={step} x={x(rank)} y={HEIGHT - 6} className="guichet-chart__step">
              {step}
            </text>
          ))}
          {lines.map(({ name, values, texts }, order) => {
            const points = values.flatMap((value, rank) =>
              value === null ? [] : [{ rank, at: [x(rank), y(value)] as const }],
            );
            return (
              <g key={name}>
                <path
                  d={points
                    .map(({ at: [left, top] }, index) => `${index === 0 ? "M" : "L"}${left} ${top}`)
                    .join("")}
                  className={strokeOf(order)}
                />
                {points.map(({ rank, at: [left, top] }) => (
                  <g key={steps[rank]}>
                    <Point order={order} left={left} top={top} />
                    <text
                      x={left}
                      y={order === 0 ? top - 9 : top + 19}
                      className="guichet-chart__step guichet-chart__value"
                    >
                      {texts[rank]}
                    </text>
                  </g>
                ))}
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

const strokeOf = (order: number) =>
  order === 0 ? "guichet-chart__line" : "guichet-chart__line guichet-chart__line--dashed";

function Point({ order, left, top }: { order: number; left: number; top: number }) {
  return order === 0 ? (
    <circle cx={left} cy={top} r={4} className="guichet-chart__ink" />
  ) : (
    <rect
      x={left - 4}
      y={top - 4}
      width={8}
      height={8}
      className="guichet-chart__shape guichet-chart__paper"
    />
  );
}

/** The lines by name. */
function Legend({ lines }: Pick<LineChartProps, "lines">) {
  const middle = SWATCH.height / 2;
  return (
    <ul className="guichet-chart__legend">
      {lines.map(({ name }, order) => (
        <li key={name}>
          <svg
            viewBox={`0 0 ${SWATCH.width} ${SWATCH.height}`}
            className="guichet-chart__stroke"
            aria-hidden="true"
            focusable="false"
          >
            <path d={`M0 ${middle}H${SWATCH.width}`} className={strokeOf(order)} />
            <Point order={order} left={SWATCH.width / 2} top={middle} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
