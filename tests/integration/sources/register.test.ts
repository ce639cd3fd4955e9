import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { listAddress } from "@/lib/pipeline/schema/address";
import { today } from "@/lib/platform/clock";
import { loadSources } from "@/lib/reports/queries/sources";
import { formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { chooseOutstanding, rateChapter } from "@/lib/sources/actions/rating";
import { introduceMembers, returnReferral, takeUpReferral } from "@/lib/sources/actions/referrals";
import { loadChapterYear } from "@/lib/sources/queries/rating";
import { loadReferral, loadReferrals } from "@/lib/sources/queries/referrals";
import { loadMember, loadRegister } from "@/lib/sources/queries/register";
import { referralAddress, registerAddress } from "@/lib/sources/schema";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const TODAY = today();
const YEAR = Number(TODAY.slice(0, 4));
const DAY = formatDay(TODAY);
const everybody = registerAddress({}, TODAY);
const names = async (token: string) =>
  (await actAs(token, () => loadRegister(everybody))).rows.map(({ name }) => name).toSorted();

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
  ["D-B", "Đoàn xã B", "Đoàn cơ sở", "D-T", "Khu dân cư", "B"],
  ["D-S", "Đoàn trường S", "Đoàn cơ sở", "D-T", "Trường học", "S"],
];
const HEAD = [
  "Mã tổ chức đoàn",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Là đảng viên",
  "Năm xếp loại",
  "Xếp loại",
  "Đoàn viên ưu tú",
  "Ngày giới thiệu cho Đảng",
  "Mã chi bộ nhận giới thiệu",
];
const MEMBERS = [
  HEAD,
  ["D-A-1", "Lê Thị Một", "12/08/2000", "Nữ", "", "2023", "Xuất sắc", "có", "20/10/2023", "A-1"],
  ["D-A-1", "Lê Thị Hai", "12/08/2001", "Nữ", "", "", "", "", "", ""],
  ["D-A-1", "Lê Thị Ba", "12/08/2002", "Nữ", "", "", "", "", "", ""],
  ["D-A-1", "Lê Thị Đảng", "12/08/1999", "Nữ", "có", "2023", "HTTNV", "", "", ""],
  ["D-B", "Phan Văn Bốn", "12/08/2000", "Nam", "", "2023", "Khá", "", "", ""],
  ["D-S", "Trần Văn Năm", "12/08/2005", "Nam", "", "2023", "Yếu", "", "", ""],
];

let union = "";
let neighbour = "";
let cell = "";
let base = "";
let first: Awaited<ReturnType<typeof bringIn>>;

beforeAll(async () => {
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn("to-chuc-doan", aFile(...UNION));
    first = await bringIn("doan-vien", aFile(...MEMBERS));
  });
  await asOperator(() =>
    withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      const organisation = async (code: string) =>
        (await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      union = await givenOfficer(scope, "union", "unionOfficer", await unit("A"), await organisation("D-A"));
      neighbour = await givenOfficer(
        scope,
        "neighbour",
        "unionOfficer",
        await unit("B"),
        await organisation("D-B"),
      );
      cell = await givenOfficer(scope, "cell", "cellSecretary", await unit("A-1"));
      base = await givenOfficer(scope, "base", "baseOfficer", await unit("B"));
    }),
  );
});

describe("files of the Union", () => {
  test("a file says what it adds; a party member's rating is left out, and said", () => {
    expect(first).toMatchObject({ committed: true, toAdd: 6, refused: 0 });
    expect(first.faults.map(({ row, level }) => [row, level])).toEqual([[5, "warning"]]);
  });

  test("the same files a second time change nothing", async () => {
    const again = await asOperator(async () => [
      await bringIn("to-chuc-doan", aFile(...UNION)),
      await bringIn("doan-vien", aFile(...MEMBERS)),
    ]);
    expect(again.map(({ toAdd, toChange, unchanged }) => [toAdd, toChange, unchanged])).toEqual([
      [0, 0, 5],
      [0, 0, 6],
    ]);
  });

  test("every fault of every row is told at once", async () => {
    const { faults, refused } = await asOperator(() =>
      bringIn(
        "doan-vien",
        aFile(
          HEAD,
          ["D-A-9", "Lê Thị Một", "31/02/2000", "Nữ", "", "", "", "", "", ""],
          ["D-A-1", "Lê Thị Sáu", "12/08/2000", "Nữ", "", "2023", "HTTNV", "có", "20/10/2023", ""],
        ),
        "check",
      ),
    );
    expect(refused).toBe(2);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, "Mã tổ chức đoàn"],
      [2, "Ngày sinh"],
      [3, "Đoàn viên ưu tú"],
      [3, "Mã chi bộ nhận giới thiệu"],
    ]);
  });

  test("a referral in a row makes the candidacy in its cell, and joins it", async () => {
    const { lines } = await actAs(cell, () => loadCandidates(listAddress({}).filter));
    expect(lines.map(({ name, stage }) => [name, stage])).toEqual([["Lê Thị Một", "introduced"]]);
    const { rows, counts } = await actAs(union, () => loadReferrals(referralAddress({})));
    expect(counts).toEqual({ waiting: 0, takenUp: 1, returned: 0, lapsed: 0 });
    expect(rows[0]?.reached).toMatchObject({ stage: "introduced", onDay: "2023-10-20" });
  });

  test("a later file can be taken back as one", async () => {
    const more = await asOperator(() =>
      bringIn(
        "doan-vien",
        aFile(HEAD, [
          "D-B",
          "Phan Văn Sáu",
          "12/08/2001",
          "Nam",
          "",
          "2023",
          "HTXSNV",
          "có",
          "01/11/2023",
          "B-1",
        ]),
      ),
    );
    expect(more.toAdd).toBe(1);
    const undone = await asOperator(() =>
      withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, more.batch ?? "")),
    );
    expect(undone).toBeNull();
    expect(await names(neighbour)).toEqual(["Phan Văn Bốn"]);
    expect((await actAs(base, () => loadCandidates(listAddress({}).filter))).lines).toEqual([]);
  });
});

describe("two trees", () => {
  test("an officer of the Union sees their own organisation, and no candidate", async () => {
    expect(await names(union)).toEqual(["Lê Thị Ba", "Lê Thị Hai", "Lê Thị Một", "Lê Thị Đảng"].toSorted());
    expect(await names(neighbour)).toEqual(["Phan Văn Bốn"]);
    await expect(actAs(union, () => loadCandidates(listAddress({}).filter))).rejects.toThrow(NOT_FOUND);
  });

  test("the cell reads what stands beside it, its neighbour does not", async () => {
    expect((await names(cell)).length).toBe(4);
    expect(await names(base)).toEqual(["Phan Văn Bốn"]);
  });

  test("past the gate the database gives an officer of the Union nothing of the party side", async () => {
    const seen = await actAs(union, () =>
      withScope("union.read", async ({ db }) => [
        await db.candidate.count(),
        await db.person.count(),
        await db.step.count(),
        await db.unionMember.count(),
      ]),
    );
    expect(seen).toEqual([0, 0, 0, 4]);
  });

  test("the cell cannot write in the Union's register", async () => {
    const member = (await actAs(cell, () => loadRegister(everybody))).rows[0]?.id ?? "";
    const changed = await actAs(cell, () =>
      withScope("union.read", ({ db }) =>
        db.unionMember.updateMany({ where: { id: member }, data: { partyMember: true } }),
      ),
    );
    expect(changed.count).toBe(0);
  });
});

describe("from the rating to the cell", () => {
  const year = String(YEAR);
  const rows = async () => (await actAs(union, () => loadChapterYear("D-A-1", YEAR))).rows;
  const rate = async (rating: (name: string) => string) => {
    const members = await rows();
    return actAs(union, () =>
      rateChapter(
        initialFormState,
        aForm({
          unit: "D-A-1",
          year,
          member: members.map(({ id }) => id),
          rating: members.map(({ name }) => rating(name)),
          training: members.map(() => ""),
          version: members.map(({ version }) => String(version)),
        }),
      ),
    );
  };

  test("a party member's rating is refused, with what was typed", async () => {
    const refused = await rate(() => "GOOD");
    expect(refused.fieldErrors[""]?.[0]).toContain("Lê Thị Đảng là đảng viên");
    expect(refused.values.rating).toEqual(["GOOD", "GOOD", "GOOD", "GOOD"]);
    expect((await rows()).every(({ rating }) => rating === null)).toBe(true);
  });

  test("where the province limits HTXSNV, more are refused", async () => {
    const limit = (percent: number | null) =>
      asOperator(() =>
        withScope("organisation.change", async ({ db }) => {
          const { id } = await db.unit.findUniqueOrThrow({ where: { codeKey: "T" } });
          const options = { excellentPercent: percent, outstandingPercent: null };
          const value = [{ from: "2020-01-01", options, document: "45-HD/TĐTN", setBy: "test" }];
          await db.unitOption.upsert({
            where: { unitId_key: { unitId: id, key: "union" } },
            create: { unitId: id, key: "union", value },
            update: { value },
          });
        }),
      );
    await limit(40);
    const refused = await rate((name) => (name === "Lê Thị Đảng" ? "" : "EXCELLENT"));
    expect(refused.fieldErrors[""]).toEqual(["Được xếp nhiều nhất 1 đoàn viên HTXSNV, đang chọn 3."]);
    await limit(null);
  });

  test("rated, chosen by more than half, introduced by one resolution", async () => {
    expect((await rate((name) => (name === "Lê Thị Đảng" ? "" : "EXCELLENT"))).done?.message).toContain(
      "3 đoàn viên",
    );
    const members = await rows();
    const idOf = (name: string) => members.find((row) => row.name === name)?.id ?? "";
    const choose = (votes: string) =>
      actAs(union, () =>
        chooseOutstanding(
          initialFormState,
          aForm({
            unit: "D-A-1",
            year,
            votedOn: DAY,
            present: "4",
            ballot: "secret",
            member: [idOf("Lê Thị Hai"), idOf("Lê Thị Ba")],
            agreed: ["4", votes],
          }),
        ),
      );
    expect((await choose("2")).fieldErrors[""]?.[0]).toContain("chưa được quá nửa");
    expect((await choose("3")).done?.message).toContain("2 đoàn viên ưu tú");
    const introduce = () =>
      actAs(union, () =>
        introduceMembers(
          initialFormState,
          aForm({
            unit: "D-A",
            member: [idOf("Lê Thị Hai"), idOf("Lê Thị Ba")],
            cell: "A-1",
            onDay: DAY,
            resolution: "12-NQ/ĐTN",
          }),
        ),
      );
    const waiting = await introduce();
    expect(waiting.done?.message).toContain("Đã giới thiệu 2 đoàn viên");
    expect((await introduce()).fieldErrors[""]?.[0]).toContain("đã được giới thiệu");
  });

  const referralOf = async (token: string, name: string) => {
    const { rows: found } = await actAs(token, () => loadReferrals(referralAddress({ q: name, year })));
    return found[0]?.id ?? "";
  };

  test("the cell takes one up and sends one back; the sender reads stage, day and reason", async () => {
    const [hai, ba] = [await referralOf(cell, "Hai"), await referralOf(cell, "Ba")];
    const answered = await actAs(cell, () =>
      takeUpReferral(initialFormState, aForm({ referralId: hai, onDay: DAY })),
    );
    expect(answered.done?.message).toContain("Đã tiếp nhận Lê Thị Hai");
    const { referral } = await actAs(cell, () => loadReferral(ba));
    const back = {
      referralId: ba,
      version: String(referral.version),
      onDay: DAY,
      reason: "chưa đủ thời gian",
    };
    expect((await actAs(cell, () => returnReferral(initialFormState, aForm(back)))).done).not.toBeNull();
    expect(
      (await actAs(cell, () => returnReferral(initialFormState, aForm(back)))).findings.map(({ is }) => is),
    ).toEqual(["notWaiting"]);

    const seen = await actAs(union, () => loadReferrals(referralAddress({ year })));
    expect(seen.counts).toEqual({ waiting: 0, takenUp: 1, returned: 1, lapsed: 0 });
    expect(seen.rows.map(({ name, returnedReason }) => [name, returnedReason]).toSorted()).toEqual([
      ["Lê Thị Ba", "chưa đủ thời gian"],
      ["Lê Thị Hai", null],
    ]);
    expect((await actAs(union, () => loadReferral(hai))).progress).toEqual([
      { referralId: hai, stage: "introduced", onDay: TODAY },
    ]);
    await expect(
      actAs(union, () => takeUpReferral(initialFormState, aForm({ referralId: ba, onDay: DAY }))),
    ).rejects.toThrow(NOT_FOUND);
    await expect(actAs(neighbour, () => loadReferral(hai))).rejects.toThrow(NOT_FOUND);
  });

  test("the sender joins no referral to a candidacy: that would tell its stage", async () => {
    const ba = await referralOf(union, "Ba");
    const taken = await asOperator(() =>
      withScope("candidate.read", ({ db }) =>
        db.candidate.findFirstOrThrow({ where: { person: { name: "Lê Thị Một" } } }),
      ),
    );
    const join = () =>
      actAs(union, () =>
        withScope("union.change", ({ db }) =>
          db.referral.update({
            where: { id: ba },
            data: { candidateId: taken.id, returnedOn: null, returnedReason: null },
          }),
        ),
      );
    await expect(join()).rejects.toThrow(/joined by its cell/);
  });

  test("the candidate has the source, and the member the person", async () => {
    const [candidate] = await asOperator(() =>
      withScope("candidate.read", ({ db }) =>
        db.candidate.findMany({
          where: { person: { name: "Lê Thị Hai" } },
          include: { person: { include: { unionMembers: true } } },
        }),
      ),
    );
    expect([candidate?.source, candidate?.person.unionMember, candidate?.person.unionMembers.length]).toEqual(
      ["UNION", true, 1],
    );
  });

  test("both sides count the same", async () => {
    const parameters = {
      unit: "A",
      from: "2023-01-01",
      to: `${YEAR}-12-31`,
      asOf: TODAY,
      countBy: null,
      tree: "as-was" as const,
    };
    const party = (await asOperator(() => loadSources(parameters))).total;
    const own = (await actAs(union, () => loadSources({ ...parameters, unit: "D-A" }))).total;
    for (const line of [party, own])
      expect([line.unionMembers, line.excellent, line.outstanding, line.introduced, line.admitted]).toEqual([
        4, 3, 2, 3, 0,
      ]);
    await expect(actAs(neighbour, () => loadSources({ ...parameters, unit: "D-A" }))).rejects.toThrow(
      NOT_FOUND,
    );
  });

  test("a dossier that is entered later is the same referral", async () => {
    const member = (await actAs(union, () => loadRegister(everybody))).rows.find(
      ({ name }) => name === "Lê Thị Ba",
    );
    const rowsBefore = await rows();
    expect(rowsBefore.find(({ id }) => id === member?.id)?.outstanding).toBe(true);
    await actAs(union, () =>
      introduceMembers(
        initialFormState,
        aForm({
          unit: "D-A",
          member: member?.id ?? "",
          cell: "A-1",
          onDay: DAY,
          resolution: "13-NQ/ĐTN",
        }),
      ),
    );
    await asOperator(() =>
      bringIn(
        "ho-so",
        aFile(
          ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Nguồn giới thiệu", "Ngày giới thiệu"],
          ["A-1", "Lê Thị Ba", "12/08/2002", "Nữ", "Đoàn TNCS", DAY],
        ),
      ),
    );
    const page = await actAs(union, () => loadMember(member?.id ?? ""));
    expect(page.referrals.map(({ state }) => state).toSorted()).toEqual(["returned", "takenUp"]);
  });
});
