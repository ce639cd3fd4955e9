import { expect, test } from "vitest";
import { formsOn } from "@/lib/forms/rules/catalogue";
import { bodiesOf, type LetterUnit } from "@/lib/forms/rules/letterhead";
import { offerForms } from "@/lib/forms/rules/offer";
import { buildRecord, documentDay, type FormFacts } from "@/lib/forms/rules/record";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import { A_LINE, FULL_LIFE, someFacts } from "@/tests/support/forms";
import { aStep, READY } from "@/tests/support/pipeline";

const record = (id: string, facts: FormFacts = someFacts(), today = "2025-08-01") => {
  const form = formsOn("2024-05-03").find((known) => known.id === id);
  if (!form) throw new Error(id);
  return buildRecord(form, facts, today);
};

test("the cell's resolution has its head, number, day and votes", () => {
  expect(record("6-knd")).toMatchObject({
    ma_mau: "(Mẫu 6-KNĐ)",
    tieu_de_tren: "ĐẢNG BỘ XÃ EA PHÊ",
    tieu_de_don_vi: "CHI BỘ THÔN PHƯỚC THỌ 2",
    so_van_ban: "Số 07-NQ/CB",
    noi_va_ngay: "Ea Phê, ngày 03 tháng 5 năm 2024",
    thay_mat: "T/M CHI BỘ",
    noi_bao_cao: "Đảng ủy xã Ea Phê",
    chi_bo_hop_trieu_tap: "18",
    chi_bo_hop_vang: "1",
    chi_bo_hop_ty_le: "88,89\u00a0%",
    chi_bo_hop_hinh_thuc: "bỏ phiếu kín",
    ho_ten_hoa: "NGUYỄN THỊ HƯỜNG",
    dan_toc: "Ê-đê",
  });
});

test("the decision is of the deciding committee, by the regulation of its day", () => {
  expect(record("9-knd")).toMatchObject({
    tieu_de_tren: "ĐẢNG BỘ TỈNH ĐẮK LẮK",
    tieu_de_don_vi: "HUYỆN ỦY KRÔNG PẮC",
    so_van_ban: "Số 83-QĐ/HU",
    noi_va_ngay: "Krông Pắc, ngày 12 tháng 6 năm 2024",
    thay_mat: "T/M BAN THƯỜNG VỤ",
    co_quan_quyet_dinh: "BAN THƯỜNG VỤ HUYỆN ỦY KRÔNG PẮC",
    quy_dinh: expect.stringContaining("24-QĐ/TW"),
    so_nghi_quyet_dang_uy_hop: "21-NQ/ĐU",
  });
});

test("a recognition carries the day of its decision, and counts from the end of the probation", () => {
  expect(record("16-knd")).toMatchObject({
    noi_va_ngay: "Krông Pắc, ngày 15 tháng 7 năm 2025",
    cong_nhan_tu_ngay: "ngày 20 tháng 6 năm 2025",
    ngay_het_du_bi: "ngày 20 tháng 6 năm 2025",
    quy_dinh: expect.stringContaining("294-QĐ/TW"),
  });
  const form = formsOn("2024-05-03").find(({ id }) => id === "16-knd");
  expect(form && documentDay(form, FULL_LIFE)).toBe("2025-07-15");
});

test("what is not known is a dotted line, never a word of the machine", () => {
  const bare = record("9-knd", someFacts({ steps: READY.slice(0, 1) }));
  expect(bare).toMatchObject({
    so_van_ban: "Số ………-QĐ/HU",
    noi_va_ngay: "Krông Pắc, ngày …… tháng …… năm ………",
    so_nghi_quyet_chi_bo_hop: "…………………",
    chi_bo_hop_tan_thanh: "………",
    ds_giup_do: [{ ten: "…………………", tu_ngay: "…………………", den_ngay: "…………………" }],
  });
  expect(JSON.stringify(bare)).not.toMatch(/null|undefined|NaN/);
});

test("an undone step is not on the paper", () => {
  const steps = FULL_LIFE.map((step) =>
    step.kind === "decided" ? { ...step, undoneAt: "2024-06-13T00:00:00Z" } : step,
  );
  expect(record("9-knd", someFacts({ steps }))).toMatchObject({ so_quyet_dinh: "…………………" });
});

test("a form written by hand says name and units, nothing else of the dossier", () => {
  const told = record("1-knd");
  expect(told).toMatchObject({ ho_ten: "Nguyễn Thị Hường", chi_bo: "Chi bộ thôn Phước Thọ 2" });
  expect(JSON.stringify(told)).not.toMatch(/1998|Ê-đê|83-QĐ|07-NQ|Bình/);
});

const baseCell: [LetterUnit, ...LetterUnit[]] = [
  { id: 7, name: "Chi bộ Trường THPT Krông Pắc", kind: "BASE_CELL", mayDecide: false },
  ...A_LINE.slice(2),
];
const empowered: [LetterUnit, ...LetterUnit[]] = [
  A_LINE[0],
  { id: 3, name: "Đảng bộ xã Ea Phê", kind: "BASE_COMMITTEE", mayDecide: true },
  ...A_LINE.slice(2),
];

test("a base cell reports to the committee above it", () => {
  expect(record("8c-knd", someFacts({ line: baseCell }))).toMatchObject({
    tieu_de_tren: "ĐẢNG BỘ HUYỆN KRÔNG PẮC",
    noi_bao_cao: "Huyện ủy Krông Pắc",
    noi_va_ngay: expect.stringMatching(/^Krông Pắc, /),
  });
});

test.each([
  ["2024-06-12", "ĐẢNG ỦY XÃ EA PHÊ", "T/M ĐẢNG ỦY"],
  ["2026-07-25", "ĐẢNG ỦY XÃ EA PHÊ", "T/M ĐẢNG ỦY"],
  ["2026-07-26", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ EA PHÊ", "T/M BAN THƯỜNG VỤ"],
])("an empowered base decides on %s as %s", (onDay, body, signs) => {
  const steps = FULL_LIFE.map((step) => (step.kind === "decided" ? { ...step, onDay } : step));
  expect(record("9b-knd", someFacts({ steps, line: empowered }))).toMatchObject({
    co_quan_quyet_dinh: body,
    thay_mat: signs,
  });
});

const offered = (line: [LetterUnit, ...LetterUnit[]], steps = READY, readmission = false) =>
  offerForms(formsOn("2024-05-03"), {
    standing: buildStanding(steps),
    readmission,
    unionMember: true,
    source: "UNION",
    combination: null,
    occupation: "8",
    bodies: bodiesOf(line),
  }).fitting.map(({ id }) => id);

test("the menu offers what fits the step, the cell and the committee", () => {
  expect(offered(A_LINE)).toEqual(["bien-ban-chi-bo", "6-knd"]);
  expect(offered(baseCell)).toEqual(["bien-ban-chi-bo", "8c-knd"]);
  const submitted = FULL_LIFE.filter(({ onDay }) => onDay < "2024-06-01");
  expect(offered(A_LINE, submitted)).toEqual(["8-knd", "9-knd"]);
  expect(offered(empowered, submitted)).toEqual(["8b-knd", "9b-knd"]);
  expect(offered(A_LINE, submitted, true)).toEqual(["8-knd", "9c-knd"]);
});

test("what is not offered first stands among the others", () => {
  const all = formsOn("2024-05-03");
  const { fitting, others } = offerForms(all, {
    standing: buildStanding(READY),
    readmission: false,
    unionMember: null,
    source: "CELL",
    combination: null,
    occupation: null,
    bodies: bodiesOf(A_LINE),
  });
  expect(fitting.length + others.length).toBe(all.length);
});

test("the base committee's vote on recognition, the opinions of the probation and a move are on their papers", () => {
  const votes = { convened: 15, present: 14, agreed: 13, disagreed: 1, other: 0 };
  const steps = [
    ...FULL_LIFE,
    aStep({
      kind: "probationOpinionCollected",
      onDay: "2025-06-25",
      documentNumber: "15-YK/MTTQ",
      data: { from: "residenceCell" },
    }),
    aStep({
      kind: "recognitionBaseVoted",
      onDay: "2025-07-08",
      documentNumber: "33-NQ/ĐU",
      data: { votes, passed: true, ballot: "secret" },
    }),
    aStep({
      kind: "transferred",
      onDay: "2025-07-20",
      documentNumber: "14-CV/ĐU",
      data: {
        fromCode: "EAP-09",
        fromName: "Chi bộ thôn Phước Thọ 2",
        toCode: "EAP-08",
        toName: "Chi bộ thôn Phước Thọ 1",
        letter: "member",
        movedOn: "2025-07-20",
        sameDecider: true,
      },
    }),
  ];
  expect(record("15-knd", someFacts({ steps }))).toMatchObject({
    so_van_ban: "Số 33-NQ/ĐU",
    cong_nhan_dang_uy_hop_trieu_tap: "15",
    cong_nhan_dang_uy_hop_tan_thanh: "13",
    cong_nhan_dang_uy_hop_ty_le: "86,67\u00a0%",
  });
  expect(record("12-knd", someFacts({ steps })).ds_y_kien_du_bi).toEqual([
    { cua: "chi ủy nơi cư trú", ngay: "ngày 25 tháng 6 năm 2025", so: "15-YK/MTTQ" },
  ]);
  expect(record("gioi-thieu-da-de-nghi", someFacts({ steps })).noi_den).toBe("Chi bộ thôn Phước Thọ 1");
});
