/** Outlines differ, so that they survive grey printing; the word stands beside them, colour comes last. */
export type Shape =
  | "done"
  | "onTrack"
  | "watch"
  | "late"
  | "none"
  | "notAssigned"
  | "blocks"
  | "warns"
  | "passes"
  | "informs"
  | "returned";

const COLOURS: Record<Shape, string> = {
  done: "text-petrol",
  onTrack: "text-petrol",
  watch: "text-ochre",
  late: "text-red",
  none: "text-ink2",
  notAssigned: "text-ink3",
  blocks: "text-red",
  warns: "text-ochre",
  passes: "text-petrol",
  informs: "text-ink2",
  returned: "text-ochre",
};

/** The shape of a status; decorative, the word says it. */
export function StatusShape({ shape, size = 14 }: { shape: Shape; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={`shrink-0 ${COLOURS[shape]}`}
    >
      {outline(shape)}
    </svg>
  );
}

function outline(shape: Shape) {
  switch (shape) {
    case "done":
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path d="M4.8 8.2l2.2 2.2 4.2-4.6" fill="none" stroke="#fff" strokeWidth="1.8" />
        </>
      );
    case "onTrack":
      return <circle cx="8" cy="8" r="4.5" fill="currentColor" />;
    case "watch":
      return <path d="M8 2l7 12H1z" fill="currentColor" />;
    case "late":
      return <path d="M8 1l7 7-7 7-7-7z" fill="currentColor" />;
    case "none":
      return <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />;
    case "notAssigned":
      return <path d="M3 8h10" stroke="currentColor" strokeWidth="2" />;
    case "blocks":
      return (
        <>
          <path d="M5 .8h6l4.2 4.2v6L11 15.2H5L.8 11V5z" fill="currentColor" />
          <path d="M8 4v5" stroke="#fff" strokeWidth="2" />
          <circle cx="8" cy="11.6" r="1.1" fill="#fff" />
        </>
      );
    case "warns":
      return (
        <>
          <path d="M8 1.4l7.4 13.2H.6z" fill="currentColor" />
          <path d="M8 6v4" stroke="#fff" strokeWidth="1.8" />
          <circle cx="8" cy="12.2" r="1" fill="#fff" />
        </>
      );
    case "passes":
      return <path d="M2.5 8.5l3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2" />;
    case "informs":
      return (
        <>
          <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M8 7v4.4" stroke="currentColor" strokeWidth="1.8" />
          <circle cx="8" cy="4.8" r="1" fill="currentColor" />
        </>
      );
    case "returned":
      return (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
          <path
            d="M7 4.5L4 7.3l3 2.8M4.4 7.3h5a2.6 2.6 0 010 5H8"
            fill="none"
            stroke="#fff"
            strokeWidth="1.6"
          />
        </>
      );
  }
}

/** Shape and word, no filled pill. */
export function StatusChip({ shape, word }: { shape: Shape; word: string }) {
  return (
    <span className="keep inline-flex items-center gap-1.5 text-chip">
      <StatusShape shape={shape} size={12} />
      {word}
    </span>
  );
}
