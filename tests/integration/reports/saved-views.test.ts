import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { dropView, saveView } from "@/lib/reports/actions";
import { loadSavedViews } from "@/lib/reports/queries/saved-views";
import { initialFormState } from "@/lib/shared/form-state";
import { aForm, givenOfficer, givenUnits } from "@/tests/support/organisation";

const tokens = { one: "", other: "" };
const views = (token: string) => actAs(token, loadSavedViews);
const save = (token: string, name: string, address: string) =>
  actAs(token, () => saveView(initialFormState, aForm({ name, address })));

beforeAll(() =>
  actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [{ code: "KP", kind: "UPPER" }]);
      tokens.one = await givenOfficer(scope, "one", "upperOfficer", ids.get("KP"));
      tokens.other = await givenOfficer(scope, "other", "upperOfficer", ids.get("KP"));
    }),
  ),
);

test("a view is kept under its name, and is nobody else's", async () => {
  expect((await save(tokens.one, "Các xã chậm", "/quotas?status=late")).done).not.toBeNull();
  expect((await save(tokens.one, "Các xã chậm", "/quotas?status=none")).done).not.toBeNull();
  expect((await views(tokens.one)).map(({ name, address }) => [name, address])).toEqual([
    ["Các xã chậm", "/quotas?status=none"],
  ]);
  expect(await views(tokens.other)).toEqual([]);
  const [view] = await views(tokens.one);
  const theirs = aForm({ view: view?.id ?? "" });
  await expect(actAs(tokens.other, () => dropView(initialFormState, theirs))).rejects.toThrow(/404/);
  expect((await actAs(tokens.one, () => dropView(initialFormState, theirs))).done).not.toBeNull();
  expect(await views(tokens.one)).toEqual([]);
});

test.each([
  "//evil.vn",
  "https://evil.vn/quotas",
  "/accounts",
  "/quotas#x",
  "/quotas?q= x",
  "javascript:alert(1)",
])("%s is no view of ours", async (address) => {
  expect((await save(tokens.one, "Xem", address)).fieldErrors.address).toHaveLength(1);
});
