import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportRow } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import {
  parseEducation,
  parseEthnicity,
  parseOccupation,
  parseProfession,
  parseReligion,
  parseSex,
  parseTheory,
} from "@/lib/people/labels";
import { citizenNumberFaults, mendedCitizenNumber, type Sex } from "@/lib/people/rules";
import { formatDay, type PlainDate, parseDay } from "@/lib/shared/days";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { closeReasonLabel, SOURCES, type Source, sourceLabel } from "../labels/words";
import type { ImportCell, ImportPerson } from "../repository/bulk";
import { CLOSE_REASONS, type NewStep, type Step } from "../rules/step";
import { COLUMNS, type ColumnKey, STEP_COLUMNS } from "./columns";

/** What a row says of the person; null is "chưa rõ". */
export type PersonOfLine = Omit<
  ImportPerson,
  "id" | "version" | "unitId" | "citizenHash" | "citizenCipher" | "citizenLast4"
>;

/** A row of `ho-so`, read: what it says of the person, the candidacy and the steps. */
export type DossierLine = {
  row: number;
  cell: ImportCell;
  person: PersonOfLine;
  citizenNumber: string | null;
  source: Source | null;
  readmission: boolean | null;
  steps: NewStep[];
  /** Steps of a file that knows less than the dossier: taken only where the row opens a candidacy. */
  whenNew?: NewStep[];
  /** A later step of the same kind is the truer one and stays. */
  keepsLater?: boolean;
  cells: Cells;
};

/** Reads one row; null when it cannot say who and where. Impossible days are errors. */
export function readDossierLine(
  row: ImportRow,
  faults: Faults,
  cellsByCode: ReadonlyMap<string, ImportCell>,
  today: PlainDate,
): DossierLine | null {
  const cells = new Cells(row, COLUMNS, faults);
  const cell = readCell(cells, cellsByCode);
  const birth = readBirth(cells, today);
  const sex = cells.word("sex", parseSex, "Nam, Nữ");
  const name = readName(cells);
  const citizenNumber = birth && readCitizenNumber(cells, { birthYear: birth.birthYear, sex });
  const person = {
    ethnicity: cells.word("ethnicity", parseEthnicity),
    religion: cells.word("religion", parseReligion),
    occupation: cells.word("occupation", parseOccupation, "1 … 12, 7a, 7b, 7c hoặc tên nhóm"),
    education: cells.word("education", parseEducation, "Biết đọc biết viết, Tiểu học, THCS, THPT"),
    profession: cells.word(
      "profession",
      parseProfession,
      "Sơ cấp, Trung cấp, Cao đẳng, Đại học, Thạc sĩ, Tiến sĩ",
    ),
    politicalTheory: cells.word("theory", parseTheory, "Chưa qua, Sơ cấp, Trung cấp, Cao cấp"),
    unionMember: cells.yesNo("union"),
    privateOwner: cells.yesNo("owner"),
    foreignSpouse: cells.yesNo("foreignSpouse"),
  };
  const readmission = cells.yesNo("readmission");
  const source = cells.word(
    "source",
    (text) =>
      SOURCES.find((known) => fold(sourceLabel(known)) === fold(text) || known === text.toUpperCase()) ??
      OTHER_SOURCES[fold(text)] ??
      null,
    SOURCES.map(sourceLabel).join(", "),
  );
  const steps = readSteps(cells, today, birth?.birthDate ?? null);
  if (!cell || !birth || !name || !sex) return null;
  return {
    row: row.row,
    cell,
    person: { ...person, ...birth, sex, name, givenName: givenNameOf(name), nameFold: fold(name) },
    citizenNumber,
    source,
    readmission,
    steps,
    cells,
  };
}

const OTHER_SOURCES: Record<string, Source> = {
  doan: "UNION",
  "doan thanh nien": "UNION",
  "doan tncs ho chi minh": "UNION",
  "hoi phu nu": "WOMEN",
  "hoi lien hiep phu nu": "WOMEN",
  "hoi cuu chien binh": "VETERANS",
};

/** The cell a row names by its code; an error on the row when the scope has none. */
export function readCell(cells: Cells, known: ReadonlyMap<string, ImportCell>): ImportCell | null {
  const code = cells.text("cell");
  if (code === null) return null;
  const cell = known.get(code.toUpperCase());
  if (cell) return cell;
  const near = known.get(nearest(code, known.keys()) ?? "");
  return cells.wrong(
    "cell",
    `không có chi bộ mang mã ${code}.${near ? ` Gần nhất: ${near.code} (${near.name}).` : ""}`,
  );
}

/** Letters, spaces, hyphens and apostrophes; at least two letters. */
export function readName(cells: Cells): string | null {
  const name = cells.text("name");
  if (name === null) return null;
  if (!/^[\p{L}\p{M}'’ʼ.\- ]{2,120}$/u.test(name))
    return cells.wrong("name", `"${name}" có ký tự không phải chữ.`);
  return name;
}

/** A whole day, or a bare year with a warning. */
export function readBirth(
  cells: Cells,
  today: PlainDate,
): { birthDate: PlainDate | null; birthYear: number } | null {
  const text = cells.text("birth");
  if (text === null) return null;
  const bare = /^\d{4}$/.test(text);
  const birthDate = bare ? null : parseDay(text);
  if (!bare && birthDate === null) return cells.wrong("birth", `không có ngày ${text}. Hãy sửa trong tệp.`);
  const birthYear = Number(birthDate?.slice(0, 4) ?? text);
  if (birthYear < 1900 || (birthDate ?? `${birthYear}-01-01`) > today)
    return cells.wrong("birth", `${text} không thể là ngày sinh.`);
  if (bare) cells.warn("birth", `chỉ có năm ${text}; điều kiện tính theo tháng chưa kiểm tra được.`, "R-01");
  return { birthDate, birthYear };
}

/** 12 digits; 11 that become right with a leading 0 are mended; digits that contradict the person warn (R-52). */
export function readCitizenNumber(
  cells: Cells,
  known: { birthYear: number; sex: Sex | null },
): string | null {
  const text = cells.text("citizen");
  if (text === null) return null;
  const number = text.replace(/[\s.'-]/g, "");
  const mended = mendedCitizenNumber(number, known);
  if (mended) {
    cells.warn("citizen", `${number} thiếu số 0 ở đầu; nhập là ${mended}.`, "R-52");
    return mended;
  }
  const faults = citizenNumberFaults(number, known);
  if (faults.includes("wrongLength")) return cells.wrong("citizen", `"${text}" không đủ 12 chữ số.`, "R-52");
  if (faults.length > 0) cells.warn("citizen", "không khớp năm sinh, giới tính hoặc mã tỉnh.", "R-52");
  return number;
}

function readSteps(cells: Cells, today: PlainDate, born: PlainDate | null): NewStep[] {
  const steps: NewStep[] = [];
  for (const { key, kind, number } of STEP_COLUMNS) {
    const onDay = cells.day(key, today);
    const documentNumber = number ? cells.text(number) : null;
    if (onDay === null) {
      if (documentNumber !== null && cells.text(key) === null && number)
        cells.warn(number, "có số nhưng chưa có ngày, nên chưa ghi.");
      continue;
    }
    if (born && onDay < born) cells.wrong(key, `${formatDay(onDay)} trước ngày sinh.`);
    steps.push(stepOf(kind, onDay, documentNumber, cells));
  }
  reviewImpossible(steps, cells);
  return steps;
}

function stepOf(kind: Step["kind"], onDay: PlainDate, documentNumber: string | null, cells: Cells): NewStep {
  switch (kind) {
    case "cellVoted":
    case "baseVoted":
      return { kind, onDay, documentNumber, data: { votes: null, passed: true } };
    case "closed": {
      const reason = cells.word(
        "closeReason",
        (text) => CLOSE_REASONS.find((known) => fold(closeReasonLabel(known)) === fold(text)) ?? null,
        CLOSE_REASONS.map(closeReasonLabel).join(", "),
      );
      if (cells.text("closeReason") === null) cells.warn("closed", 'chưa ghi lý do; nhập là "Khác".');
      return { kind, onDay, documentNumber, data: { reason: reason ?? "other" } };
    }
    default:
      return { kind, onDay, documentNumber, data: {} } as NewStep;
  }
}

/** What cannot have been: a ceremony before its decision, a recognition before the ceremony, an end without a day. */
function reviewImpossible(steps: readonly NewStep[], cells: Cells): void {
  const dayOf = (kind: Step["kind"]) => steps.find((step) => step.kind === kind)?.onDay;
  const pairs: [ColumnKey, Step["kind"], Step["kind"], string, string | null][] = [
    ["admitted", "decided", "admitted", "ngày quyết định", "R-34"],
    ["recognised", "admitted", "recognised", "ngày lễ kết nạp", null],
    ["revoked", "decided", "decisionRevoked", "ngày quyết định", null],
    ["decided", "introduced", "decided", "ngày giới thiệu", null],
  ];
  for (const [key, earlier, later, words, rule] of pairs) {
    const [first, second] = [dayOf(earlier), dayOf(later)];
    if (first && second && second < first)
      cells.wrong(key, `ngày ${formatDay(second)} không thể trước ${words} ${formatDay(first)}.`, rule);
  }
  if (dayOf("decisionRevoked") && !dayOf("decided"))
    cells.wrong("revoked", "chưa có ngày quyết định kết nạp.");
  if (cells.text("closeReason") !== null && cells.text("closed") === null)
    cells.wrong("closeReason", "có lý do nhưng chưa có Ngày kết thúc.");
}
