/** Parts of 100; `pace` is where one should stand today. */
type BulletBarProps = { percent: number; pace?: number | null; done?: boolean };

const SCALE = 125;

/** One scale to 125 % for all rows: a mark at 100 %, a dashed tick at today's pace, a break when it is longer. */
export function BulletBar({ percent, pace = null, done = false }: BulletBarProps) {
  const at = (value: number) => Math.round(Math.min(value, SCALE) * 10) / 10;
  return (
    <svg viewBox={`0 0 ${SCALE} 15`} preserveAspectRatio="none" className="bullet" aria-hidden="true">
      <path d="M0 3h100v9H0z" />
      {percent > 0 && <path className={done ? "counted full" : "counted"} d={`M0 3h${at(percent)}v9H0z`} />}
      {percent > SCALE && <path className="break" d="M119 0l-2 15M122 0l-2 15" />}
      {pace !== null && pace > 0 && <path className="pace" d={`M${at(pace)} 0v15`} />}
      <path className="mark" d="M100 0v15" />
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
