"use client";

import { useEffect, useState } from "react";
import { Line, LineChart, usePlotArea, useXAxisScale, useYAxisTicks, XAxis, YAxis } from "recharts";
import { StaticLine } from "./static-line";

/** One point per day of the axis; `pace0`, `pace1` … are the needed ways. */
export type LinePoint = { at: number; day: string; admitted: number | null; before: number | null } & Record<
  `pace${number}`,
  number | null
>;

export type CumulativeLineProps = {
  points: LinePoint[];
  paces: string[];
  /** Names of the two counted lines. */
  names: { admitted: string; before: string };
  asOf: { at: number; label: string } | null;
  ticks: { at: number; label: string }[];
};

const INK = "#211c17";
const GREY = "#978b7d";
const DASHES = ["7 5", "2 4", "10 3 2 3"];

/**
 * Cumulative admissions, what an even pace needs, and last year in grey. Never animated. The library draws in
 * a browser only; until then the plain lines stand there.
 */
export default function CumulativeLine({ points, paces, names, asOf, ticks }: CumulativeLineProps) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  if (!drawn) return <StaticLine points={points} paces={paces} asOf={asOf} />;

  const labels = new Map(ticks.map(({ at, label }) => [at, label]));
  return (
    <LineChart
      responsive
      style={{ width: "100%", height: 300 }}
      data={points}
      margin={{ top: 12, right: 16, bottom: 0, left: -12 }}
    >
      <Backdrop asOf={asOf} />
      <XAxis
        dataKey="at"
        type="number"
        domain={["dataMin", "dataMax"]}
        ticks={ticks.map(({ at }) => at)}
        tickFormatter={(at: number) => labels.get(at) ?? ""}
        tick={{ fontSize: 12.5, fill: "#544c44" }}
        stroke="#d5ccbf"
      />
      <YAxis
        allowDecimals={false}
        tick={{ fontSize: 12.5, fill: "#544c44" }}
        stroke="transparent"
        width={52}
      />
      <Line
        dataKey="before"
        name={names.before}
        stroke={GREY}
        strokeWidth={1.6}
        dot={false}
        isAnimationActive={false}
      />
      {paces.map((name, place) => (
        <Line
          key={name}
          dataKey={`pace${place}`}
          name={name}
          stroke={INK}
          strokeWidth={1.4}
          strokeDasharray={DASHES[place % DASHES.length] ?? "7 5"}
          dot={false}
          connectNulls
          isAnimationActive={false}
        />
      ))}
      <Line
        dataKey="admitted"
        name={names.admitted}
        stroke={INK}
        strokeWidth={3}
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  );
}

/** The level lines and the as-of day, behind the lines. */
function Backdrop({ asOf }: Pick<CumulativeLineProps, "asOf">) {
  const area = usePlotArea();
  const levels = useYAxisTicks();
  const scale = useXAxisScale();
  if (!area || !levels) return null;
  const right = area.x + area.width;
  const day = asOf && scale?.(asOf.at);
  return (
    <g>
      {levels.map(({ coordinate }) => (
        <line key={coordinate} x1={area.x} x2={right} y1={coordinate} y2={coordinate} stroke="#e7e1d7" />
      ))}
      {asOf && typeof day === "number" && (
        <>
          <line
            x1={day}
            x2={day}
            y1={area.y}
            y2={area.y + area.height}
            stroke="#6f665c"
            strokeDasharray="2 2"
          />
          <text x={day + 5} y={area.y + 14} fontSize={12.5} fill="#544c44">
            {asOf.label}
          </text>
        </>
      )}
    </g>
  );
}
