import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { CloseReason } from "@/lib/pipeline/rules/step";
import { addMonths, formatDay, type PlainDate } from "@/lib/shared/days";

/** A person admitted, as far as we hold what the national member database asks for. */
export type HandedOver = {
  candidateId: string;
  name: string;
  sex: "male" | "female" | null;
  birthDate: PlainDate | null;
  birthYear: number;
  ethnicity: string | null;
  religion: string | null;
  /** In full in a file alone; on a page whether it is there. */
  citizenNumber: string | null;
  unit: { code: string; name: string };
  admittedOn: PlainDate | null;
  recognisedOn: PlainDate | null;
  closedOn: PlainDate | null;
  closedReason: CloseReason | null;
};

/**
 * The columns of domain.md §5.2 in their order, with their names. Of its 33 it names these 28. `kept: false`:
 * nothing of the kind is stored here, so it comes from the dossier on paper.
 */
export const HAND_OVER_COLUMNS = [
  { key: "place", title: "STT", required: false, kept: true },
  { key: "id", title: "ID", required: false, kept: false },
  { key: "name", title: "Họ và tên", required: true, kept: true },
  { key: "otherName", title: "Tên gọi khác", required: false, kept: false },
  { key: "sex", title: "Giới tính", required: true, kept: true },
  { key: "birth", title: "Sinh ngày", required: true, kept: true },
  { key: "ethnicity", title: "Dân tộc", required: true, kept: true },
  { key: "religion", title: "Tôn giáo", required: true, kept: true },
  { key: "citizenNumber", title: "Số định danh cá nhân", required: true, kept: true },
  { key: "card", title: "Số thẻ Đảng", required: true, kept: false },
  { key: "cardPlace", title: "Nơi cấp thẻ", required: false, kept: false },
  { key: "cardDay", title: "Ngày cấp thẻ", required: false, kept: false },
  { key: "oldCard", title: "Số thẻ theo QĐ 85", required: false, kept: false },
  { key: "unit", title: "Tổ chức đảng đang sinh hoạt", required: true, kept: true },
  { key: "birthCountry", title: "Nơi đăng ký khai sinh: Quốc gia", required: true, kept: false },
  { key: "birthProvince", title: "Nơi đăng ký khai sinh: Tỉnh", required: true, kept: false },
  { key: "birthDetail", title: "Nơi đăng ký khai sinh: Chi tiết", required: true, kept: false },
  { key: "homeCountry", title: "Quê quán theo mô hình 2 cấp: Quốc gia", required: true, kept: false },
  { key: "homeProvince", title: "Quê quán theo mô hình 2 cấp: Tỉnh", required: true, kept: false },
  { key: "homeDetail", title: "Quê quán theo mô hình 2 cấp: Chi tiết", required: true, kept: false },
  { key: "addressCountry", title: "Thường trú theo mô hình 2 cấp: Quốc gia", required: true, kept: false },
  { key: "addressProvince", title: "Thường trú theo mô hình 2 cấp: Tỉnh", required: true, kept: false },
  { key: "addressDetail", title: "Thường trú theo mô hình 2 cấp: Chi tiết", required: true, kept: false },
  { key: "admittedOn", title: "Ngày vào Đảng", required: true, kept: true },
  { key: "recognisedOn", title: "Ngày vào Đảng chính thức", required: true, kept: true },
  { key: "oldIdentity", title: "Số CMND cũ", required: false, kept: false },
  { key: "state", title: "Trạng thái hoạt động", required: false, kept: true },
  { key: "leftOn", title: "Ngày rời khỏi/mất/miễn SHĐ", required: false, kept: true },
] as const satisfies readonly { key: string; title: string; required: boolean; kept: boolean }[];

export type HandOverColumn = (typeof HAND_OVER_COLUMNS)[number];

/**
 * The required columns without a value. The official day is not missing while the probation runs, nor for who left
 * before its end.
 */
export function missingOf(person: HandedOver, today: PlainDate): HandOverColumn[] {
  return HAND_OVER_COLUMNS.filter(
    ({ key, required, kept }) => required && (!kept || (lacks(person, key) && !isEarly(person, key, today))),
  );
}

/** Of what is missing, what can be completed here. */
export const completable = (columns: readonly HandOverColumn[]): HandOverColumn[] =>
  columns.filter(({ kept }) => kept);

/** A birth year alone is no birth day. */
function lacks(person: HandedOver, key: HandOverColumn["key"]): boolean {
  switch (key) {
    case "sex":
      return person.sex === null;
    case "birth":
      return person.birthDate === null;
    case "ethnicity":
      return person.ethnicity === null;
    case "religion":
      return person.religion === null;
    case "citizenNumber":
      return person.citizenNumber === null;
    case "admittedOn":
      return person.admittedOn === null;
    case "recognisedOn":
      return person.recognisedOn === null;
    default:
      return false;
  }
}

function isEarly(
  { admittedOn, closedOn }: HandedOver,
  key: HandOverColumn["key"],
  today: PlainDate,
): boolean {
  if (key !== "recognisedOn") return false;
  return (
    closedOn !== null ||
    admittedOn === null ||
    addMonths(admittedOn, rulebookOn(today).probationMonths) > today
  );
}

/** "12/08/1998", or "1998" where no day is known. */
export const birthText = ({ birthDate, birthYear }: Pick<HandedOver, "birthDate" | "birthYear">): string =>
  birthDate ? formatDay(birthDate) : String(birthYear);
