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
  return summarised(times);
}

/** The summary of some times in ms. */
export function summarised(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, best: sorted[0] ?? 0 };
}

/** Runs something and tells how many megabytes of objects and bytes the process held at most beyond what it held before. */
export async function mostMemory<T>(run: () => Promise<T>): Promise<{ answer: T; megabytes: number }> {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  try {
    const answer = await run();
    return { answer, megabytes: Math.round((most - before) / 1024 ** 2) };
  } finally {
    clearInterval(watch);
  }
}

/** One line of the table: ours, the bare SQL of the same answer, and how many times as long ours takes. */
export type Line = { what: string; ours: Times; bare: Times | null };

/** All that one run measured, and the world it ran on. */
export type Bench = { units: number; candidates: number; lines: readonly Line[] };

const ms = (time: number): string => (time < 100 ? time.toFixed(1) : time.toFixed(0));

/** The lines as a Markdown table. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, bare }) => {
    const ratio = bare && bare.median > 0 ? (ours.median / bare.median).toFixed(1) : "–";
    return `| ${what} | ${ms(ours.median)} | ${bare ? ms(bare.median) : "–"} | ${ratio} |`;
  });
  return ["| | ours, ms | bare SQL, ms | ratio |", "|---|--:|--:|--:|", ...rows].join("\n");
}

/** The same measures on worlds of growing size, the smallest first, as a Markdown table. */
export function growthTable(benches: readonly Bench[]): string {
  const [smallest, largest] = [benches[0], benches.at(-1)];
  if (!smallest || !largest) return "";
  const numbers = (of: (bench: Bench) => number) =>
    benches.map((bench) => of(bench).toLocaleString("en")).join(" | ");
  const times = (larger: number, smaller: number) => `${(larger / smaller).toFixed(1)}×`;
  const rows = smallest.lines.flatMap(({ what }) => {
    const found = benches.map(({ lines }) => lines.find((line) => line.what === what)?.ours.median);
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      `| ${what} | ${found.map((time) => (time === undefined ? "–" : ms(time))).join(" | ")} | ${times(last, first)} |`,
    ];
  });
  return [
    `| ms | ${benches.map(({ candidates }) => times(candidates, smallest.candidates)).join(" | ")} | growth |`,
    `|---|${benches.map(() => "--:|").join("")}--:|`,
    `| units | ${numbers(({ units }) => units)} | ${times(largest.units, smallest.units)} |`,
    `| candidacies | ${numbers(({ candidates }) => candidates)} | ${times(largest.candidates, smallest.candidates)} |`,
    ...rows,
  ].join("\n");
}
