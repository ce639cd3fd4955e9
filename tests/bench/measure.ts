/** Times of one measure in ms. */
export type Times = { median: number; best: number };

/** Runs something a few times, the first of them to warm up. */
export async function timed(run: () => Promise<unknown>, rounds = 7): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    await run();
    if (round > 0) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, best: sorted[0] ?? 0 };
}

/** One line of the table: ours, the bare SQL of the same answer, and how many times as long ours takes. */
export type Line = { what: string; ours: Times; bare: Times | null };

const ms = (time: number): string => (time < 100 ? time.toFixed(1) : time.toFixed(0));

/** The lines as a Markdown table. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, bare }) => {
    const ratio = bare && bare.median > 0 ? (ours.median / bare.median).toFixed(1) : "–";
    return `| ${what} | ${ms(ours.median)} | ${bare ? ms(bare.median) : "–"} | ${ratio} |`;
  });
  return ["| | ours, ms | bare SQL, ms | ratio |", "|---|--:|--:|--:|", ...rows].join("\n");
}
