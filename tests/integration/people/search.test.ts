import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadFoundPeople } from "@/lib/people/queries/search";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { givenOfficer, givenUnits } from "@/tests/support/organisation";

const tokens = { upper: "", sister: "", auditor: "" };

beforeAll(() =>
  actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "H" },
        { code: "H.1", parent: "H", kind: "CELL", name: "Chi bộ Một" },
        { code: "K" },
        { code: "K.1", parent: "K", kind: "CELL" },
      ]);
      for (const [name, unit] of [
        ["Nguyễn Thị Hòa", "H.1"],
        ["Nguyễn Thị Hoa", "H.1"],
        ["Trần Văn Đào", "H.1"],
        ["Nguyễn Thị Hoa", "K.1"],
      ] as const) {
        await scope.db.$executeRaw`
          WITH born AS (
            INSERT INTO person (unit_id, name, given_name, name_fold, birth_year)
            VALUES (${ids.get(unit)}, ${name}, ${givenNameOf(name)}, ${fold(name)}, 1995) RETURNING id
          )
          INSERT INTO candidate (person_id, unit_id, stage) SELECT id, ${ids.get(unit)}, 'introduced' FROM born`;
      }
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("H"));
      tokens.sister = await givenOfficer(scope, "sister", "upperOfficer", ids.get("K"));
      tokens.auditor = await givenOfficer(scope, "auditor", "auditor", ids.get("H"));
    }),
  ),
);

const found = (token: string, typed: string) =>
  actAs(token, async () => (await loadFoundPeople(typed))?.map(({ name }) => name) ?? null);

test("a person is found by any words of the name, accents and đ aside", async () => {
  expect(await found(tokens.upper, "dao tran")).toEqual(["Trần Văn Đào"]);
  expect(await found(tokens.upper, "%")).toEqual([]);
});

test("who matches with the accents comes first", async () => {
  expect(await found(tokens.upper, "hòa")).toEqual(["Nguyễn Thị Hòa", "Nguyễn Thị Hoa"]);
  expect(await found(tokens.upper, "hoa")).toEqual(["Nguyễn Thị Hoa", "Nguyễn Thị Hòa"]);
});

test("nobody of a sister unit is found, and an auditor finds nobody", async () => {
  expect(await found(tokens.sister, "nguyen")).toEqual(["Nguyễn Thị Hoa"]);
  expect(await found(tokens.sister, "dao")).toEqual([]);
  expect(await found(tokens.auditor, "nguyen")).toBeNull();
});
