import type { Chance } from "./random";

/** A unit of the demo world before it becomes a row of `don-vi`. */
export type SeedUnit = {
  code: string;
  name: string;
  kind:
    | "Trung ương"
    | "Đảng bộ tỉnh"
    | "Cấp trên trực tiếp cơ sở"
    | "Đảng bộ cơ sở"
    | "Chi bộ cơ sở"
    | "Chi bộ";
  parent: string;
  type?: string;
  decides?: boolean;
};

/** The row of `don-vi` that makes this unit. */
export function unitRow({
  code,
  name,
  kind,
  parent,
  type = "",
  decides = false,
}: SeedUnit): Record<string, string> {
  return {
    "Mã đơn vị": code,
    "Tên đơn vị": name,
    "Loại tổ chức": kind,
    "Mã đơn vị cấp trên": parent,
    "Loại hình": type,
    "Quyết định kết nạp": decides ? "có" : "",
  };
}

/** The row of `so-luong-dang-vien`: the whole subtree on a day, with a usual breakdown. */
export function headcountRow(
  chance: Chance,
  code: string,
  day: string,
  total: number,
): Record<string, string> {
  const part = (low: number, high: number) => String(Math.round((total * chance.between(low, high)) / 100));
  return {
    "Mã đơn vị": code,
    Ngày: day,
    "Tổng số đảng viên": String(total),
    Nữ: part(30, 44),
    "Dân tộc thiểu số": part(8, 24),
    "Tôn giáo": part(1, 6),
    "Đoàn viên": part(10, 22),
    "Dự bị": part(2, 5),
  };
}

/** Cells of a base committee, numbered `CODE-01` …; the first ones carry the given names. */
export function cellsOf(base: SeedUnit, named: { name: string; type: string }[], count: number): SeedUnit[] {
  const cells = [...named];
  for (let number = 1; cells.length < count; number++) {
    cells.push({ name: `Chi bộ thôn ${number}`, type: "thôn/tổ dân phố" });
  }
  return cells.slice(0, count).map(({ name, type }, place) => ({
    code: `${base.code}-${String(place + 1).padStart(2, "0")}`,
    name,
    kind: "Chi bộ",
    parent: base.code,
    type,
  }));
}
