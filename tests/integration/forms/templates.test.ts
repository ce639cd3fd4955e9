import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { replaceTemplate, withdrawTemplate } from "@/lib/forms/actions";
import { loadBlankForm, loadForm, loadForms, loadTemplate } from "@/lib/forms/queries/catalogue";
import { loadCandidateForms, loadDecisionsOf, loadFilledForm } from "@/lib/forms/queries/dossier";
import { textOfEntry } from "@/lib/platform/spreadsheet/archive";
import { initialFormState } from "@/lib/shared/form-state";
import { aWordFile } from "@/tests/support/forms";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens: Record<string, string> = {};
let candidateId = "";
let unitId = 0;

beforeAll(async () => {
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn(
      "ho-so",
      aFile(
        ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Ngày nghị quyết chi bộ"],
        ["A-1", "Trần Thị Riêng", "12/08/1998", "Nữ", "20/02/2022", "03/05/2024"],
      ),
    );
  });
  await asOperator(() =>
    withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      unitId = await unit("A");
      for (const [name, role, code] of [
        ["cell", "cellSecretary", "A-1"],
        ["beside", "cellSecretary", "A-2"],
        ["base", "baseOfficer", "A"],
        ["otherBase", "baseOfficer", "B"],
        ["upper", "upperOfficer", "H"],
        ["viewer", "viewer", "H"],
        ["accounts", "accountAdmin", "H"],
      ] as const)
        tokens[name] = await givenOfficer(scope, name, role, await unit(code));
      candidateId = (await scope.db.candidate.findFirstOrThrow()).id;
    }),
  );
});

const as = <T>(name: string, run: () => Promise<T>) => actAs(tokens[name] ?? "", run);

/** Sends a template that says one thing besides the name. */
async function replace(name: string, says: string, fromDay: string, form = "6-knd") {
  const file = Buffer.from(await aWordFile([`${says} {ho_ten}`])).toString("base64");
  return as(name, () =>
    replaceTemplate(initialFormState, aForm({ form, fromDay, fileName: "mẫu của xã.docx", file })),
  );
}
const printed = async (name: string, form = "6-knd") => {
  const { bytes, name: fileName } = await as(name, () => loadFilledForm(candidateId, form));
  const xml = (await textOfEntry(bytes, "word/document.xml")) ?? "";
  return { fileName, words: xml.replace(/<[^>]+>/g, "") };
};

const logged = () =>
  asOperator(() =>
    withScope("audit.read", ({ db }) => db.auditEvent.count({ where: { action: "printForm" } })),
  );

test("a form is printed from the default template, named without the person, and logged", async () => {
  const { fileName, words } = await printed("cell");
  expect(words).toContain("Trần Thị Riêng");
  expect(words).toContain("CHI BỘ THÔN 1");
  expect(fileName).toBe(`6-knd-${candidateId.slice(0, 8)}-2024-05-03.docx`);
  const events = await asOperator(() =>
    withScope("audit.read", ({ db }) => db.auditEvent.findMany({ where: { action: "printForm" } })),
  );
  expect(events).toMatchObject([{ tableName: "candidate", rowId: candidateId, change: '{"form": "6-knd"}' }]);
});

test("who sees people masked, or nothing of the dossier, prints nothing", async () => {
  await expect(printed("viewer")).rejects.toThrow(NOT_FOUND);
  expect(await as("viewer", () => loadCandidateForms(candidateId))).toBeNull();
  await expect(as("viewer", () => loadForms())).rejects.toThrow(NOT_FOUND);
  for (const name of ["beside", "otherBase", "accounts"])
    await expect(printed(name), name).rejects.toThrow(NOT_FOUND);
  await expect(printed("cell", "no-such-form")).rejects.toThrow(NOT_FOUND);
});

test("an unfit template is refused with its fault; the day that was typed comes back, the file does not", async () => {
  const file = Buffer.from(await aWordFile(["{ho_tenn}"])).toString("base64");
  const answer = await as("base", () =>
    replaceTemplate(
      initialFormState,
      aForm({ form: "6-knd", fromDay: "31/02/2024", fileName: "a.docx", file }),
    ),
  );
  expect(answer.fieldErrors).toEqual({ fromDay: ["Dùng từ ngày: không có ngày 31/02/2024."] });
  expect(answer.values).toEqual({ form: "6-knd", fromDay: "31/02/2024", fileName: "a.docx" });
  const unknown = await as("base", () =>
    replaceTemplate(
      initialFormState,
      aForm({ form: "6-knd", fromDay: "01/01/2024", fileName: "a.docx", file }),
    ),
  );
  expect(unknown.fieldErrors).toEqual({ file: ["Không có trường {ho_tenn}. Gần nhất là {ho_ten}."] });
  expect(unknown.values.file).toBeUndefined();
});

test("the nearest unit's template of the document's day is used", async () => {
  expect((await replace("upper", "MẪU HUYỆN", "01/01/2024")).done).not.toBeNull();
  expect((await printed("cell")).words).toBe("MẪU HUYỆN Trần Thị Riêng");
  expect((await replace("base", "MẪU XÃ", "04/05/2024")).done).not.toBeNull();
  expect((await printed("cell")).words).toBe("MẪU HUYỆN Trần Thị Riêng");
  expect((await replace("base", "MẪU XÃ SỚM", "03/05/2024")).done).not.toBeNull();
  expect((await printed("cell")).words).toBe("MẪU XÃ SỚM Trần Thị Riêng");
  expect((await replace("otherBase", "MẪU XÃ KHÁC", "01/01/2020")).done).not.toBeNull();
  expect((await printed("upper")).words).toBe("MẪU XÃ SỚM Trần Thị Riêng");
});

test("a template of the same day gives way to the new one", async () => {
  expect((await replace("base", "MẪU XÃ SỬA", "03/05/2024")).done).not.toBeNull();
  expect((await printed("cell")).words).toBe("MẪU XÃ SỬA Trần Thị Riêng");
  const rows = await asOperator(() =>
    withScope("candidate.read", ({ db }) => db.formTemplate.findMany({ where: { unitId } })),
  );
  expect(rows.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(2);
});

test("templates are seen by those beneath their unit and above it, not beside", async () => {
  const seen = (name: string) => as(name, () => loadForm("6-knd"));
  expect((await seen("cell")).templates.map(({ unitName }) => unitName)).toEqual([
    "Đảng bộ xã A",
    "Đảng bộ xã A",
    "Đảng bộ huyện H",
  ]);
  const [first] = (await seen("cell")).templates;
  const theirs = await seen("otherBase");
  expect(theirs.templates.map(({ unitName }) => unitName)).toEqual(["Đảng bộ xã B", "Đảng bộ huyện H"]);
  await expect(as("otherBase", () => loadTemplate("6-knd", first?.id ?? ""))).rejects.toThrow(NOT_FOUND);

  const rows = (name: string) =>
    as(name, () => withScope("self", ({ db }) => db.formTemplate.findMany({ select: { unitId: true } })));
  expect((await rows("otherBase")).map((row) => row.unitId)).not.toContain(unitId);
  expect((await rows("cell")).map((row) => row.unitId)).toContain(unitId);
  expect(await rows("accounts")).toEqual([]);
});

test("only committees replace and withdraw, each its own", async () => {
  await expect(replace("cell", "MẪU CHI BỘ", "01/01/2024")).rejects.toThrow(NOT_FOUND);
  const [template] = (await as("base", () => loadForm("6-knd"))).templates;
  const form = () => aForm({ templateId: template?.id ?? "", version: String(template?.version ?? 0) });
  await expect(as("otherBase", () => withdrawTemplate(initialFormState, form()))).rejects.toThrow(NOT_FOUND);
  expect((await as("base", () => withdrawTemplate(initialFormState, form()))).done).not.toBeNull();
  const write = () =>
    withScope(
      "form.replace",
      ({ db }) => db.$executeRaw`UPDATE form_template SET form = 'x' WHERE unit_id = ${unitId}`,
    );
  expect(await as("otherBase", write)).toBe(0);
  const remove = () => withScope("form.replace", ({ db }) => db.$executeRaw`DELETE FROM form_template`);
  await expect(as("base", remove)).rejects.toThrow(/permission denied/);
});

test("every form of the catalogue is there blank, and the list says whose template holds", async () => {
  const { forms, mayReplace } = await as("cell", () => loadForms());
  expect(mayReplace).toBe(false);
  for (const { id } of forms) {
    const { bytes, name } = await as("cell", () => loadBlankForm(id));
    expect(bytes.length).toBeGreaterThan(500);
    expect(name).toBe(`${id}-trong.docx`);
  }
  expect(forms.find(({ id }) => id === "6-knd")?.own?.unitName).toBe("Đảng bộ xã A");
  expect(forms.find(({ id }) => id === "9-knd")?.own).toBeNull();
});

test("the decisions of a day come one for each, only of one's own range, and each is logged", async () => {
  await asOperator(() =>
    bringIn(
      "ho-so",
      aFile(
        [
          ...["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Kết nạp lại"],
          ...["Số quyết định kết nạp", "Ngày quyết định kết nạp"],
        ],
        ["A-1", "Lê Thị Hai", "12/08/1990", "Nữ", "20/02/2022", "", "90-QĐ/HU", "12/06/2024"],
        ["A-2", "Vũ Thị Ba", "12/08/1991", "Nữ", "20/02/2022", "có", "9-QĐ/HU", "12/06/2024"],
        ["B-1", "Ngô Thị Bốn", "12/08/1992", "Nữ", "20/02/2022", "", "91-QĐ/HU", "12/06/2024"],
        ["B-1", "Ngô Thị Năm", "12/08/1993", "Nữ", "20/02/2022", "", "92-QĐ/HU", "13/06/2024"],
      ),
    ),
  );
  const before = await logged();
  const files = await as("upper", () => loadDecisionsOf("2024-06-12"));
  expect(files.map(({ name }) => name.replace(/-[0-9a-f]{8}\.docx$/, ""))).toEqual([
    "9-qd-hu",
    "90-qd-hu",
    "91-qd-hu",
  ]);
  const words = await Promise.all(
    files.map(async ({ bytes }) => (await textOfEntry(bytes, "word/document.xml"))?.replace(/<[^>]+>/g, "")),
  );
  expect(words[0]).toContain("Kết nạp lại quần chúng Vũ Thị Ba");
  expect(words[1]).toContain("Kết nạp quần chúng Lê Thị Hai");
  expect((await logged()) - before).toBe(3);
  expect(await as("cell", () => loadDecisionsOf("2024-06-12"))).toHaveLength(1);
  expect(await as("upper", () => loadDecisionsOf("2024-06-14"))).toEqual([]);
});

test("a unit that moves keeps its templates within reach, one with templates is not empty", async () => {
  const [header = []] = UNITS;
  await asOperator(() =>
    bringIn("don-vi", aFile(header, ["0-A", "Đảng bộ xã 0", "Đảng bộ cơ sở", "H", "xã", ""])),
  );
  await asOperator(() =>
    withScope("organisation.change", async ({ db }) => {
      const before = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
      await db.$queryRaw`SELECT sec.renumber_units()::text`;
      const after = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
      expect(after.lo).not.toBe(before.lo);
      const rows = await db.$queryRaw<{ fits: boolean }[]>`
        SELECT t.unit_ord = u.lo AS fits FROM form_template t JOIN unit u ON u.id = t.unit_id`;
      expect(rows.every(({ fits }) => fits)).toBe(true);
      const [row] = await db.$queryRaw<{ empty: boolean; other: boolean }[]>`
        SELECT sec.unit_is_empty(${unitId}) AS empty, sec.unit_is_empty((SELECT id FROM unit WHERE code = 'S')) AS other`;
      expect(row).toEqual({ empty: false, other: true });
    }),
  );
});
