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

/** One sheet of a workbook. */
export type Sheet = { name: string; columns: Column[]; rows: Rows };

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
