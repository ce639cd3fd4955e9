import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { allocateQuotas, declineProposal, proposeQuota, withdrawProposal } from "@/lib/quotas/actions";
import { loadQuotaEntry } from "@/lib/quotas/queries/entry";
import { loadAllocation } from "@/lib/reports/queries/allocation";
import { formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import type { AnyAction } from "@/tests/support/calls";
import { databaseToday } from "@/tests/support/meetings";
import { aForm, givenOfficer, givenUnits } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { upper: "", base: "", sister: "" };
let today = "";
let year = "";

const send = (token: string, action: unknown, fields: Record<string, string | string[]>) =>
  actAs(token, () => (action as AnyAction)(initialFormState, aForm(fields)));
const proposal = (proposedValue: string) => ({
  unit: "KP.1",
  proposedYear: year,
  proposedSource: "ASSIGNED",
  proposedValue,
  reason: "Chỉ còn 2 nguồn",
});
const own = async () => (await actAs(tokens.base, () => loadQuotaEntry("KP.1"))).proposals;
const waiting = async () =>
  (await actAs(tokens.upper, () => loadAllocation({ unit: "KP", year: Number(year), source: "ASSIGNED" })))
    .proposals;
const give = (asked: string, documentNumber: string) =>
  send(tokens.upper, allocateQuotas, {
    unit: "KP",
    year,
    source: "ASSIGNED",
    child: ["KP.1", "KP.2"],
    asked: [asked, "5"],
    documentNumber,
    documentDay: formatDay(today),
  });

beforeAll(async () => {
  today = await databaseToday();
  year = today.slice(0, 4);
  await actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "KP", kind: "UPPER" },
        { code: "KP.1", parent: "KP" },
        { code: "KP.2", parent: "KP" },
      ]);
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("KP"));
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", ids.get("KP.1"));
      tokens.sister = await givenOfficer(scope, "sister", "baseOfficer", ids.get("KP.2"));
    }),
  );
});

test("a unit proposes once at a time, for a year that is not over, and something else than it was given", async () => {
  expect((await give("4", "1-QĐ")).done).not.toBeNull();
  const same = await send(tokens.base, proposeQuota, proposal("4"));
  expect(same.findings.map(({ is }) => is)).toEqual(["sameAsGiven"]);
  const over = await send(tokens.base, proposeQuota, { ...proposal("2"), proposedYear: "2019" });
  expect(over.findings.map(({ is }) => is)).toEqual(["yearOver"]);
  const empty = await send(tokens.base, proposeQuota, { ...proposal("2,5"), reason: " " });
  expect(Object.keys(empty.fieldErrors)).toEqual(["proposedValue", "reason"]);
  expect((await send(tokens.base, proposeQuota, proposal("2"))).done).not.toBeNull();
  const twice = await send(tokens.base, proposeQuota, proposal("3"));
  expect(twice.findings.map(({ is }) => is)).toEqual(["proposalWaits"]);
  await expect(send(tokens.sister, proposeQuota, proposal("3"))).rejects.toThrow(NOT_FOUND);
  await expect(send(tokens.upper, proposeQuota, proposal("3"))).rejects.toThrow(NOT_FOUND);
  expect((await waiting()).map(({ unit, value }) => [unit.code, value])).toEqual([["KP.1", 2]]);
});

test("the committee above declines with a reason, which the unit reads; nobody answers their own", async () => {
  const [open] = await waiting();
  const seen = { proposal: open?.id ?? "", version: "1" };
  const self = await send(tokens.base, declineProposal, { ...seen, answer: "Tự bỏ" });
  expect(self.findings.map(({ is }) => is)).toEqual(["ownProposal"]);
  const bare = await send(tokens.upper, declineProposal, { ...seen, answer: "" });
  expect(bare.fieldErrors.answer?.[0]).toContain("Lý do");
  expect(
    (await send(tokens.upper, declineProposal, { ...seen, answer: "Tỉnh không giảm" })).done,
  ).not.toBeNull();
  expect((await own())[0]).toMatchObject({ state: "declined", answer: "Tỉnh không giảm" });
  const again = await send(tokens.upper, declineProposal, { ...seen, answer: "Tỉnh không giảm" });
  expect(again.findings.map(({ is }) => is)).toEqual(["proposalGone"]);
});

test("giving the number by a document takes the proposal; another number leaves it waiting", async () => {
  expect((await send(tokens.base, proposeQuota, proposal("3"))).done).not.toBeNull();
  expect((await give("6", "2-QĐ")).done).not.toBeNull();
  expect(await waiting()).toHaveLength(1);
  expect((await give("3", "3-QĐ")).done).not.toBeNull();
  expect(await waiting()).toEqual([]);
  expect((await own())[0]).toMatchObject({ state: "taken", answer: "3-QĐ" });
});

test("the unit takes a proposal back while it waits", async () => {
  await send(tokens.base, proposeQuota, proposal("1"));
  const [open] = await waiting();
  const seen = { proposal: open?.id ?? "", version: "1" };
  await expect(send(tokens.upper, withdrawProposal, seen)).rejects.toThrow(NOT_FOUND);
  expect((await send(tokens.base, withdrawProposal, seen)).done).not.toBeNull();
  expect(await waiting()).toEqual([]);
});
