import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
} from "@/lib/people/labels";
import type { Education, Occupation, Profession, Religion } from "@/lib/people/rules";
import { closeReasonLabel } from "@/lib/pipeline/labels/words";
import type { CloseReason } from "@/lib/pipeline/rules/step";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { countByWords, nameListDay, nameListTitle } from "../labels/official";
import type { ListedMember, NameList, NameListReport } from "../rules/name-list";
import type { Form } from "./form";
import { generated, headOf, signedBy } from "./official";

type Sized = Column & { width: number };

/** A list as it is printed, A4 across; ethnicity and religion stand there as the form asks, with the names. */
export function nameListForm(report: NameListReport): Form {
  const { list, people, ofAll } = report;
  const columns = columnsOf(list);
  return {
    name: nameListTitle(list),
    ...headOf(report, { formNumber: "", title: nameListTitle(list), document: "" }),
    right: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
    columns: columns.map(({ column }) => column),
    numbering: [],
    rows: people.map((person, place) => columns.map(({ cell }) => cell(person, place))),
    levels: people.map(() => 1),
    indented: -1,
    notes: [
      ofAll
        ? `Tổng số đoàn viên ưu tú được kết nạp Đảng / tổng số đảng viên mới kết nạp trong toàn Đảng bộ: ${formatNumber(ofAll.numerator)}/${formatNumber(ofAll.denominator)} (đạt tỷ lệ ${formatPercent(ofAll.percent)}).`
        : `Cộng: ${formatNumber(report.count)} người.`,
      `Tính kết nạp theo ${countByWords(report.countBy)}. Lập lúc ${generated(report)}.`,
    ],
    signatures: list === "unionMembers" ? SIGNED_WITH_UNION : signedBy(report),
  };
}

/** The same for machines: without ethnicity and religion (domain.md §9). */
export function nameListTable({ list, people }: NameListReport): { columns: Column[]; rows: Cell[][] } {
  const columns = columnsOf(list).filter(({ sensitive }) => !sensitive);
  return {
    columns: columns.map(({ column }) => column),
    rows: people.map((person, place) => columns.map(({ cell }) => cell(person, place))),
  };
}

/** A list as JSON: without ethnicity and religion. */
export type NameListAnswer = Omit<NameListReport, "people"> & {
  people: Omit<ListedMember, "ethnicity" | "religion">[];
};

/** The same as JSON, for machines too. */
export const nameListAnswer = (report: NameListReport): NameListAnswer => ({
  ...report,
  people: report.people.map(({ ethnicity: _ethnicity, religion: _religion, ...person }) => person),
});

const SIGNED_WITH_UNION = [
  [" ", "BAN TỔ CHỨC", "(Ký, đóng dấu, ghi rõ họ tên)"],
  ["Ngày …… tháng …… năm ………", "T/M BAN THƯỜNG VỤ ĐOÀN", "(Ký, đóng dấu, ghi rõ họ tên)"],
];

type ListColumn = {
  column: Sized;
  cell: (person: ListedMember, place: number) => Cell;
  sensitive?: boolean;
};

const text = (title: string, width: number, cell: (person: ListedMember) => string | null): ListColumn => ({
  column: { title, kind: "text", width },
  cell,
});
const day = (title: string, cell: (person: ListedMember) => string | null): ListColumn => ({
  column: { title, kind: "day", width: 13 },
  cell,
});

const born = ({ birthDate, birthYear }: ListedMember): string =>
  birthDate ? formatDay(birthDate) : String(birthYear);

function columnsOf(list: NameList): ListColumn[] {
  return [
    { column: { title: "STT", kind: "number", width: 7 }, cell: (_, place) => place + 1 },
    text("Họ và tên", 22, ({ name }) => name),
    text("Ngày sinh: Nam", 13, (person) => (person.sex === "female" ? "" : born(person))),
    text("Ngày sinh: Nữ", 13, (person) => (person.sex === "female" ? born(person) : "")),
    { ...text("Dân tộc", 10, ({ ethnicity }) => ethnicityLabel(ethnicity)), sensitive: true },
    {
      ...text("Tôn giáo", 10, ({ religion }) => religionLabel(religion as Religion | null)),
      sensitive: true,
    },
    text("Học vấn", 8, ({ education }) => educationLabel(education as Education | null)),
    text("Chuyên môn", 10, ({ profession }) => professionLabel(profession as Profession | null)),
    text("Chức vụ, nghề nghiệp", 22, ({ occupation }) => occupationLabel(occupation as Occupation | null)),
    text("Chi bộ", 22, ({ unit }) => unit),
    text("Đảng bộ", 22, ({ above }) => above),
    ...ownColumns(list),
  ];
}

function ownColumns(list: NameList): ListColumn[] {
  switch (list) {
    case "admitted":
    case "readmitted":
    case "unionMembers":
      return [
        text("Số quyết định", 12, ({ decisionNumber }) => decisionNumber),
        day("Ngày quyết định", ({ decidedOn }) => decidedOn),
        day("Ngày lễ kết nạp", ({ admittedOn }) => admittedOn),
      ];
    case "leavers":
      return [
        day(nameListDay(list), (person) => person.day),
        text(
          "Lý do",
          14,
          ({ closedReason }) => closedReason && closeReasonLabel(closedReason as CloseReason),
        ),
      ];
    default:
      return [
        day("Ngày lễ kết nạp", ({ admittedOn }) => admittedOn),
        day(nameListDay(list), (person) => person.day),
      ];
  }
}
