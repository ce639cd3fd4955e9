import { describe, expect, test } from "vitest";
import type { Paper } from "@/lib/platform/documents/paper";
import { writePdf } from "@/lib/platform/documents/write-pdf";
import { writeWord } from "@/lib/platform/documents/write-word";
import { partOf } from "@/tests/support/archive";

const PAPER: Paper = {
  name: "Danh sách",
  orientation: "landscape",
  head: {
    left: [{ text: "TỈNH ỦY QUẢNG BÌNH" }, { text: "BAN TỔ CHỨC", bold: true }],
    centre: [{ text: "THỐNG KÊ ĐẢNG VIÊN MỚI KẾT NẠP", bold: true }],
    right: [{ text: "Biểu số 2-BTCTW" }],
  },
  title: [{ text: "DANH SÁCH", bold: true }],
  blocks: [
    { is: "heading", text: "I. Tổng số" },
    {
      is: "paragraph",
      text: [{ text: "Đồng chí " }, { text: "Nguyễn Thị Thủy", bold: true }],
      firstLine: true,
    },
    { is: "list", items: ["một", "hai"] },
    {
      is: "table",
      table: {
        columns: [{ width: 1 }, { width: 3 }, { width: 1, align: "right" }],
        head: [
          [
            { text: "STT", rowSpan: 2 },
            { text: "Người", colSpan: 2 },
          ],
          [{ text: "Họ tên" }, { text: "Số" }],
        ],
        body: [[{ text: "1" }, { text: "=1+1 <b>\u0001&", indent: 1 }, { text: "193" }]],
      },
    },
    { is: "pageBreak" },
    { is: "paragraph", text: "Trang hai" },
  ],
  signatures: [
    { above: [{ text: "NGƯỜI LẬP BIỂU", bold: true }] },
    { above: [{ text: "TRƯỞNG BAN", bold: true }], below: [{ text: "Đỗ Ước" }] },
  ],
  seal: { png: tinyPng(), caption: "Tra cứu" },
  foot: "Biểu số 2-BTCTW",
};

describe("Word", () => {
  test("holds every text as text, accents and all, A4 across", async () => {
    const xml = partOf(await writeWord(PAPER), "word/document.xml");
    expect(xml).toContain("NGƯỜI LẬP BIỂU");
    expect(xml).toContain("Nguyễn Thị Thủy");
    expect(xml).toContain("=1+1 &lt;b&gt;&amp;");
    expect(xml).toMatch(/w:pgSz [^>]*w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(xml).not.toContain("instrText");
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });
});

describe("PDF", () => {
  test("is one, with its font inside", async () => {
    const bytes = Buffer.from(await writePdf(PAPER)).toString("latin1");
    expect(bytes.startsWith("%PDF-")).toBe(true);
    expect(bytes).toContain("Tinos");
    expect(bytes).toMatch(/\/FontFile2/);
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(bytes).toMatch(/MediaBox \[0 0 841\.89 595\.28\]/);
  });
});

function tinyPng(): Uint8Array {
  return Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  );
}
