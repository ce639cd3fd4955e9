import { fold } from "@/lib/shared/vietnamese";
import { UNIT_KINDS, UNIT_TYPES, type UnitKind, type UnitType } from "./rules/kinds";

/** Loại tổ chức, as formats.md §1 writes it. */
export function kindLabel(kind: UnitKind): string {
  switch (kind) {
    case "CENTRAL":
      return "Trung ương";
    case "PROVINCE":
      return "Đảng bộ tỉnh";
    case "UPPER":
      return "Cấp trên trực tiếp cơ sở";
    case "BASE_COMMITTEE":
      return "Đảng bộ cơ sở";
    case "BASE_CELL":
      return "Chi bộ cơ sở";
    case "SECTION":
      return "Đảng bộ bộ phận";
    case "CELL":
      return "Chi bộ";
  }
}

/** Loại hình, as formats.md §1 writes it, with a capital for the screen. */
export function typeLabel(type: UnitType): string {
  switch (type) {
    case "COMMUNE":
      return "Xã";
    case "WARD":
      return "Phường";
    case "TOWNSHIP":
      return "Thị trấn";
    case "SPECIAL_ZONE":
      return "Đặc khu";
    case "HAMLET":
      return "Thôn/tổ dân phố";
    case "AGENCY":
      return "Cơ quan";
    case "PUBLIC_SERVICE":
      return "Đơn vị sự nghiệp";
    case "SCHOOL":
      return "Trường học";
    case "STATE_ENTERPRISE":
      return "Doanh nghiệp nhà nước";
    case "NON_STATE_ENTERPRISE":
      return "Doanh nghiệp ngoài nhà nước";
    case "COOPERATIVE":
      return "Hợp tác xã";
    case "ARMY":
      return "Quân đội";
    case "POLICE":
      return "Công an";
    case "OTHER":
      return "Khác";
  }
}

/** The kind that words of a file name, without regard to accents and case; null: none. */
export const parseKind = (words: string): UnitKind | null => KINDS.get(key(words)) ?? null;

/** The type that words of a file name, usual other names included; null: none. */
export const parseType = (words: string): UnitType | null => TYPES.get(key(words)) ?? null;

const OTHER_NAMES: Partial<Record<UnitType, string[]>> = {
  HAMLET: ["thôn", "tổ dân phố", "buôn", "bản", "ấp", "khu phố", "làng", "thôn, tổ dân phố"],
  AGENCY: ["cơ quan hành chính", "cơ quan đảng"],
  PUBLIC_SERVICE: ["đơn vị sự nghiệp công lập", "sự nghiệp"],
  SCHOOL: ["trường"],
  STATE_ENTERPRISE: ["DNNN", "công ty nhà nước"],
  NON_STATE_ENTERPRISE: ["doanh nghiệp tư nhân", "doanh nghiệp ngoài khu vực nhà nước", "DN ngoài nhà nước"],
  COOPERATIVE: ["HTX"],
};

const key = (words: string): string =>
  fold(words)
    .replace(/\s*\/\s*/g, "/")
    .trim()
    .replace(/\s+/g, " ");

const KINDS = new Map<string, UnitKind>(
  UNIT_KINDS.flatMap((kind): [string, UnitKind][] => [
    [key(kindLabel(kind)), kind],
    [key(kind), kind],
  ]),
);

const TYPES = new Map<string, UnitType>(
  UNIT_TYPES.flatMap((type): [string, UnitType][] =>
    [typeLabel(type), type, ...(OTHER_NAMES[type] ?? [])].map((words): [string, UnitType] => [
      key(words),
      type,
    ]),
  ),
);
