import { describe, expect, test } from "vitest";
import { type LetterFacts, TOLD } from "@/lib/briefings/rules/letter/facts";
import { writeLetter } from "@/lib/briefings/rules/letter/letter";
import { type ParagraphKey, wordsOf } from "@/lib/briefings/rules/letter/parts";
import type { Counted } from "@/lib/quotas/rules/attainment";
import type { Quota } from "@/lib/quotas/rules/quota";
import { aQuotaLine, aRow, NO_BRIEFINGS, someFacts } from "@/tests/support/letters";

const NBSP = /\u00a0/g;

/** The sentences of a paragraph, with ordinary spaces. */
function sentences(key: ParagraphKey, facts: Partial<LetterFacts>): string[] {
  const paragraph = writeLetter(someFacts(facts)).find((one) => one.key === key);
  return (paragraph?.sentences ?? []).map((sentence) => wordsOf(sentence).replace(NBSP, " "));
}

describe("where the unit stands", () => {
  test.each([
    [0, "Tính đến ngày 31/05/2024, Đảng bộ xã Ea Phê chưa kết nạp được đảng viên nào trong năm 2024."],
    [1, "Tính đến ngày 31/05/2024, Đảng bộ xã Ea Phê đã kết nạp 1 đảng viên trong năm 2024."],
    [1905, "Tính đến ngày 31/05/2024, Đảng bộ xã Ea Phê đã kết nạp 1.905 đảng viên trong năm 2024."],
  ])("%i admitted", (admitted, sentence) => {
    expect(sentences("standing", { admitted })[0]).toBe(sentence);
  });

  test("without a quota there is no percentage, and it says that none is known", () => {
    const told = sentences("standing", { admitted: 3 });
    expect(told[1]).toBe("Chưa có chỉ tiêu năm 2024 nào của đơn vị được ghi vào phần mềm.");
    expect(told.join(" ")).not.toContain("%");
  });

  test.each<[string, Partial<Quota>, Partial<Counted>, string]>([
    [
      "still missing",
      { value: 246 },
      { people: 57 },
      "So với chỉ tiêu cấp trên giao: kết nạp 246 người; đã được 57 người, đạt 23,17 %, còn thiếu 189 người.",
    ],
    [
      "its own plan",
      { value: 275, source: "OWN_PLAN" },
      { people: 57 },
      "So với kế hoạch của đơn vị: kết nạp 275 người; đã được 57 người, đạt 20,73 %, còn thiếu 218 người.",
    ],
    [
      "nobody: no percentage",
      { value: 10 },
      {},
      "So với chỉ tiêu cấp trên giao: kết nạp 10 người; chưa được người nào, còn thiếu 10 người.",
    ],
    [
      "exactly",
      { value: 1 },
      { people: 1 },
      "So với chỉ tiêu cấp trên giao: kết nạp 1 người; đã được 1 người, đạt 100,00 %, hoàn thành chỉ tiêu.",
    ],
    [
      "over-fulfilled",
      { value: 3 },
      { people: 7 },
      "So với chỉ tiêu cấp trên giao: kết nạp 3 người; đã được 7 người, đạt 233,33 %, vượt 4 người.",
    ],
    [
      "one beyond",
      { value: 3 },
      { people: 4 },
      "So với chỉ tiêu cấp trên giao: kết nạp 3 người; đã được 4 người, đạt 133,33 %, vượt 1 người.",
    ],
    [
      "one above a range",
      { value: 8, valueTo: 10, kind: "RANGE" },
      { people: 11 },
      "So với chỉ tiêu cấp trên giao: kết nạp từ 8 đến 10 người; đã được 11 người, vượt mức cao nhất 1 người.",
    ],
    [
      "at least",
      { value: 4, kind: "AT_LEAST" },
      { people: 2 },
      "So với chỉ tiêu cấp trên giao: kết nạp ít nhất 4 người; đã được 2 người, đạt 50,00 %, còn thiếu 2 người.",
    ],
    [
      "below a range",
      { value: 8, valueTo: 10, kind: "RANGE" },
      { people: 4 },
      "So với chỉ tiêu cấp trên giao: kết nạp từ 8 đến 10 người; đã được 4 người, bằng 50,00 % mức thấp nhất, còn thiếu 4 người.",
    ],
    [
      "within a range",
      { value: 8, valueTo: 10, kind: "RANGE" },
      { people: 9 },
      "So với chỉ tiêu cấp trên giao: kết nạp từ 8 đến 10 người; đã được 9 người, đạt mức thấp nhất và trong khoảng được giao.",
    ],
    [
      "above a range",
      { value: 8, valueTo: 10, kind: "RANGE" },
      { people: 12 },
      "So với chỉ tiêu cấp trên giao: kết nạp từ 8 đến 10 người; đã được 12 người, vượt mức cao nhất 2 người.",
    ],
    [
      "a share of members",
      { value: 3, kind: "SHARE_OF_MEMBERS" },
      { people: 40, members: 5356 },
      "So với chỉ tiêu cấp trên giao: kết nạp bằng 3,00 % số đảng viên, tức 161 người; đã được 40 người, đạt 24,84 %, còn thiếu 121 người.",
    ],
    [
      "a share of members that nobody counted",
      { value: 3, kind: "SHARE_OF_MEMBERS" },
      { people: 5 },
      "So với chỉ tiêu cấp trên giao: kết nạp bằng 3,00 % số đảng viên; đã được 5 người, chưa có số đảng viên để tính ra số người.",
    ],
    [
      "a share of the admitted",
      { value: 70, kind: "SHARE_OF_ADMITTED", group: "UNION_MEMBER" },
      { people: 3, admitted: 4 },
      "So với chỉ tiêu cấp trên giao: đoàn viên chiếm 70,00 % số kết nạp; trong 4 người đã kết nạp có 3 người, bằng 75,00 %, đạt chỉ tiêu.",
    ],
    [
      "a share of the admitted, none of the group",
      { value: 50, kind: "SHARE_OF_ADMITTED", group: "WOMEN" },
      { people: 0, admitted: 4 },
      "So với chỉ tiêu cấp trên giao: nữ chiếm 50,00 % số kết nạp; trong 4 người đã kết nạp không có ai, bằng 0,00 %, chưa đạt chỉ tiêu.",
    ],
    [
      "a share of nobody",
      { value: 50, kind: "SHARE_OF_ADMITTED", group: "WOMEN" },
      {},
      "So với chỉ tiêu cấp trên giao: nữ chiếm 50,00 % số kết nạp; chưa kết nạp được người nào nên chưa có tỷ lệ.",
    ],
    [
      "asked for nobody",
      { value: 0 },
      { people: 2 },
      "So với chỉ tiêu cấp trên giao: không giao chỉ tiêu kết nạp.",
    ],
    [
      "of a term, of a group and of another indicator",
      {
        value: 20,
        source: "TERM_RESOLUTION",
        from: "2021-01-01",
        to: "2025-12-31",
        indicator: "AWARENESS_CLASS",
        group: "WOMEN",
      },
      { people: 5 },
      "So với nghị quyết nhiệm kỳ từ ngày 01/01/2021 đến ngày 31/12/2025: cử học lớp nhận thức nữ 20 người; đã được 5 người, đạt 25,00 %, còn thiếu 15 người.",
    ],
  ])("a quota: %s", (_case, quota, counted, sentence) => {
    expect(sentences("standing", { quotas: [aQuotaLine(quota, counted)] })[1]).toBe(sentence);
  });
});

describe("what changed", () => {
  const month = (thisMonth: number, lastMonth: number | null) =>
    sentences("change", { thisMonth, lastMonth })[0];
  test.each<[number, number | null, string]>([
    [5, 3, "Tháng 5/2024 kết nạp 5 người, nhiều hơn 2 người so với tháng 4/2024 (3 người)."],
    [3, 5, "Tháng 5/2024 kết nạp 3 người, ít hơn 2 người so với tháng 4/2024 (5 người)."],
    [3, 3, "Tháng 5/2024 kết nạp 3 người, bằng tháng 4/2024 (3 người)."],
    [0, 3, "Tháng 5/2024 chưa kết nạp được người nào; tháng 4/2024 kết nạp 3 người."],
    [3, 0, "Tháng 5/2024 kết nạp 3 người; tháng 4/2024 không kết nạp người nào."],
    [0, 0, "Tháng 5/2024 chưa kết nạp được người nào; tháng 4/2024 cũng không kết nạp người nào."],
    [3, null, "Tháng 5/2024 kết nạp 3 người."],
    [0, null, "Tháng 5/2024 chưa kết nạp được người nào."],
  ])("%i this month, %s the month before", (now, before, sentence) => {
    expect(month(now, before)).toBe(sentence);
  });

  test("a month that is not over says up to when", () => {
    expect(sentences("change", { thisMonth: 2, asOf: "2024-05-04" })[0]).toBe(
      "Tháng 5/2024 (đến ngày 04/05/2024) kết nạp 2 người.",
    );
  });

  test("January is compared with December of the year before", () => {
    expect(
      sentences("change", { month: "2024-01-01", asOf: "2024-01-31", thisMonth: 1, lastMonth: 4 })[0],
    ).toBe("Tháng 1/2024 kết nạp 1 người, ít hơn 3 người so với tháng 12/2023 (4 người).");
  });

  test.each<[number, number | null, string | undefined]>([
    [
      57,
      60,
      "Cùng kỳ năm trước (đến ngày 31/05/2023) kết nạp 60 người; năm nay ít hơn 3 người so với cùng kỳ.",
    ],
    [
      57,
      50,
      "Cùng kỳ năm trước (đến ngày 31/05/2023) kết nạp 50 người; năm nay nhiều hơn 7 người so với cùng kỳ.",
    ],
    [57, 57, "Cùng kỳ năm trước (đến ngày 31/05/2023) kết nạp 57 người; năm nay bằng cùng kỳ."],
    [
      0,
      4,
      "Cùng kỳ năm trước (đến ngày 31/05/2023) kết nạp 4 người; đến ngày 31/05/2024 năm nay chưa có người nào.",
    ],
    [4, 0, "Cùng kỳ năm trước (đến ngày 31/05/2023) không kết nạp người nào; năm nay đã kết nạp 4 người."],
    [0, 0, "Cùng kỳ năm trước (đến ngày 31/05/2023) cũng không kết nạp người nào."],
    [4, null, undefined],
  ])("%i this year, %s by the same day last year", (admitted, lastYear, sentence) => {
    expect(sentences("change", { admitted, lastYear })[1]).toBe(sentence);
  });

  test("the end of February is compared with the end of February, as in the official tables", () => {
    const days = { month: "2025-02-01", asOf: "2025-02-28", from: "2025-01-01", to: "2025-12-31" };
    expect(sentences("change", { ...days, admitted: 0, lastYear: 0 })[1]).toContain("đến ngày 29/02/2024");
  });
});

describe("who did well and who has not begun", () => {
  test("a cell has nobody beneath it: nothing is said", () => {
    expect(sentences("well", {})).toEqual([]);
    expect(sentences("notBegun", {})).toEqual([]);
  });

  test("units without a quota are not judged", () => {
    const rows = [aRow("A", 3, null), aRow("B", 0, null)];
    expect(sentences("well", { rows })).toEqual([
      "Chưa có chỉ tiêu nào của các đơn vị trực thuộc được ghi vào phần mềm.",
    ]);
    expect(sentences("notBegun", { rows })).toEqual([]);
  });

  test("one did it, one has not begun", () => {
    const rows = [aRow("A", 7, 3), aRow("B", 0, 2), aRow("C", 1, 2), aRow("D", 9, null)];
    expect(sentences("well", { rows })).toEqual([
      "1 trong 3 đơn vị được giao chỉ tiêu đã hoàn thành: A (7/3 người, 233,33 %).",
    ]);
    expect(sentences("notBegun", { rows })).toEqual([
      "1 trong 3 đơn vị được giao chỉ tiêu chưa kết nạp được người nào: B.",
    ]);
  });

  test("nobody did it: who is nearest; nobody has anybody: nobody is praised", () => {
    expect(sentences("well", { rows: [aRow("A", 3, 5), aRow("B", 1, 5)] })).toEqual([
      "Chưa đơn vị nào hoàn thành chỉ tiêu trong 2 đơn vị được giao; đạt cao nhất là A (3/5 người, 60,00 %).",
    ]);
    expect(sentences("well", { rows: [aRow("A", 0, 5)] })).toEqual([
      "Chưa đơn vị nào hoàn thành chỉ tiêu trong 1 đơn vị được giao.",
    ]);
    expect(sentences("notBegun", { rows: [aRow("A", 3, 5)] })).toEqual([
      "Trong 1 đơn vị được giao chỉ tiêu, không còn đơn vị nào chưa kết nạp được người.",
    ]);
  });

  test("of many the first are named and the others counted", () => {
    const rows = ["A", "B", "C", "D", "E"].map((name) => aRow(name, 0, 1));
    expect(sentences("notBegun", { rows })).toEqual([
      `5 trong 5 đơn vị được giao chỉ tiêu chưa kết nạp được người nào: A, B, C và ${5 - TOLD} đơn vị khác.`,
    ]);
  });
});

describe("what is due", () => {
  test.each<[{ overdue: number; soon: number }, string]>([
    [
      { overdue: 0, soon: 0 },
      "Không có việc nào về hồ sơ quá hạn; trong hai tuần tới không có việc nào đến hạn.",
    ],
    [{ overdue: 3, soon: 1 }, "Có 3 việc về hồ sơ quá hạn; trong hai tuần tới 1 việc đến hạn."],
  ])("%j", (tasks, sentence) => {
    expect(sentences("due", { tasks })[0]).toBe(sentence);
  });

  test("of another day than today nothing is said of tasks", () => {
    expect(sentences("due", { tasks: null })).toEqual([]);
  });

  test("dossiers before the committee, and the day by which a quota is asked", () => {
    const quotas = [
      aQuotaLine({ value: 10, dueOn: "2024-09-30" }, { people: 2 }),
      aQuotaLine({ value: 2, dueOn: "2024-04-30" }, { people: 2 }),
    ];
    expect(sentences("due", { admitted: 2, certain: 5, quotas })).toEqual([
      "Nếu các hồ sơ đang chờ quyết định đều được kết nạp, cả năm 2024 sẽ có 5 người.",
      "Hạn hoàn thành chỉ tiêu: 30/09/2024.",
    ]);
  });
});

describe("what the briefings said", () => {
  const unit = { id: 1, code: "EAP-09", name: "Chi bộ thôn Phước Thọ 2" };
  const briefings = (told: Partial<typeof NO_BRIEFINGS>) => ({ briefings: { ...NO_BRIEFINGS, ...told } });

  test("none was recorded: not that there was none to be found", () => {
    expect(sentences("difficulties", {})).toEqual(["Tháng 5/2024 chưa ghi phiên giao ban nào."]);
    expect(sentences("promises", {})).toEqual([]);
  });

  test("none raised, some raised, all settled", () => {
    expect(sentences("difficulties", briefings({ held: 1 }))).toEqual([
      "Tháng 5/2024 có 1 phiên giao ban; không đơn vị nào nêu khó khăn.",
    ]);
    const raised = [
      { topic: "noSource", count: 2 },
      { topic: "papers", count: 1 },
    ] as const;
    const told = [{ unit, topic: "noSource" as const, words: "Thanh niên đi làm xa" }];
    expect(sentences("difficulties", briefings({ held: 1, raised: [...raised], open: 1, told }))).toEqual([
      "Tháng 5/2024 có 1 phiên giao ban, nêu 3 khó khăn: thiếu nguồn (2) và vướng hồ sơ, thẩm tra lý lịch (1).",
      "Còn 1 khó khăn chưa tháo gỡ.",
      "Chi bộ thôn Phước Thọ 2: Thanh niên đi làm xa.",
    ]);
    expect(sentences("difficulties", briefings({ held: 1, raised: [...raised] })).at(-1)).toBe(
      "Các khó khăn đã nêu đều đã được tháo gỡ.",
    );
  });

  test("what was agreed: what waits, what is late, what was told to be done, what is done", () => {
    const promised = [
      {
        unit,
        doer: "unit" as const,
        committeeName: "Đảng ủy xã Ea Phê",
        words: "cử 2 người đi học.",
        dueOn: "2024-05-20",
        report: "đã cử",
      },
      {
        unit,
        doer: "committee" as const,
        committeeName: "Đảng ủy xã Ea Phê",
        words: "mở lớp buổi tối",
        dueOn: "2024-06-20",
        report: null,
      },
    ];
    expect(sentences("promises", briefings({ waiting: 4, late: 1, reported: 1, done: 2, promised }))).toEqual(
      [
        "Trong tháng đã xong 2 việc thống nhất tại giao ban.",
        "Còn 4 việc thống nhất tại giao ban chưa kết thúc, trong đó có 1 việc quá hạn và 1 việc đã báo xong, chờ cấp ủy xác nhận.",
        "Chi bộ thôn Phước Thọ 2: cử 2 người đi học (hạn 20/05/2024, đã báo xong).",
        "Đảng ủy xã Ea Phê: mở lớp buổi tối (hạn 20/06/2024).",
      ],
    );
    expect(sentences("promises", briefings({ done: 1 })).at(-1)).toBe(
      "Không còn việc nào thống nhất tại giao ban chưa xong.",
    );
  });
});
