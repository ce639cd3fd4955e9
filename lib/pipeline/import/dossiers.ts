import type { UnitScope } from "@/lib/access/gate";
import type { Match } from "@/lib/imports/answers";
import type { Faults } from "@/lib/imports/fault";
import type { ImportKind, ImportRow, Verdict } from "@/lib/imports/kind";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import {
  findCandidacies,
  findCellsById,
  findCellsNamed,
  findForeignNumbers,
  findLikelyPersons,
  recordsOf,
  saveBulk,
} from "../repository/bulk";
import { findProcedureOptions } from "../repository/options";
import { COLUMNS } from "./columns";
import { DossierDraft, hashOf } from "./draft";
import { type DossierLine, readDossierLine } from "./line";
import { warnOfProcedure } from "./procedure";

/** People on the way, and admitted ones (formats.md §1 `ho-so`). */
export const dossiersImport: ImportKind = {
  name: "ho-so",
  label: "Hồ sơ kết nạp",
  permission: "import.party",
  columns: COLUMNS,
  namesPeople: true,
  async check(scope, rows, faults, progress, matches) {
    const cells = await findCellsNamed(
      scope,
      rows.flatMap(({ cells }) => cells.get("cell") ?? []),
    );
    const byCode = new Map(cells.map((cell) => [cell.code.toUpperCase(), cell]));
    const lines = await progress.reading(rows, (row) => readSound(row, faults, byCode, scope.today));
    const open = await openWorld(scope, lines, matches);
    const draft = open(cells);
    const verdicts = new Map<number, Verdict["is"]>();
    await progress.checking(lines, (line) => {
      const { is, candidate } = draft.follow(line);
      verdicts.set(line.row, is);
      if (candidate && is !== "same") warnOfProcedure(line, candidate.steps, scope.today);
    });
    warnOfNumbers(lines, faults);
    return {
      twins: draft.twins,
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id, fileName }, accepted) {
        const asJudged = lines.every(({ row }) => accepted.has(row) || !writes(verdicts.get(row)));
        const written = asJudged ? draft : open(cells);
        if (!asJudged) for (const line of lines) if (accepted.has(line.row)) written.follow(line);
        const change = written.change();
        const wrote = progress.writing(recordsOf(change));
        const batch = { id, recordedBy: `Nhập từ tệp ${fileName}` };
        await saveBulk(scope, change, batch, wrote);
      },
    };
  },
  undo: saveUndoneRows,
};

function readSound(
  row: ImportRow,
  faults: Faults,
  byCode: Parameters<typeof readDossierLine>[2],
  today: string,
): DossierLine[] {
  const line = readDossierLine(row, faults, byCode, today);
  return line && !faults.refuses(row.row) ? [line] : [];
}

const writes = (verdict: Verdict["is"] | undefined): boolean => verdict === "add" || verdict === "change";

/** Reads once what the rows may mean, and answers a maker of drafts upon it. */
export async function openWorld(
  scope: UnitScope,
  lines: readonly DossierLine[],
  matches?: ReadonlyMap<number, Match>,
) {
  const hashes = lines.flatMap(({ citizenNumber }) => (citizenNumber ? [hashOf(citizenNumber)] : []));
  const persons = await findLikelyPersons(
    scope,
    hashes,
    lines.map(({ person }) => person),
  );
  const candidacies = await findCandidacies(
    scope,
    persons.map(({ id }) => id),
  );
  const theirCells = await findCellsById(
    scope,
    [...persons, ...candidacies].map(({ unitId }) => unitId),
  );
  const known = new Set(persons.map(({ citizenHash }) => citizenHash));
  const foreign = await findForeignNumbers(
    scope,
    hashes.filter((hash) => !known.has(hash)),
  );
  const options = await findProcedureOptions(scope);
  return (cells: ConstructorParameters<typeof DossierDraft>[2]) =>
    new DossierDraft(
      persons.map((person) => ({ ...person })),
      candidacies,
      [...theirCells, ...cells],
      foreign,
      scope.today,
      options,
      matches,
    );
}

/** one decision number serves one person in a year. Of the past it is a warning. */
function warnOfNumbers(lines: readonly DossierLine[], faults: Faults): void {
  const uses = lines.flatMap(({ row, steps, person }) =>
    steps.flatMap((step) =>
      step.kind === "decided" && step.documentNumber
        ? [{ row, number: step.documentNumber, year: step.onDay.slice(0, 4), name: person.nameFold }]
        : [],
    ),
  );
  const first = new Map<string, { row: number; name: string }>();
  for (const { row, number, year, name } of uses) {
    const key = `${number}|${year}`;
    const earlier = first.get(key);
    if (earlier && earlier.name !== name) {
      faults.warning(
        row,
        "Số quyết định kết nạp",
        number,
        `Số quyết định kết nạp: ${number} đã có ở dòng ${earlier.row}; mỗi quyết định một số riêng.`,
        "R-27",
      );
    } else {
      first.set(key, { row, name });
    }
  }
}
