import { classTables, learnerRow, type SeedClass } from "@/prisma/seed/classes";
import { DossierWriter, type SeedDossier } from "@/prisma/seed/dossiers";
import { Chance } from "@/prisma/seed/random";
import { csvOf, type SeedTable } from "@/prisma/seed/tables";
import { type SeedUnit, unitRow } from "@/prisma/seed/units";
import { bringIn } from "./imports";

/** People of one kind: so many, each as told; `more` are columns that the writer does not know. */
export type People = { count: number; told: SeedDossier; more?: Record<string, string>; learn?: SeedClass };

/**
 * Brings in the files of an article, by its number: units, quotas, and a row for each person with the days of the procedure;
 * who is to learn stands in the class as one who passed.
 */
export async function bringInArticle(
  article: number,
  units: readonly SeedUnit[],
  quotas: Record<string, string>[],
  people: readonly People[],
): Promise<void> {
  const writer = new DossierWriter(new Chance(article), {
    province: "066",
    ethnicities: [],
    today: "2026-01-01",
  });
  const learners: Record<string, string>[] = [];
  const rows = people.flatMap(({ count, told, more = {}, learn }) =>
    Array.from({ length: count }, () => {
      const row = { ...writer.row(told), ...more };
      if (learn) learners.push(learnerRow(learn.code, row, "Khá", "nhận thức"));
      return row;
    }),
  );
  const classes = [...new Set(people.flatMap(({ learn }) => learn ?? []))];
  const tables: SeedTable[] = [
    { kind: "don-vi", fileName: "don-vi.csv", rows: units.map(unitRow) },
    { kind: "chi-tieu", fileName: "chi-tieu.csv", rows: quotas },
    { kind: "ho-so", fileName: "ho-so.csv", rows },
    ...(classes.length > 0 ? classTables("bai-bao", classes, learners) : []),
  ];
  for (const table of tables.filter(({ rows: some }) => some.length > 0)) {
    const { refused, faults } = await bringIn(table.kind, new TextEncoder().encode(csvOf(table)));
    if (refused > 0) throw new Error(`${table.fileName}: ${refused} refused, ${JSON.stringify(faults[0])}`);
  }
}

/** A committee with one cell beneath: who is admitted there counts for it. */
export function committee(code: string, name: string, parent: string): SeedUnit[] {
  return [
    { code, name, kind: "Cấp trên trực tiếp cơ sở", parent, decides: true },
    { code: `${code}-CB`, name: "Chi bộ cơ sở", kind: "Chi bộ cơ sở", parent: code, type: "cơ quan" },
  ];
}

export const province = (code: string, name: string): SeedUnit => ({
  code,
  name,
  kind: "Đảng bộ tỉnh",
  parent: "",
});
