/** What an import does with a file, one after the other. */
export const IMPORT_STAGES = ["read", "check", "write"] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

/** How far a file is: `done` of `total` of the stage. `rows` of the file are 0 until it is open. */
export type ImportState = { stage: ImportStage; rows: number; done: number; total: number };

const SLICE = 500;

/** Follows a file through its stages and tells how far it is; without a listener it tells nobody. */
export class ImportProgress {
  private rows = 0;

  constructor(private readonly tell: (state: ImportState) => void = () => undefined) {}

  /** The file is open and has so many rows. */
  opened(rows: number): void {
    this.rows = rows;
    this.reach("read", 0, rows);
  }

  /** Reads each row of the file, some hundred at a time, and lets others have their turn in between. */
  reading<Row, Read>(rows: readonly Row[], read: (row: Row) => Read[]): Promise<Read[]> {
    return this.through("read", rows, read);
  }

  /** Judges each row that could be read, in the same way. */
  checking<Line, Judged>(lines: readonly Line[], judge: (line: Line) => Judged): Promise<Judged[]> {
    return this.through("check", lines, (line) => [judge(line)]);
  }

  /** Answers what tells that so many more of these records are written. */
  writing(records: number): (more: number) => void {
    let done = 0;
    this.reach("write", 0, records);
    return (more) => {
      done = Math.min(done + more, records);
      this.reach("write", done, records);
    };
  }

  private async through<Row, Made>(
    stage: ImportStage,
    rows: readonly Row[],
    make: (row: Row) => Made[],
  ): Promise<Made[]> {
    const made: Made[] = [];
    for (let start = 0; start < rows.length; start += SLICE) {
      this.reach(stage, start, rows.length);
      if (start > 0) await new Promise((resolve) => setImmediate(resolve));
      for (const row of rows.slice(start, start + SLICE)) made.push(...make(row));
    }
    this.reach(stage, rows.length, rows.length);
    return made;
  }

  private reach(stage: ImportStage, done: number, total: number): void {
    this.tell({ stage, rows: this.rows, done, total });
  }
}
