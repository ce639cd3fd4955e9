import { randomUUID } from "node:crypto";
import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportColumn, ImportKind, ImportRow, Verdict } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import { findScopeUnits } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import {
  audienceLabel,
  classFormLabel,
  classKindLabel,
  parseAudience,
  parseClassForm,
  parseClassKind,
} from "../labels";
import { findClassesByCodes, type ImportClass, saveClassRows } from "../repository/bulk";
import { AUDIENCES, CLASS_FORMS, CLASS_KINDS, sessionsWithin, stateOn } from "../rules/training-class";

const COLUMNS = [
  { key: "code", header: "Mã lớp", required: true, example: "NT-01-2024" },
  {
    key: "kind",
    header: "Loại lớp",
    required: true,
    example: "Nhận thức về Đảng",
    choices: CLASS_KINDS.map(classKindLabel),
  },
  { key: "name", header: "Tên lớp", required: true, example: "Lớp bồi dưỡng nhận thức về Đảng khóa I/2024" },
  { key: "organiser", header: "Mã đơn vị tổ chức", required: true, example: "KRONGPAC" },
  { key: "from", header: "Từ ngày", required: true, example: "04/03/2024" },
  { key: "to", header: "Đến ngày", required: true, example: "08/03/2024" },
  {
    key: "form",
    header: "Hình thức",
    example: "Ban ngày",
    choices: CLASS_FORMS.map(classFormLabel),
    help: "Ban ngày, Buổi tối, Cuối tuần, Theo cụm",
  },
  {
    key: "audience",
    header: "Dành cho",
    example: "Tất cả",
    choices: AUDIENCES.map(audienceLabel),
    help: "Tất cả, Học sinh, Sinh viên, Công nhân",
  },
  { key: "place", header: "Địa điểm", example: "Trung tâm Chính trị huyện" },
  { key: "size", header: "Sĩ số tối đa", example: "100" },
] as const satisfies readonly ImportColumn[];

/** A code is what the office uses, at most as long as a unit's. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}./ -]{0,39}$/u;

type Line = { row: number; given: Omit<ImportClass, "id" | "version" | "state">; known: ImportClass | null };

/** Classes (formats.md §1 `lop`): one code, one class of the range. */
export const classesImport: ImportKind = {
  name: "lop",
  label: "Lớp bồi dưỡng",
  permission: "import.party",
  columns: COLUMNS,
  async check(scope, rows, faults, progress) {
    const units = new Map((await findScopeUnits(scope)).map(({ id, code }) => [code.toUpperCase(), id]));
    const stored = await findClassesByCodes(
      scope,
      rows.map(({ cells }) => cells.get("code") ?? ""),
    );
    const byCode = new Map(stored.toReversed().map((one) => [one.code.toUpperCase(), one]));
    const lines = await progress.reading(rows, (row) => readLine(row, faults, units, byCode));
    refuseTwice(lines, faults);
    const verdicts = new Map<number, Verdict["is"]>(
      lines.map(({ row, given, known }) => [row, !known ? "add" : isSame(given, known) ? "same" : "change"]),
    );
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id }, accepted) {
        progress.writing(accepted.size);
        const taken = lines.filter(({ row }) => accepted.has(row));
        const classes = taken.map(({ given, known }) => written(given, known, scope.today));
        await saveClassRows(scope, classes, id);
      },
    };
  },
  undo: saveUndoneRows,
};

function readLine(
  row: ImportRow,
  faults: Faults,
  units: ReadonlyMap<string, number>,
  byCode: ReadonlyMap<string, ImportClass>,
): Line[] {
  const cells = new Cells(row, COLUMNS, faults);
  const code = cells.text("code");
  if (code !== null && !CODE.test(code))
    cells.wrong("code", `"${code}" không phải mã lớp, nhiều nhất 40 ký tự.`);
  const kind = cells.word("kind", parseClassKind, CLASS_KINDS.map(classKindLabel).join(", "));
  const name = cells.text("name");
  const unitId = cells.word(
    "organiser",
    (text) => units.get(text.toUpperCase()) ?? null,
    nearest(cells.text("organiser") ?? "", units.keys()) ?? undefined,
  );
  const from = cells.day("from");
  const to = cells.day("to");
  if (from && to && to < from) cells.wrong("to", "trước Từ ngày.");
  const size = cells.count("size");
  if (size === 0) cells.wrong("size", "hãy ghi ít nhất 1 người, hoặc để trống.");
  const form = cells.word("form", parseClassForm, CLASS_FORMS.map(classFormLabel).join(", "));
  const audience = cells.word("audience", parseAudience, AUDIENCES.map(audienceLabel).join(", "));
  const place = cells.text("place");
  const known = byCode.get(code?.toUpperCase() ?? "") ?? null;
  if (known && unitId !== null && known.unitId !== unitId)
    cells.wrong("code", "mã này đã thuộc về lớp của đơn vị khác.");
  if (known?.state === "dropped") cells.wrong("code", "lớp mang mã này đã bỏ. Hãy dùng mã khác.");
  if (!code || !kind || !name || unitId === null || !from || !to || faults.refuses(row.row)) return [];
  const given = {
    unitId,
    code: known?.code ?? code,
    kind,
    name,
    from,
    to,
    form: form ?? known?.form ?? "DAY",
    audience: audience ?? known?.audience ?? "ALL",
    place: place ?? known?.place ?? null,
    sessions: known?.sessions ?? sessionsWithin(from, to),
    size: size ?? known?.size ?? null,
  };
  return [{ row: row.row, given, known }];
}

function refuseTwice(lines: readonly Line[], faults: Faults): void {
  const first = new Map<string, number>();
  for (const { row, given } of lines) {
    const key = given.code.toUpperCase();
    const earlier = first.get(key);
    if (earlier !== undefined) faults.error(row, "Mã lớp", given.code, `Mã lớp: trùng với dòng ${earlier}.`);
    else first.set(key, row);
  }
}

function isSame(given: Line["given"], known: ImportClass): boolean {
  return (Object.keys(given) as (keyof Line["given"])[]).every((key) => given[key] === known[key]);
}

/** A new class stands where its days say; one that is there keeps its state. */
const written = (given: Line["given"], known: ImportClass | null, today: PlainDate): ImportClass => ({
  ...given,
  id: known?.id ?? randomUUID(),
  version: known?.version ?? 0,
  state: known?.state ?? stateOn(given, today),
});
