import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { loadFrozenFigures } from "@/lib/periods/queries/freezing";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import { loadReportWithin } from "@/lib/reports/queries/any";
import { loadFigure, loadFigurePeople } from "@/lib/reports/queries/people";
import { loadSourceFigure, loadSourcePeople } from "@/lib/reports/queries/source-people";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { givenCandidates } from "@/tests/support/people";
import { admitted, asOperator, givenProvince, type Tokens } from "@/tests/support/periods";

const YEAR = { unit: "T", from: "2024-01-01", to: "2024-12-31", asOf: "2024-12-31", tree: "as-was" } as const;
let tokens: Tokens;

beforeAll(async () => {
  tokens = await givenProvince();
  await asOperator(async (scope) => {
    const unit = (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "A-2" } })).id;
    await givenCandidates(scope, [
      { unit, name: "Phạm Thị Bốn", ...admitted("2024-05-02") },
      { unit, name: "Đỗ Văn Năm", introducedOn: "2024-06-05", certifiedOn: "2024-08-01" },
      { unit, name: "Mai Thị Sáu", introducedOn: "2024-03-05", certifiedOn: "2024-04-01" },
    ]);
    await scope.db.$executeRaw`
      INSERT INTO quota (unit_id, source, indicator, group_code, from_day, to_day, value, recorded_at, recorded_by_name)
      SELECT id, 'ASSIGNED', 'ADMISSION', 'ALL', '2024-01-01', '2024-12-31', 5, now(), 'x' FROM unit WHERE code IN ('T', 'H')`;
  });
});

test("the persons of all numbers, asked for together, are those of each number asked for alone", async () => {
  let compared = 0;
  await actAs(tokens.province, () =>
    withScope("snapshot.make", async (scope) => {
      for (const name of SNAPSHOT_REPORTS) {
        const { report } = await loadReportWithin(scope, name, { ...YEAR, countBy: null });
        const parameters = { ...YEAR, countBy: report.countBy };
        for (const { path, number, people } of await loadFrozenFigures(scope, name, parameters, report)) {
          if (people === null || number === 0) continue;
          expect(people, path).toEqual(await alone(scope, parameters, path));
          expect(people, path).toHaveLength(number);
          compared += 1;
        }
      }
    }),
  );
  expect(compared).toBeGreaterThan(40);
});

async function alone(scope: UnitScope, parameters: ReportParameters, path: string): Promise<string[]> {
  const people = path.startsWith("sources:")
    ? await loadSourcePeople(scope, await loadSourceFigure(scope, parameters, path))
    : await loadFigurePeople(scope, await loadFigure(scope, parameters, path));
  return people.map(({ id }) => id).toSorted();
}
