import type { Chance } from "./random";
import type { SeedTable } from "./tables";

/** A class of the demo world before it becomes a row of `lop`. */
export type SeedClass = {
  code: string;
  kind: "Nhận thức về Đảng" | "Đảng viên mới";
  name: string;
  organiser: string;
  from: string;
  to: string;
  form?: "Ban ngày" | "Buổi tối" | "Cuối tuần" | "Theo cụm";
  place?: string;
  size?: number;
};

export type SeedGrade = "Giỏi" | "Khá" | "Trung bình" | "Không đạt" | "Vắng";

/** The files `lop` and `hoc-vien` of one place. */
export function classTables(
  place: string,
  classes: readonly SeedClass[],
  learners: Record<string, string>[],
): SeedTable[] {
  return [
    { kind: "lop", fileName: `lop-${place}.csv`, rows: classes.map(classRow) },
    { kind: "hoc-vien", fileName: `hoc-vien-${place}.csv`, rows: learners },
  ];
}

function classRow({ code, kind, name, organiser, from, to, form, place, size }: SeedClass) {
  return {
    "Mã lớp": code,
    "Loại lớp": kind,
    "Tên lớp": name,
    "Mã đơn vị tổ chức": organiser,
    "Từ ngày": from,
    "Đến ngày": to,
    "Hình thức": form ?? "Ban ngày",
    "Địa điểm": place ?? "",
    "Sĩ số tối đa": size === undefined ? "" : String(size),
  };
}

/** The row of `hoc-vien` of somebody who stands in a row of `ho-so`, with the certificate that is there. */
export function learnerRow(
  code: string,
  person: Record<string, string>,
  grade: SeedGrade,
  certificate: "nhận thức" | "đảng viên mới",
): Record<string, string> {
  const column = (name: string) => person[name] ?? "";
  return {
    "Mã lớp": code,
    "Mã chi bộ": column("Mã chi bộ"),
    "Họ và tên": column("Họ và tên"),
    "Ngày sinh": column("Ngày sinh"),
    "Giới tính": column("Giới tính"),
    "Số định danh": column("Số định danh"),
    "Kết quả": grade,
    "Số GCN": column(`Số GCN ${certificate}`),
    "Ngày cấp GCN": column(`Ngày cấp GCN ${certificate}`),
  };
}

/** Believable grades of so many people who all passed. */
export function gradesOf(chance: Chance, count: number): SeedGrade[] {
  return Array.from({ length: count }, () =>
    chance.pick(["Giỏi", "Giỏi", "Khá", "Khá", "Khá", "Trung bình"] as const),
  );
}
