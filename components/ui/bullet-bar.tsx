/** Parts of 100; `pace` is where one should stand today. */
type BulletBarProps = { percent: number; pace?: number | null; done?: boolean; height?: number };

const SCALE = 125;

/** One scale to 125 % for all rows: a mark at 100 %, a dashed tick at today's pace, a break when it is longer. */
export function BulletBar({ percent, pace = null, done = false, height = 9 }: BulletBarProps) {
  const at = (value: number) => (Math.min(value, SCALE) / SCALE) * 200;
  const beyond = percent > SCALE;
  return (
    <svg
      viewBox={`0 0 200 ${height + 6}`}
      preserveAspectRatio="none"
      className="h-3.5 w-full min-w-20"
      aria-hidden="true"
    >
      <rect x="0" y="3" width={at(100)} height={height} className="fill-hover" />
      <rect x="0" y="3" width={at(percent)} height={height} className={done ? "fill-petrol" : "fill-bar1"} />
      {beyond && (
        <path d={`M190 0 l-4 ${height + 6} M195 0 l-4 ${height + 6}`} stroke="#fff" strokeWidth="2" />
      )}
      {pace !== null && pace > 0 && (
        <line
          x1={at(pace)}
          x2={at(pace)}
          y1="0"
          y2={height + 6}
          className="stroke-ink2"
          strokeDasharray="2 1.5"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <line
        x1={at(100)}
        x2={at(100)}
        y1="0"
        y2={height + 6}
        className="stroke-ink"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

type StackedBarProps = { parts: number[]; mark: number; scale: number; pace?: number; done?: boolean };

/** Parts laid end to end against a mark, all in people on one scale; `pace` is how many there should be by now. */
export function StackedBar({ parts, mark, scale, pace = 0, done = false }: StackedBarProps) {
  const width = (value: number) => (scale > 0 ? (Math.min(value, scale) / scale) * 200 : 0);
  const tones = [done ? "fill-petrol" : "fill-bar1", "fill-bar2", "fill-bar3", "fill-bar4"];
  const starts = parts.map((_, place) => parts.slice(0, place).reduce((sum, part) => sum + part, 0));
  return (
    <svg viewBox="0 0 200 15" preserveAspectRatio="none" className="h-3.5 w-full" aria-hidden="true">
      <rect x="0" y="3" width="200" height="9" className="fill-hover" />
      {parts.map((part, place) => (
        <rect
          key={tones[place]}
          x={width(starts[place] ?? 0)}
          y="3"
          width={width(part)}
          height="9"
          className={tones[place]}
        />
      ))}
      {pace > 0 && (
        <line
          x1={width(pace)}
          x2={width(pace)}
          y1="0"
          y2="15"
          className="stroke-ink2"
          strokeDasharray="2 1.5"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <line
        x1={width(mark)}
        x2={width(mark)}
        y1="0"
        y2="15"
        className="stroke-ink"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
