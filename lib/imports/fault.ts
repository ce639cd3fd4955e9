/** What is wrong with one cell of one row, in words the sender understands. */
export type Fault = {
  /** As a spreadsheet shows it; the header is row 1. */
  row: number;
  /** The column's header. */
  column: string;
  value: string;
  level: "error" | "warning";
  rule: string | null;
  message: string;
};

/** Collects every fault of every row; a row with an error is refused, one with warnings is taken. */
export class Faults {
  readonly list: Fault[] = [];
  private readonly wrong = new Set<number>();

  error(row: number, column: string, value: string, message: string, rule: string | null = null): void {
    this.list.push({ row, column, value, level: "error", rule, message });
    this.wrong.add(row);
  }

  warning(row: number, column: string, value: string, message: string, rule: string | null = null): void {
    this.list.push({ row, column, value, level: "warning", rule, message });
  }

  refuses(row: number): boolean {
    return this.wrong.has(row);
  }
}
