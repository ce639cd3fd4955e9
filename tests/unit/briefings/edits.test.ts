import { expect, test } from "vitest";
import {
  compareWords,
  type Edit,
  prepareParagraphs,
  type ShownPart,
  shownText,
} from "@/lib/briefings/rules/edits";
import { counted, type Paragraph, say } from "@/lib/briefings/rules/letter/parts";

const people = (value: number) => counted(value, { is: "tasks", unit: "EAP", group: "overdue" });
const PARAGRAPH: Paragraph = {
  key: "standing",
  sentences: [
    say`Đến ngày 04/05/2024 đã kết nạp ${people(57)} người.`,
    say`Còn thiếu ${people(1189)} người.`,
  ],
};
const marked = (parts: ShownPart[]) =>
  parts.flatMap((part) => (part.is === "byHand" ? [[part.typed, part.counted?.text ?? null]] : []));
const figures = (parts: ShownPart[]) =>
  parts.flatMap((part) => (part.is === "figure" ? [part.figure.value] : []));

test.each([
  ["as it was", "Đến ngày 04/05/2024 đã kết nạp 57 người. Còn thiếu 1.189 người.", [], [57, 1189]],
  ["other words", "Tới ngày 04/05/2024 ta đã kết nạp được 57 người. Thiếu 1.189 người nữa.", [], [57, 1189]],
  [
    "another number",
    "Đến ngày 04/05/2024 đã kết nạp 58 người. Còn thiếu 1.189 người.",
    [["58", "57"]],
    [1189],
  ],
  ["a number left out", "Đến ngày 04/05/2024 đã kết nạp 57 người.", [], [57]],
  [
    "a number that nobody counted",
    "Đến ngày 04/05/2024 đã kết nạp 57 người, có 12 nữ. Còn thiếu 1.189 người.",
    [["12", null]],
    [57, 1189],
  ],
  [
    "another day",
    "Đến ngày 05/05/2024 đã kết nạp 57 người. Còn thiếu 1.189 người.",
    [["05", "04"]],
    [57, 1189],
  ],
  [
    "two numbers exchanged",
    "Đến ngày 04/05/2024 đã kết nạp 1.189 người. Còn thiếu 57 người.",
    [
      ["1.189", "57"],
      ["57", "1.189"],
    ],
    [],
  ],
] as const)("%s", (_case, typed, byHand, kept) => {
  const parts = compareWords(PARAGRAPH, typed);
  expect(marked(parts)).toEqual(byHand);
  expect(figures(parts)).toEqual(kept);
  expect(shownText({ parts })).toBe(typed);
});

const edit = (edition: number, words: string | null): Edit => ({
  paragraph: "standing",
  edition,
  words,
  editedByName: "Lan",
  editedOn: "2024-05-05",
});

test("the latest edit stands, and one without words brings the counted text back", () => {
  const [first] = prepareParagraphs([PARAGRAPH], [edit(1, "Một"), edit(2, "Hai")]);
  expect(first && shownText(first)).toBe("Hai");
  const [back] = prepareParagraphs([PARAGRAPH], [edit(3, null), edit(1, "Một"), edit(2, "Hai")]);
  expect(back?.edit).toBeNull();
  expect(back && figures(back.parts)).toEqual([57, 1189]);
  expect(back?.history.map(({ edition }) => edition)).toEqual([3, 2, 1]);
});
