import type { CumulativeLineProps, LinePoint } from "./cumulative-line";

const WIDTH = 620;
const HEIGHT = 300;
const FOOT = 30;

/** The lines alone, as they stand before scripts run and where they never do. */
export function StaticLine({ points, paces, asOf }: Pick<CumulativeLineProps, "points" | "paces" | "asOf">) {
  const series: { key: string; of: (point: LinePoint) => number | null; look: string; dash?: string }[] = [
    { key: "before", of: ({ before }) => before, look: "stroke-bar2 stroke-[1.6px]" },
    ...paces.map((key, place) => ({
      key,
      of: (point: LinePoint) => point[`pace${place}`] ?? null,
      look: "stroke-ink stroke-[1.4px]",
      dash: place === 0 ? "7 5" : "2 4",
    })),
    { key: "admitted", of: ({ admitted }) => admitted, look: "stroke-ink stroke-[3px]" },
  ];
  const last = Math.max(1, points.at(-1)?.at ?? 1);
  const top = Math.max(1, ...points.flatMap((point) => series.map(({ of }) => of(point) ?? 0)));
  const x = (at: number) => (at / last) * WIDTH;
  const y = (value: number) => 12 + (1 - value / top) * (HEIGHT - FOOT - 12);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-[300px] w-full pr-4 pl-10"
      aria-hidden="true"
    >
      <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} className="stroke-line2" />
      {asOf && (
        <line
          x1={x(asOf.at)}
          x2={x(asOf.at)}
          y1="12"
          y2={y(0)}
          className="stroke-ink3"
          strokeDasharray="2 2"
        />
      )}
      {series.map(({ key, of, look, dash }) => (
        <polyline
          key={key}
          fill="none"
          className={look}
          strokeDasharray={dash}
          vectorEffect="non-scaling-stroke"
          points={points
            .flatMap((point) => {
              const value = of(point);
              return value === null ? [] : [`${x(point.at).toFixed(1)},${y(value).toFixed(1)}`];
            })
            .join(" ")}
        />
      ))}
    </svg>
  );
}
