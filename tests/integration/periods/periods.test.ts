import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import {
  acceptUnits,
  changePeriod,
  confirmUnit,
  lockPeriod,
  returnUnit,
  setPeriod,
} from "@/lib/periods/actions";
import { loadCorrections } from "@/lib/periods/queries/corrections";
import { loadMissing, loadPeriod, loadPeriodNote, loadPeriods } from "@/lib/periods/queries/periods";
import { loadSnapshot } from "@/lib/periods/queries/snapshots";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import { missingAddress, periodAddress } from "@/lib/periods/schema";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { givenCandidates } from "@/tests/support/people";
import { admitted, asOperator, givenProvince, send as sendForm, type Tokens } from "@/tests/support/periods";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const FIRST = {
  unit: "T",
  kind: "quarter",
  from: "01/01/2024",
  to: "31/03/2024",
  cutOff: "31/03/2024",
  dueOn: "10/04/2024",
};
const SECOND = {
  unit: "T",
  kind: "quarter",
  from: "01/04/2024",
  to: "30/06/2024",
  cutOff: "30/06/2024",
  dueOn: "10/07/2024",
};
const THIRD = {
  unit: "T",
  kind: "quarter",
  from: "01/07/2024",
  to: "30/09/2024",
  cutOff: "30/09/2024",
  dueOn: "10/10/2024",
};
let tokens: Tokens;
const ids = { first: "", second: "", third: "" };

/** Sends a form; about a unit of a period with the versions that its page shows, unless told. */
const send = async (token: string, action: unknown, fields: Record<string, string | string[]>) => {
  const { periodId, unit, version } = fields;
  if (typeof periodId !== "string" || unit === undefined || version !== undefined)
    return sendForm(token, action, fields);
  return sendForm(token, action, { ...fields, ...(await seen(periodId, [unit].flat())) });
};
const seen = async (periodId: string, units: string[]) => {
  const shown = [];
  for (const unit of units) shown.push(await page(tokens.province, periodId, unit));
  return {
    version: String(shown[0]?.period.version),
    standing: shown.map((one) => String(one.shown?.version)),
  };
};
const found = async (token: string, action: unknown, fields: Record<string, string | string[]>) =>
  (await send(token, action, fields)).findings.map(({ is }) => is);
const page = (token: string, periodId: string, unit?: string) =>
  actAs(token, () => loadPeriod(periodId, periodAddress.parse(unit ? { unit } : {})));
const set = async (days: typeof FIRST) => {
  expect((await send(tokens.province, setPeriod, days)).done).not.toBeNull();
  const { periods } = await actAs(tokens.province, loadPeriods);
  return periods.find(({ from }) => from === days.from.split("/").toReversed().join("-"))?.id ?? "";
};
/** Everybody confirms, and the level above accepts, from below. */
const passAll = async (periodId: string) => {
  for (const [token, unit] of [
    [tokens.cell1, "A-1"],
    [tokens.cell2, "A-2"],
    [tokens.base, "A"],
    [tokens.upper, "H"],
    [tokens.next, "H2"],
  ] as const)
    expect((await send(token, confirmUnit, { periodId, unit })).done, unit).not.toBeNull();
  for (const [token, unit] of [
    [tokens.base, ["A-1", "A-2"]],
    [tokens.upper, ["A"]],
    [tokens.province, ["H", "H2"]],
  ] as const)
    expect((await send(token, acceptUnits, { periodId, unit: [...unit] })).done, unit.join()).not.toBeNull();
};
const lock = async (periodId: string) =>
  send(tokens.province, lockPeriod, {
    periodId,
    version: String((await page(tokens.province, periodId)).period.version),
  });

beforeAll(async () => {
  tokens = await givenProvince();
});

test("the province sets periods; days in a wrong order and two of a kind over each other are refused", async () => {
  ids.first = await set(FIRST);
  expect(await found(tokens.province, setPeriod, FIRST)).toEqual(["periodOverlaps"]);
  expect(await found(tokens.province, setPeriod, { ...SECOND, to: "01/01/2024" })).toEqual(["daysReversed"]);
  expect(await found(tokens.province, setPeriod, { ...SECOND, dueOn: "01/05/2024" })).toEqual([
    "dueBeforeCutOff",
  ]);
  const wrong = await send(tokens.province, setPeriod, { ...SECOND, cutOff: "31/02/2024" });
  expect(wrong.fieldErrors.cutOff?.[0]).toContain("không có ngày");
  await expect(send(tokens.upper, setPeriod, SECOND)).rejects.toThrow(NOT_FOUND);
  const { periods } = await actAs(tokens.cell1, loadPeriods);
  expect(periods.map(({ id }) => id)).toEqual([ids.first]);
  expect(await actAs(tokens.cell1, loadPeriodNote)).toMatchObject({ periods: 1, dueOn: "2024-04-10" });
});

test("a parent cannot accept before everybody below has confirmed; who has not is told level by level", async () => {
  const periodId = ids.first;
  const confirm = (token: string, unit: string) => send(token, confirmUnit, { periodId, unit });
  expect(await found(tokens.upper, acceptUnits, { periodId, unit: "A" })).toEqual(["notConfirmed"]);
  expect((await confirm(tokens.base, "A")).done).not.toBeNull();
  expect((await confirm(tokens.cell1, "A-1")).done).not.toBeNull();
  const early = await send(tokens.upper, acceptUnits, { periodId, unit: "A" });
  expect(early.findings).toEqual([
    { is: "notConfirmedBelow", blocks: true, count: 1, names: ["Đơn vị A-2"] },
  ]);
  expect((await page(tokens.upper, periodId)).levels).toEqual([
    { kind: "BASE_COMMITTEE", units: 1, confirmed: 1, accepted: 0, returned: 0 },
    { kind: "CELL", units: 2, confirmed: 1, accepted: 0, returned: 0 },
  ]);
  const { missing } = await actAs(tokens.upper, () =>
    loadMissing(periodId, missingAddress.parse({ kind: "CELL" })),
  );
  expect(missing.map(({ code, above, state }) => [code, above, state])).toEqual([
    ["A-2", "Đơn vị A", "waiting"],
  ]);
  const [row] = (await page(tokens.upper, periodId)).below;
  expect(row).toMatchObject({ unit: { code: "A" }, state: "confirmed", below: 2, confirmed: 1 });

  await expect(confirm(tokens.next, "A-2")).rejects.toThrow(NOT_FOUND);
  await expect(confirm(tokens.upper, "A-2")).rejects.toThrow(NOT_FOUND);
  expect(await found(tokens.base, acceptUnits, { periodId, unit: "A" })).toEqual(["ownData"]);
  expect((await confirm(tokens.base, "A-2")).done).not.toBeNull();
  expect((await page(tokens.cell2, periodId)).shown).toMatchObject({ confirmedAtName: "Đơn vị A" });
  expect((await send(tokens.upper, acceptUnits, { periodId, unit: "A" })).done).not.toBeNull();
});

test("data go back with a reason, from the top down, and are confirmed again", async () => {
  const periodId = ids.first;
  expect(await found(tokens.base, returnUnit, { periodId, unit: "A-1", reason: "Thiếu 1 người" })).toEqual([
    "acceptedAbove",
  ]);
  const bare = await send(tokens.upper, returnUnit, { periodId, unit: "A", reason: " " });
  expect(bare.fieldErrors.reason?.[0]).toContain("Lý do");
  expect(
    (await send(tokens.upper, returnUnit, { periodId, unit: "A", reason: "Thiếu 1 người" })).done,
  ).not.toBeNull();
  expect((await page(tokens.base, periodId)).shown).toMatchObject({
    state: "returned",
    reason: "Thiếu 1 người",
  });
  expect(await actAs(tokens.base, loadPeriodNote)).toMatchObject({ periods: 1, returned: 1 });
  expect(
    (await send(tokens.base, returnUnit, { periodId, unit: "A-1", reason: "Thiếu 1 người" })).done,
  ).not.toBeNull();
  expect(await found(tokens.province, acceptUnits, { periodId, unit: "H" })).toEqual(["notConfirmed"]);
  expect((await lock(periodId)).findings).toEqual([
    {
      is: "notConfirmedBelow",
      blocks: true,
      count: 4,
      names: ["Đơn vị H", "Đơn vị A", "Đơn vị A-1", "Đơn vị H2"],
    },
  ]);
  for (const [token, unit] of [
    [tokens.cell1, "A-1"],
    [tokens.base, "A"],
    [tokens.upper, "H"],
    [tokens.next, "H2"],
  ] as const)
    expect((await send(token, confirmUnit, { periodId, unit })).done).not.toBeNull();
  expect((await lock(periodId)).findings).toMatchObject([{ is: "notAccepted", count: 2 }]);
  expect((await send(tokens.province, acceptUnits, { periodId, unit: ["H", "H2"] })).done).not.toBeNull();
  await expect(send(tokens.next, acceptUnits, { periodId, unit: "H" })).rejects.toThrow(NOT_FOUND);
});

test("locking freezes every report; afterwards nothing of the period is confirmed or sent back (R-54)", async () => {
  const periodId = ids.first;
  await expect(send(tokens.upper, lockPeriod, { periodId, version: "1" })).rejects.toThrow(NOT_FOUND);
  expect((await lock(periodId)).done).not.toBeNull();
  const { period, snapshots } = await page(tokens.province, periodId);
  expect(period.lockedByName).toBe("province");
  expect(snapshots.map(({ report }) => report).toSorted()).toEqual([...SNAPSHOT_REPORTS].toSorted());
  expect(await found(tokens.cell1, confirmUnit, { periodId, unit: "A-1" })).toEqual(["periodLocked"]);
  expect(await found(tokens.upper, returnUnit, { periodId, unit: "A", reason: "Muộn" })).toEqual([
    "periodLocked",
  ]);
  expect((await lock(periodId)).findings).toMatchObject([{ is: "periodLocked" }]);
  await expect(
    asOperator(({ db }) => db.$executeRaw`UPDATE unit_confirmation SET state = 'confirmed'`),
  ).rejects.toThrow("the period is locked");
});

test("what is recorded after the lock shows in the next period as a correction, once reported not again", async () => {
  ids.second = await set(SECOND);
  const corrections = async (periodId: string) =>
    (await actAs(tokens.province, () => loadCorrections(periodId))).corrections;
  expect(await corrections(ids.second)).toEqual([]);

  await asOperator(async (scope) => {
    const unit = (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "A-2" } })).id;
    await givenCandidates(scope, [
      { unit, name: "Phạm Thị Muộn", ...admitted("2024-03-20") },
      { unit, name: "Đỗ Văn Sau", ...admitted("2024-05-02") },
    ]);
  });
  const funnelOf = async (periodId: string) =>
    (await corrections(periodId)).find(({ reported }) => reported.report === "funnel");
  const first = await funnelOf(ids.second);
  expect(first?.reported).toMatchObject({ from: "2024-01-01", to: "2024-03-31" });
  expect(first?.changes.find(({ path }) => path === "funnel:total.decided")).toMatchObject({
    before: 2,
    after: 3,
    people: { came: { count: 1, named: [{ name: "Phạm Thị Muộn" }] }, went: { count: 0 } },
  });
  const snapshot = (await page(tokens.province, ids.first)).snapshots.find(
    ({ report }) => report === "funnel",
  );
  const { content } = await actAs(tokens.province, () => loadSnapshot(snapshot?.id ?? ""));
  expect(content.figures.find(({ path }) => path === "funnel:total.decided")?.number).toBe(2);
  const now = await actAs(tokens.province, () =>
    loadFunnel({
      unit: "T",
      from: "2024-01-01",
      to: "2024-03-31",
      asOf: "2024-03-31",
      countBy: null,
      tree: "as-was",
    }),
  );
  expect(now.total.decided).toBe(3);

  await passAll(ids.second);
  expect((await lock(ids.second)).done).not.toBeNull();
  expect(
    (await funnelOf(ids.second))?.changes.find(({ path }) => path === "funnel:total.decided"),
  ).toMatchObject({
    before: 2,
    after: 3,
  });
  ids.third = await set(THIRD);
  expect(await corrections(ids.third)).toEqual([]);
  await asOperator(
    ({ db }) =>
      db.$executeRaw`UPDATE candidate SET decided_on = NULL, admitted_on = NULL WHERE person_id = (SELECT id FROM person WHERE name = 'Trần Văn Hai')`,
  );
  expect(
    (await funnelOf(ids.third))?.changes.find(({ path }) => path === "funnel:total.decided"),
  ).toMatchObject({
    before: 3,
    after: 2,
    people: { went: { named: [{ name: "Trần Văn Hai" }] } },
  });
  expect(
    (await funnelOf(ids.second))?.changes.find(({ path }) => path === "funnel:total.decided"),
  ).toMatchObject({
    before: 2,
    after: 3,
  });
});

test("the province moves the days of an open period; once a unit has confirmed, only the day it is due", async () => {
  const days = {
    from: "01/10/2024",
    to: "31/12/2024",
    cutOff: "31/12/2024",
    dueOn: "10/01/2025",
  };
  const periodId = await set({ ...THIRD, ...days });
  const change = async (token: string, other: Record<string, string>) => {
    const { version } = (await page(tokens.province, periodId)).period;
    return found(token, changePeriod, { periodId, version: String(version), ...days, ...other });
  };
  await expect(change(tokens.upper, {})).rejects.toThrow(NOT_FOUND);
  expect(await change(tokens.province, { from: "30/09/2024" })).toEqual(["periodOverlaps"]);
  expect(await change(tokens.province, { cutOff: "30/11/2024" })).toEqual([]);
  expect((await page(tokens.cell1, periodId)).period.cutOff).toBe("2024-11-30");
  expect(await change(tokens.province, { version: "1" })).toEqual(["changedMeanwhile"]);
  expect((await send(tokens.cell1, confirmUnit, { periodId, unit: "A-1" })).done).not.toBeNull();
  expect(await change(tokens.province, {})).toEqual(["confirmedAlready"]);
  expect(await change(tokens.province, { cutOff: "30/11/2024", dueOn: "15/01/2025" })).toEqual([]);
  expect((await page(tokens.cell1, periodId)).period.dueOn).toBe("2025-01-15");
  expect(await found(tokens.province, changePeriod, { periodId: ids.first, version: "9", ...days })).toEqual([
    "periodLocked",
  ]);
});

test("what is mended of January shows in June's corrections and in what June's lock froze", async () => {
  const months: string[] = [];
  for (const month of ["01", "02", "03", "04", "05", "06"]) {
    const day = (of: string) => `${of}/${month}/2023`;
    const periodId = await set({
      ...FIRST,
      kind: "month",
      from: day("01"),
      to: day("28"),
      cutOff: day("28"),
      dueOn: day("28"),
    });
    months.push(periodId);
  }
  const [january = "", ...later] = months;
  const june = later.pop() ?? "";
  for (const periodId of [january, june])
    await asOperator(
      ({ db }) => db.$executeRaw`
        INSERT INTO unit_confirmation (period_id, unit_id, state, confirmed_on, confirmed_by_name, confirmed_at_name)
        SELECT ${periodId}::uuid, id, 'accepted', current_date, 'x', 'x' FROM unit WHERE code <> 'T'`,
    );
  expect((await lock(january)).done).not.toBeNull();
  await asOperator(async (scope) => {
    await scope.db
      .$executeRaw`UPDATE reporting_period SET locked_at = now(), locked_by_name = 'x' WHERE id = ANY (${later}::uuid[])`;
    const unit = (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "A-2" } })).id;
    await givenCandidates(scope, [
      { unit, name: "Lý Văn Giêng", ...admitted("2023-01-20"), introducedOn: "2022-05-01" },
    ]);
  });
  const reportedDays = async () =>
    (await actAs(tokens.province, () => loadCorrections(june))).corrections
      .filter(({ reported }) => reported.report === "funnel")
      .map(({ reported }) => reported.from);
  expect(await reportedDays()).toEqual(["2023-01-01"]);
  expect((await lock(june)).done).not.toBeNull();
  expect(await reportedDays()).toEqual(["2023-01-01"]);
});

test("a form of an older page is refused, and what is accepted and what is sent back never cross", async () => {
  const periodId = await set({
    ...FIRST,
    kind: "year",
    from: "01/01/2022",
    to: "31/12/2022",
    cutOff: "31/12/2022",
    dueOn: "31/12/2022",
  });
  const confirm = async (token: string, unit: string) =>
    (await send(token, confirmUnit, { periodId, unit })).done !== null;
  const fresh = async () => {
    for (const [token, unit] of [
      [tokens.cell1, "A-1"],
      [tokens.cell2, "A-2"],
      [tokens.base, "A"],
      [tokens.upper, "H"],
    ] as const)
      await confirm(token, unit);
  };
  await fresh();
  const [older, yearEnd] = [await seen(periodId, ["A"]), { periodId, unit: "A" }];
  expect((await send(tokens.upper, returnUnit, { ...yearEnd, reason: "Thiếu" })).done).not.toBeNull();
  expect(await confirm(tokens.base, "A")).toBe(true);
  expect(await found(tokens.upper, acceptUnits, { ...yearEnd, ...older })).toEqual(["changedMeanwhile"]);
  const stale = await send(tokens.upper, returnUnit, { ...yearEnd, ...older, reason: "Còn thiếu" });
  expect([stale.findings.map(({ is }) => is), stale.values.reason]).toEqual([
    ["changedMeanwhile"],
    "Còn thiếu",
  ]);
  const other = { ...(await seen(periodId, ["A"])), version: "7" };
  expect(await found(tokens.upper, acceptUnits, { ...yearEnd, ...other })).toEqual(["changedMeanwhile"]);

  for (let round = 0; round < 4; round++) {
    await fresh();
    const above = { periodId, unit: "H", ...(await seen(periodId, ["H"])) };
    const below = { periodId, unit: "A-1", ...(await seen(periodId, ["A-1"])), reason: "Sai" };
    const [accepted, returned] = await Promise.all([
      send(tokens.province, acceptUnits, above),
      send(tokens.upper, returnUnit, below),
    ]);
    expect([accepted.done, returned.done].filter((done) => done !== null)).toHaveLength(1);
    if (accepted.done) await send(tokens.province, returnUnit, { periodId, unit: "H", reason: "Xem lại" });
  }
});

test("two periods of a kind that overlap are not set at once either", async () => {
  const days = { ...FIRST, kind: "half", cutOff: "31/12/2021", to: "31/12/2021", dueOn: "31/12/2021" };
  const both = await Promise.all([
    send(tokens.province, setPeriod, { ...days, from: "01/07/2021" }),
    send(tokens.province, setPeriod, { ...days, from: "02/07/2021" }),
  ]);
  expect(both.map(({ findings }) => findings.map(({ is }) => is)).toSorted()).toEqual([
    [],
    ["periodOverlaps"],
  ]);
});
