import { expect, test } from "vitest";
import { letterPaper } from "@/lib/briefings/export/letter";
import type { LetterPage } from "@/lib/briefings/queries/letters";
import { prepareParagraphs } from "@/lib/briefings/rules/edits";
import { writeLetter } from "@/lib/briefings/rules/letter/letter";
import { writeWord } from "@/lib/platform/documents/write-word";
import { textOfEntry } from "@/lib/platform/spreadsheet/archive";
import { aQuotaLine, someFacts } from "@/tests/support/letters";

const PARAGRAPHS = writeLetter(
  someFacts({ admitted: 57, quotas: [aQuotaLine({ value: 246 }, { people: 57 })], thisMonth: 4 }),
);

const aPage = (words: string | null, issuedOn: string | null): LetterPage => ({
  letter: {
    id: "0",
    unit: { id: 1, code: "EAP", name: "Đảng bộ xã Ea Phê" },
    month: "2024-05-01",
    asOf: "2024-05-31",
    state: issuedOn ? "issued" : "draft",
    documentNumber: issuedOn ? "12-BC/ĐU" : null,
    writtenByName: "Lan",
    writtenOn: "2024-06-01",
    issuedOn,
    issuedByName: issuedOn ? "Lan" : null,
    version: 1,
  },
  line: [
    { name: "Đảng bộ xã Ea Phê", kind: "BASE_COMMITTEE" },
    { name: "Đảng bộ huyện Krông Pắc", kind: "UPPER" },
  ],
  paragraphs: prepareParagraphs(
    PARAGRAPHS,
    words === null
      ? []
      : [{ paragraph: "standing", edition: 1, words, editedByName: "Lan", editedOn: "2024-06-01" }],
  ),
  today: "2024-06-02",
  mayWrite: false,
});
const wordsOf = async (page: LetterPage) => {
  const file = await writeWord(letterPaper(page));
  const xml = (await textOfEntry(file, "word/document.xml")) ?? "";
  const foot = (await textOfEntry(file, "word/footer1.xml")) ?? "";
  return `${xml} ${foot}`.replace(/<[^>]+>/g, "").replace(/\u00a0/g, " ");
};

test("a letter as it goes out: who writes, its number, each paragraph", async () => {
  const words = await wordsOf(aPage(null, "2024-06-03"));
  for (const told of [
    "ĐẢNG BỘ HUYỆN KRÔNG PẮC",
    "ĐẢNG ỦY XÃ EA PHÊ",
    "Số 12-BC/ĐU",
    "Ea Phê, ngày 03 tháng 6 năm 2024",
    "tình hình phát triển đảng viên tháng 5/2024",
    "Kết quả so với chỉ tiêu. ",
    "đã được 57 người, đạt 23,17 %, còn thiếu 189 người.",
    "Tháng 5/2024 kết nạp 4 người.",
    "T/M ĐẢNG ỦYBÍ THƯ",
  ])
    expect(words).toContain(told);
  expect(words).not.toContain("Số ghi tay");
  expect(words).not.toContain("Bản thảo");
});

test("a draft says that it is one, and what was changed by hand", async () => {
  const words = await wordsOf(aPage("Đã kết nạp 60 người.", null));
  expect(words).toContain("Đã kết nạp 60 người.");
  expect(words).toContain("Số ghi tay: 60");
  expect(words).toContain("Bản thảo, chưa phát hành.");
  expect(words).toContain("Số ………-BC/ĐU");
});
