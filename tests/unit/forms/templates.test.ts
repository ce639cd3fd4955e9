import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { TEMPLATES, templateBytes } from "@/lib/commands/form-templates";
import { fillTemplate } from "@/lib/forms/export/fill";
import { reviewTemplate } from "@/lib/forms/import/template";
import { FORMS, formsOn } from "@/lib/forms/rules/catalogue";
import { buildBlankRecord, buildRecord } from "@/lib/forms/rules/record";
import { checkArchive, textOfEntry } from "@/lib/platform/spreadsheet/archive";
import { A_LINE, someFacts } from "@/tests/support/forms";

const FOLDER = path.resolve("lib/forms/export/templates");
const fileOf = (id: string) => readFileSync(path.join(FOLDER, `${id}.docx`));

/** The words of a document, paragraph by paragraph. */
async function textsOf(file: Uint8Array): Promise<string> {
  const xml = (await textOfEntry(file, "word/document.xml")) ?? "";
  return xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
}

test("each form has its template, as it is written down", async () => {
  expect(TEMPLATES.map(({ id }) => id).toSorted()).toEqual(FORMS.map(({ id }) => id).toSorted());
  for (const template of TEMPLATES)
    expect(fileOf(template.id).equals(await templateBytes(template)), template.id).toBe(true);
});

test.each(FORMS.map(({ id }) => id))("%s would be taken from an office", async (id) => {
  expect(await reviewTemplate(fileOf(id))).toEqual([]);
});

test.each(formsOn("2025-07-15"))("$id of a full life has every field filled", async (form) => {
  const filled = await fillTemplate(fileOf(form.id), buildRecord(form, someFacts(), "2025-08-01"));
  const texts = await textsOf(filled);
  expect(texts).not.toMatch(/[{}]|null|undefined|NaN|\[object/);
  expect(texts).toMatch(/Nguyễn Thị Hường|NGUYỄN THỊ HƯỜNG/);
  expect(texts).toBe(texts.normalize("NFC"));

  const names = (await checkArchive(filled)).map(({ name }) => name);
  for (const name of names.filter((part) => part.endsWith(".xml"))) {
    const fonts = [...((await textOfEntry(filled, name)) ?? "").matchAll(/w:(?:ascii|hAnsi|cs)="([^"]+)"/g)];
    for (const [, font] of fonts) expect(font, name).toBe("Times New Roman");
  }
  expect(await textOfEntry(filled, "word/styles.xml")).toContain('w:ascii="Times New Roman"');
  expect(await textOfEntry(filled, "word/document.xml")).toContain(
    form.id.startsWith("cn-") ? 'w:w="16838" w:h="11906"' : 'w:w="11906" w:h="16838"',
  );
});

test("a decision says who, when, by which resolutions", async () => {
  const form = formsOn("2024-06-12").find(({ id }) => id === "9-knd");
  if (!form) throw new Error("no 9-knd");
  const texts = await textsOf(
    await fillTemplate(fileOf("9-knd"), buildRecord(form, someFacts(), "2025-08-01")),
  );
  for (const words of [
    "(Mẫu 9-KNĐ)",
    "Số 83-QĐ/HU",
    "Xét Nghị quyết số 07-NQ/CB ngày 03 tháng 5 năm 2024 của Chi bộ thôn Phước Thọ 2",
    "BAN THƯỜNG VỤ HUYỆN ỦY KRÔNG PẮC",
  ])
    expect(texts).toContain(words);
});

test("what is typed into a name stays text", async () => {
  const form = formsOn("2024-06-12").find(({ id }) => id === "6-knd");
  if (!form) throw new Error("no 6-knd");
  const facts = someFacts();
  const person = { ...facts.person, name: `H'Hen <w:br/> & "Niê" {so_quyet_dinh}` };
  const filled = await fillTemplate(fileOf("6-knd"), buildRecord(form, someFacts({ person }), "2025-08-01"));
  const xml = (await textOfEntry(filled, "word/document.xml")) ?? "";
  expect(xml).toContain("H&apos;Hen &lt;w:br/&gt; &amp; &quot;Niê&quot;");
  expect(xml).toContain("{so_quyet_dinh}");
});

test("a blank form names its units and no person", async () => {
  for (const form of formsOn("2025-07-15")) {
    const texts = await textsOf(
      await fillTemplate(fileOf(form.id), buildBlankRecord(form, A_LINE, "2025-08-01")),
    );
    expect(texts, form.id).not.toMatch(/[{}]|null|undefined|Hường/);
  }
});
