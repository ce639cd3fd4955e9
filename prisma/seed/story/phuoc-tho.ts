import type { NewStep } from "@/lib/pipeline/rules/step";
import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import type { SeedTable } from "../tables";

const CELL = "EAP-09";
const HELPER = "Nguyễn Văn Bình";

/** Somebody of the story: a row of `ho-so`, and what only the forms can say. */
export type StoryPerson = { row: Record<string, string>; steps: NewStep[] };

/**
 * The cell of Phước Thọ 2 as its secretary finds it today: one recognition overdue, one dossier sent back,
 * papers running out, one ready for the vote. Days are told from today backwards.
 */
export function phuocTho(today: PlainDate): StoryPerson[] {
  const ago = (days: number): PlainDate => addDays(today, -days);
  const row = (
    name: string,
    born: string,
    sex: string,
    ethnicity: string,
    number: string,
    days: Record<string, PlainDate>,
    more: Record<string, string> = {},
  ) => ({
    "Mã chi bộ": CELL,
    "Họ và tên": name,
    "Ngày sinh": born,
    "Giới tính": sex,
    "Dân tộc": ethnicity,
    "Tôn giáo": "Không",
    "Số định danh": number,
    "Nhóm nghề nghiệp": "8",
    "Giáo dục phổ thông": "THPT",
    "Đoàn viên": "có",
    "Nguồn giới thiệu": "Đoàn TNCS",
    ...days,
    ...more,
  });
  const longAdmitted = addMonths(ago(50), -12);
  return [
    {
      row: row(
        "Trần Thị Mai Hương",
        "1998-08-12",
        "Nữ",
        "Kinh",
        "066198004471",
        {
          "Ngày giới thiệu": ago(830),
          "Ngày vào diện cảm tình": ago(800),
          "Ngày cấp GCN nhận thức": ago(560),
          "Ngày viết đơn": ago(353),
        },
        { "Số GCN nhận thức": "214/GCN", "Chuyên môn": "Đại học" },
      ),
      steps: [helper(ago(800)), cv(ago(352)), verified(ago(47)), opinion("massOrganisation", ago(30))],
    },
    {
      row: row(
        "Nguyễn Hoàng Long",
        "1994-05-21",
        "Nam",
        "Kinh",
        "066094003312",
        {
          "Ngày giới thiệu": addDays(longAdmitted, -700),
          "Ngày vào diện cảm tình": addDays(longAdmitted, -680),
          "Ngày cấp GCN nhận thức": addDays(longAdmitted, -500),
          "Ngày viết đơn": addDays(longAdmitted, -220),
          "Ngày nghị quyết chi bộ": addDays(longAdmitted, -60),
          "Ngày nghị quyết đảng ủy cơ sở": addDays(longAdmitted, -45),
          "Ngày trình cấp có thẩm quyền": addDays(longAdmitted, -40),
          "Ngày quyết định kết nạp": addDays(longAdmitted, -12),
          "Ngày lễ kết nạp": longAdmitted,
          "Ngày cấp GCN đảng viên mới": addDays(longAdmitted, 160),
        },
        {
          "Số quyết định kết nạp": "512-QĐ/HU",
          "Số GCN nhận thức": "88/GCN",
          "Số GCN đảng viên mới": "31/ĐVM",
        },
      ),
      steps: [helper(addDays(longAdmitted, -680))],
    },
    {
      row: row(
        "H'Nga Êban",
        "2002-02-11",
        "Nữ",
        "Ê-đê",
        "066302005518",
        {
          "Ngày giới thiệu": ago(620),
          "Ngày vào diện cảm tình": ago(600),
          "Ngày cấp GCN nhận thức": ago(420),
          "Ngày viết đơn": ago(190),
          "Ngày nghị quyết chi bộ": ago(30),
        },
        { "Số GCN nhận thức": "301/GCN" },
      ),
      steps: [
        helper(ago(600)),
        verified(ago(80)),
        opinion("massOrganisation", ago(60)),
        opinion("residenceCell", ago(55)),
        {
          kind: "returned",
          onDay: ago(3),
          documentNumber: null,
          data: { to: "cell", reason: "chưa có giấy giới thiệu của đảng viên thứ hai (Mẫu 3-KNĐ)" },
        },
      ],
    },
    {
      row: row(
        "Phạm Quốc Tuấn",
        "1996-11-03",
        "Nam",
        "Kinh",
        "066096007725",
        {
          "Ngày giới thiệu": ago(640),
          "Ngày vào diện cảm tình": ago(615),
          "Ngày cấp GCN nhận thức": ago(500),
          "Ngày viết đơn": ago(358),
        },
        { "Số GCN nhận thức": "167/GCN" },
      ),
      steps: [helper(ago(615)), verified(ago(70)), referred(ago(65)), opinion("massOrganisation", ago(40))],
    },
    {
      row: row(
        "Đặng Thu Thảo",
        "1999-07-19",
        "Nữ",
        "Kinh",
        "066199006632",
        {
          "Ngày giới thiệu": ago(1000),
          "Ngày vào diện cảm tình": ago(975),
          "Ngày cấp GCN nhận thức": ago(800),
          "Ngày viết đơn": ago(560),
          "Ngày nghị quyết chi bộ": ago(390),
          "Ngày nghị quyết đảng ủy cơ sở": ago(372),
          "Ngày trình cấp có thẩm quyền": ago(366),
          "Ngày quyết định kết nạp": ago(345),
          "Ngày lễ kết nạp": ago(326),
          "Ngày cấp GCN đảng viên mới": ago(120),
        },
        {
          "Số quyết định kết nạp": "548-QĐ/HU",
          "Số GCN nhận thức": "120/GCN",
          "Số GCN đảng viên mới": "44/ĐVM",
        },
      ),
      steps: [helper(ago(975))],
    },
    {
      row: row(
        "Y Thiên Byă",
        "1995-09-14",
        "Nam",
        "Ê-đê",
        "066095001147",
        {
          "Ngày giới thiệu": addMonths(addDays(today, 139), -62),
          "Ngày vào diện cảm tình": addMonths(addDays(today, 139), -61),
          "Ngày cấp GCN nhận thức": addMonths(addDays(today, 139), -60),
          "Ngày viết đơn": ago(140),
        },
        { "Số GCN nhận thức": "20/GCN", "Đoàn viên": "không" },
      ),
      steps: [
        helper(ago(700)),
        cv(ago(139)),
        referred(ago(60)),
        verified(ago(40)),
        opinion("massOrganisation", ago(25)),
        opinion("residenceCell", ago(22)),
      ],
    },
    {
      row: row("Vũ Đình Khang", "1996-03-30", "Nam", "Kinh", "066096009981", {
        "Ngày giới thiệu": ago(120),
        "Ngày vào diện cảm tình": ago(90),
      }),
      steps: [],
    },
    {
      row: row(
        "Lê Thị Bích Ngọc",
        "2001-12-05",
        "Nữ",
        "Kinh",
        "066301002266",
        {
          "Ngày giới thiệu": ago(400),
          "Ngày vào diện cảm tình": ago(380),
          "Ngày cấp GCN nhận thức": ago(95),
        },
        { "Số GCN nhận thức": "402/GCN", "Chuyên môn": "Cao đẳng" },
      ),
      steps: [helper(ago(380))],
    },
  ];
}

/** The story's people as an import file. */
export function storyTable(people: readonly StoryPerson[]): SeedTable {
  return { kind: "ho-so", fileName: "ho-so-phuoc-tho-2.csv", rows: people.map(({ row }) => row) };
}

const helper = (onDay: PlainDate): NewStep => ({
  kind: "helperAssigned",
  onDay,
  documentNumber: "05-NQ/CB",
  data: { name: HELPER, official: true, replacement: false },
});
const cv = (onDay: PlainDate): NewStep => ({ kind: "cvDeclared", onDay, documentNumber: null, data: {} });
const verified = (onDay: PlainDate): NewStep => ({
  kind: "verified",
  onDay,
  documentNumber: null,
  data: { result: "passed" },
});
const opinion = (from: "massOrganisation" | "residenceCell", onDay: PlainDate): NewStep => ({
  kind: "opinionCollected",
  onDay,
  documentNumber: null,
  data: { from },
});
const referred = (onDay: PlainDate): NewStep => ({
  kind: "referred",
  onDay,
  documentNumber: "12-NQ/ĐTN",
  data: {
    combination: "unionAndMember",
    referrers: [{ name: HELPER, official: true, monthsTogether: null }],
  },
});
