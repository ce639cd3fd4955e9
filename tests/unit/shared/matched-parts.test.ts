import fc from "fast-check";
import { expect, test } from "vitest";
import { matchedParts } from "@/lib/shared/matched-parts";
import { normalise } from "@/lib/shared/vietnamese";

const marked = (text: string, typed: string): string =>
  matchedParts(text, typed)
    .map((part) => (part.matched ? `[${part.text}]` : part.text))
    .join("");

test.each([
  ["Đảng bộ xã Ea Phê", "ea phe", "Đảng bộ xã [Ea Phê]"],
  ["Đảng bộ xã Ea Phê", "dang", "[Đảng] bộ xã Ea Phê"],
  ["Chi bộ thôn Phước Thọ", "tho phuoc", "Chi bộ [thô]n [Phước] Thọ"],
  ["H'Hen Niê", "hhen", "[H]'[Hen] Niê"],
  ["Trường THCS", "xyz", "Trường THCS"],
  ["Trường THCS", "", "Trường THCS"],
])("in %s, what was typed (%s) is marked", (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});

test("the parts put together are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, typed) => {
      expect(
        matchedParts(text, typed)
          .map((part) => part.text)
          .join(""),
      ).toBe(normalise(text));
    }),
  );
});
