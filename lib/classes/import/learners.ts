import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportColumn, ImportKind, ImportRow, Verdict } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import { parseSex, sexLabel } from "@/lib/people/labels";
import { openWorld } from "@/lib/pipeline/import/dossiers";
import type { DossierDraft } from "@/lib/pipeline/import/draft";
import {
  type DossierLine,
  readBirth,
  readCell,
  readCitizenNumber,
  readName,
} from "@/lib/pipeline/import/line";
import { findCellsNamed, type ImportCell, saveBulk } from "@/lib/pipeline/repository/bulk";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { gradeLabel, parseGrade } from "../labels";
import {
  findClassesByCodes,
  findEnrolmentsOf,
  type ImportClass,
  type ImportEnrolment,
  saveEnrolmentRows,
} from "../repository/bulk";
import { certificateStep, GRADES, passes, type Result, stateAfterGrade } from "../rules/enrolment";

const COLUMNS = [
  { key: "class", header: "Mã lớp", required: true, example: "NT-01-2024" },
  { key: "cell", header: "Mã chi bộ", required: true, example: "EAP-09" },
  { key: "name", header: "Họ và tên", required: true, example: "Nguyễn Thị Minh Họa" },
  { key: "birth", header: "Ngày sinh", required: true, example: "12/08/1998", help: "được ghi riêng năm" },
  { key: "sex", header: "Giới tính", example: "Nữ", choices: [sexLabel("male"), sexLabel("female")] },
  { key: "citizen", header: "Số định danh", example: "066198000001" },
  {
    key: "grade",
    header: "Kết quả",
    example: "Khá",
    choices: GRADES.map(gradeLabel),
    help: "Giỏi, Khá, Trung bình, Không đạt, Vắng",
  },
  { key: "certificateNumber", header: "Số GCN", example: "214/GCN" },
  { key: "certificateDay", header: "Ngày cấp GCN", example: "08/03/2024" },
] as const satisfies readonly ImportColumn[];

type Line = DossierLine & { attends: ImportClass; result: Result };

/**
 * Who attended a class (formats.md §1 `hoc-vien`). A learner is matched as a person of `ho-so`; one without
 * a candidacy in the cell gets one, introduced on the class's first day. A certificate becomes the
 * candidate's step.
 */
export const learnersImport: ImportKind = {
  name: "hoc-vien",
  label: "Học viên các lớp",
  permission: "import.party",
  columns: COLUMNS,
  namesPeople: true,
  async check(scope, rows, faults, progress, matches) {
    const cells = await findCellsNamed(
      scope,
      rows.flatMap(({ cells }) => cells.get("cell") ?? []),
    );
    const byCode = new Map(cells.map((cell) => [cell.code.toUpperCase(), cell]));
    const classes = await classesOf(scope, rows);
    const lines = await progress.reading(rows, (row) => readLine(row, faults, byCode, classes, scope.today));
    const open = await openWorld(scope, lines, matches);
    const stored = await findEnrolmentsOf(
      scope,
      [...classes.values()].map(({ id }) => id),
    );
    const people = open(cells);
    const judged = new Enrolments(stored, people, scope.today);
    const verdicts = new Map<number, Verdict["is"]>();
    await progress.checking(lines, (line) => verdicts.set(line.row, judged.follow(line, faults)));
    return {
      twins: people.twins,
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id, fileName }, accepted) {
        const draft = open(cells);
        const written = new Enrolments(stored, draft, scope.today);
        for (const line of lines) if (accepted.has(line.row)) written.follow(line, faults);
        const recordedBy = `Nhập từ tệp ${fileName}`;
        progress.writing(accepted.size);
        await saveBulk(scope, draft.change(), { id, recordedBy });
        await saveEnrolmentRows(scope, written.changed(), id);
      },
    };
  },
  undo: saveUndoneRows,
};

async function classesOf(scope: UnitScope, rows: readonly ImportRow[]): Promise<Map<string, ImportClass>> {
  const codes = [...new Set(rows.map(({ cells }) => (cells.get("class") ?? "").toUpperCase()))];
  const found = await findClassesByCodes(scope, codes);
  return new Map(found.toReversed().map((one) => [one.code.toUpperCase(), one]));
}

function readLine(
  row: ImportRow,
  faults: Faults,
  cellsByCode: ReadonlyMap<string, ImportCell>,
  classes: ReadonlyMap<string, ImportClass>,
  today: PlainDate,
): Line[] {
  const cells = new Cells(row, COLUMNS, faults);
  const attends = readClass(cells, classes);
  const cell = readCell(cells, cellsByCode);
  const birth = readBirth(cells, today);
  const sex = cells.word("sex", parseSex, "Nam, Nữ");
  const name = readName(cells);
  const citizenNumber = birth && readCitizenNumber(cells, { birthYear: birth.birthYear, sex });
  const result = readResult(cells, attends, today);
  if (!attends || !cell || !birth || !name || faults.refuses(row.row)) return [];
  const introducedOn = attends.from < today ? attends.from : today;
  return [
    {
      row: row.row,
      attends,
      result,
      cell,
      person: { ...UNKNOWN, ...birth, sex, name, givenName: givenNameOf(name), nameFold: fold(name) },
      citizenNumber,
      source: null,
      readmission: null,
      whenNew: [{ kind: "introduced", onDay: introducedOn, documentNumber: null, data: {} }],
      steps: result.certifiedOn
        ? [
            {
              kind: certificateStep(attends.kind),
              onDay: result.certifiedOn,
              documentNumber: result.certificateNumber,
              data: {},
            },
          ]
        : [],
      keepsLater: true,
      cells,
    },
  ];
}

const UNKNOWN = {
  ethnicity: null,
  religion: null,
  occupation: null,
  education: null,
  profession: null,
  politicalTheory: null,
  unionMember: null,
  privateOwner: null,
  foreignSpouse: null,
};

function readClass(cells: Cells, classes: ReadonlyMap<string, ImportClass>): ImportClass | null {
  const code = cells.text("class");
  if (code === null) return null;
  const known = classes.get(code.toUpperCase());
  if (known?.state === "dropped") return cells.wrong("class", "lớp mang mã này đã bỏ.");
  if (known) return known;
  const near = nearest(code, classes.keys());
  return cells.wrong("class", `không có lớp mang mã ${code}.${near ? ` Gần nhất: ${near}.` : ""}`);
}

/** A certificate needs its day, and somebody who passed. */
function readResult(cells: Cells, attends: ImportClass | null, today: PlainDate): Result {
  const grade = cells.word("grade", parseGrade, GRADES.map(gradeLabel).join(", "));
  const certificateNumber = cells.text("certificateNumber");
  const certifiedOn = cells.day("certificateDay", today);
  if (certificateNumber !== null && cells.text("certificateDay") === null)
    cells.wrong("certificateDay", "chưa có, nhưng đã có số giấy chứng nhận.");
  if (certifiedOn !== null && grade !== null && !passes(grade))
    cells.wrong("grade", `${gradeLabel(grade)}, nhưng đã có ngày cấp giấy chứng nhận.`);
  if (certifiedOn !== null && attends && certifiedOn < attends.from)
    cells.wrong("certificateDay", `trước ngày học đầu tiên ${formatDay(attends.from)}.`);
  return { grade, certificateNumber, certifiedOn };
}

/** Learners as they are and as the rows of a file would make them. */
class Enrolments {
  private readonly known: Map<string, ImportEnrolment>;
  private readonly touched = new Map<string, ImportEnrolment>();
  private readonly rows = new Map<string, number>();

  constructor(
    stored: readonly ImportEnrolment[],
    private readonly draft: DossierDraft,
    private readonly today: PlainDate,
  ) {
    this.known = new Map(stored.map((one) => [keyOf(one.classId, one.candidateId), one]));
  }

  /** Takes a row in; the verdict says what it does. A person stands in a class once. */
  follow(line: Line, faults: Faults): Verdict["is"] {
    const { is, candidate } = this.draft.follow(line);
    if (!candidate) return "refuse";
    const key = keyOf(line.attends.id, candidate.id);
    const earlier = this.rows.get(key);
    if (earlier !== undefined) {
      faults.error(
        line.row,
        "Họ và tên",
        line.person.name,
        `Họ và tên: trùng với dòng ${earlier} của lớp này.`,
      );
      return "refuse";
    }
    this.rows.set(key, line.row);
    const before = this.known.get(key);
    const after = this.after(before, line, candidate.id);
    if (!before) {
      this.touched.set(key, after);
      return "add";
    }
    if (isSame(before, after)) return is === "same" ? "same" : "change";
    this.touched.set(key, after);
    return "change";
  }

  changed(): ImportEnrolment[] {
    return [...this.touched.values()];
  }

  /** What is left empty stays as it is known. */
  private after(before: ImportEnrolment | undefined, line: Line, candidateId: string): ImportEnrolment {
    const { attends, result } = line;
    const grade = result.grade ?? before?.grade ?? null;
    const began = attends.from <= this.today;
    const told = result.grade !== null || result.certifiedOn !== null;
    const unknown = before?.state ?? (began ? "attended" : "confirmed");
    return {
      id: before?.id ?? randomUUID(),
      version: before?.version ?? 0,
      classId: attends.id,
      candidateId,
      state: grade ? stateAfterGrade(grade) : told ? "attended" : unknown,
      grade,
      certificateNumber: result.certificateNumber ?? before?.certificateNumber ?? null,
      certifiedOn: result.certifiedOn ?? before?.certifiedOn ?? null,
    };
  }
}

const keyOf = (classId: string, candidateId: string): string => `${classId}|${candidateId}`;

const isSame = (a: ImportEnrolment, b: ImportEnrolment): boolean =>
  a.state === b.state &&
  a.grade === b.grade &&
  a.certificateNumber === b.certificateNumber &&
  a.certifiedOn === b.certifiedOn;
