import { describe, expect, test } from "vitest";
import { kindLabel, parseKind, parseType, typeLabel } from "@/lib/organisation/labels";
import { UNIT_KINDS, UNIT_TYPES } from "@/lib/organisation/rules/kinds";

describe("words of a unit", () => {
  test.each(UNIT_KINDS)("the kind %s is read back from its own words", (kind) => {
    expect(parseKind(kindLabel(kind))).toBe(kind);
  });

  test.each(UNIT_TYPES)("the type %s is read back from its own words", (type) => {
    expect(parseType(typeLabel(type))).toBe(type);
  });

  test("accents, case and spaces do not matter", () => {
    expect(parseKind("  DANG BO co so ")).toBe("BASE_COMMITTEE");
    expect(parseKind("Cấp trên trực tiếp cơ sở".normalize("NFD"))).toBe("UPPER");
    expect(parseType("thôn / tổ dân phố")).toBe("HAMLET");
    expect(parseType("Tổ dân phố")).toBe("HAMLET");
    expect(parseType("doanh nghiep NGOAI nha nuoc")).toBe("NON_STATE_ENTERPRISE");
  });

  test("other words are none", () => {
    expect(parseKind("Đảng bộ huyện nhà")).toBeNull();
    expect(parseType("")).toBeNull();
  });
});
