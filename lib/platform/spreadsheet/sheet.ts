/** `percent` takes the number a person reads (23.17 for 23,17 %); `day` an ISO day. */
export type ColumnKind = "text" | "number" | "percent" | "day";

/** A column of a file to be written; `width` in letters. */
export type Column = {
  title: string;
  width?: number;
  kind: ColumnKind;
  /** What it may hold, as a drop-down list of a workbook. */
  choices?: readonly string[];
};

/** A cell to be written. A day may come as text in a `day` column or as `{ date }` anywhere. */
export type Cell = string | number | boolean | { date: string } | null;

/** Rows to be written, at once or as they come. */
export type Rows = Iterable<Cell[]> | AsyncIterable<Cell[]>;

/**
 * What stands around the table of a sheet that is printed and signed, A4 across: names at the left, the form's
 * number at the right, the title between, column numbers beneath the header, notes, and who signs.
 */
export type Frame = {
  left: readonly string[];
  right: readonly string[];
  /** The first line is the title. */
  title: readonly string[];
  numbering: readonly string[];
  /** How far in the text of each row stands; 0: in bold. */
  levels: readonly number[];
  /** Which column holds that text. */
  indented: number;
  notes: readonly string[];
  signatures: readonly (readonly string[])[];
};

/** One sheet of a workbook. */
export type Sheet = { name: string; columns: Column[]; rows: Rows; frame?: Frame };

/** Bytes of a generator as a stream that makes them only as fast as they are read. */
export function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}
