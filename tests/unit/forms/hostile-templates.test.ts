import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { reviewTemplate } from "@/lib/forms/import/template";
import { templateFaultSentence } from "@/lib/forms/labels";
import { aWordFile, aZip, linkedOutside } from "@/tests/support/forms";

const kinds = async (file: Uint8Array | Promise<Uint8Array>) =>
  (await reviewTemplate(await file)).map(({ is }) => is);

test("an honest template of an office is taken", async () => {
  const file = await aWordFile([
    "Kính gửi {noi_bao_cao}",
    "Quần chúng {ho_ten}, {ngay_chi_bo_hop}",
    "{#ds_giup_do}{ten}, giúp đỡ {ho_ten} từ {tu_ngay}{/ds_giup_do}",
  ]);
  expect(await reviewTemplate(file)).toEqual([]);
});

test("a field that Word tore apart is still one field", async () => {
  const torn = "<w:p><w:r><w:t>{ho</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_ten}</w:t></w:r></w:p>";
  const file = await aWordFile([], {
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${torn}</w:body></w:document>`,
  });
  expect(await reviewTemplate(file)).toEqual([]);
});

test("an unknown field is named with the nearest known one", async () => {
  const faults = await reviewTemplate(
    await aWordFile(["{ho_tenn} {tuoi_dang} {#ds_giupdo}{ten}{/ds_giupdo}"]),
  );
  expect(faults.map(templateFaultSentence)).toEqual([
    "Không có trường {ho_tenn}. Gần nhất là {ho_ten}.",
    "Không có trường {tuoi_dang}. Hãy xem danh sách các trường.",
    "Không có danh sách {#ds_giupdo}. Gần nhất là {#ds_giup_do}.",
    "Không có trường {ten}. Hãy xem danh sách các trường.",
  ]);
});

test("a field of a list does not stand outside it", async () => {
  expect(await kinds(aWordFile(["{tu_ngay}"]))).toEqual(["unknownField"]);
});

test.each([["{ho_ten"], ["{#ds_giup_do}{ten}"], ["{/ds_giup_do}"], ["{}"]])(
  "braces that do not close are told: %s",
  async (text) => {
    const found = await kinds(aWordFile([text]));
    expect(found.length).toBeGreaterThan(0);
    expect(["braces", "unknownField"]).toContain(found[0]);
  },
);

test.each([
  ["an empty file", new Uint8Array(), "notWord"],
  ["text", new TextEncoder().encode("Tôi là mẫu"), "notWord"],
  ["an old .doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "notWord"],
  ["a torn archive", new TextEncoder().encode("PK\u0003\u0004 và thôi"), "damaged"],
])("%s is no template", async (_name, file, is) => {
  expect(await kinds(file)).toEqual([is]);
});

test("a spreadsheet is no Word file", async () => {
  const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
  expect(await kinds(aZip([["[Content_Types].xml", types]]))).toEqual(["notWord"]);
  expect(await kinds(aZip([["word/document.xml", "<w:document/>"]]))).toEqual(["notWord"]);
});

test("macros are refused, by content type and by part", async () => {
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  expect(await kinds(aWordFile(["{ho_ten}"], { "[Content_Types].xml": types }))).toEqual(["macros"]);
  expect(await kinds(aWordFile(["{ho_ten}"], { "word/vbaProject.bin": "x" }))).toEqual(["macros"]);
});

test.each([
  ["attachedTemplate", "https://ke-xau.example/mau.dotm"],
  ["image", "file:///c:/anh.png"],
  ["hyperlink", "https://ke-xau.example"],
  ["oleObject", "\\\\may-la\\tep"],
])("a relationship of kind %s that leads outside is refused", async (type, target) => {
  expect(await kinds(aWordFile(["{ho_ten}"], linkedOutside(type, target)))).toEqual(["externalLink"]);
});

test("a link outside in other quotes, or without its mode, is refused too", async () => {
  const rels = (of: string) => ({ "word/_rels/settings.xml.rels": `<Relationships>${of}</Relationships>` });
  const outside = [
    "<Relationship Id='a' TargetMode = 'external' Target='x'/>",
    '<Relationship Id="a" Target="http://ke-xau.example/x"/>',
    '<Relationship Id="a" Target="//may-la/x"/>',
  ];
  for (const of of outside)
    expect(await kinds(aWordFile(["{ho_ten}"], rels(of))), of).toEqual(["externalLink"]);
});

test.each([
  ['<w:fldSimple w:instr="INCLUDEPICTURE https://ke-xau.example/a.png"/>'],
  ["<w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r>"],
  ["<w:r><w:instrText>INCL</w:instrText></w:r><w:r><w:instrText>UDETEXT x</w:instrText></w:r>"],
])("a Word field that fetches something is refused: %s", async (part) => {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${part}</w:p></w:body></w:document>`;
  expect(await kinds(aWordFile([], { "word/document.xml": document }))).toEqual(["externalLink"]);
});

test("entities, embedded files and doubled parts are refused", async () => {
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>';
  expect(await kinds(aWordFile([], { "word/document.xml": entity }))).toEqual(["damaged"]);
  expect(await kinds(aWordFile(["{ho_ten}"], { "word/embeddings/a.xlsx": "x" }))).toEqual(["embedded"]);
  const parts = [
    ["word/document.xml", "<w:document/>"],
    ["word/Document.xml", "<w:document/>"],
  ] as const;
  expect(await kinds(aZip(parts))).toEqual(["damaged"]);
});

test("a file of more than 1 MB is not even opened", async () => {
  expect(await kinds(new Uint8Array(1024 * 1024 + 1))).toEqual(["tooLarge"]);
});

test("an archive that inflates far beyond its size is refused, claimed or not", async () => {
  const big = "<w:p/>".repeat(4_000_000);
  expect(await kinds(aWordFile([], { "word/document.xml": big }))).toEqual(["bomb"]);
  expect(deflateRawSync(Buffer.from(big)).length).toBeLessThan(1024 * 1024);
});
