import type { UnitScope } from "@/lib/access/gate";
import type { ImportKind, Verdict } from "@/lib/imports/kind";
import type { ImportProgress } from "@/lib/imports/progress";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import { openWorld } from "@/lib/pipeline/import/dossiers";
import { type DossierDraft, hashOf } from "@/lib/pipeline/import/draft";
import type { DossierLine } from "@/lib/pipeline/import/line";
import { type ImportCell, recordsOf, saveBulk } from "@/lib/pipeline/repository/bulk";
import {
  findKnownMembers,
  findKnownRatings,
  findKnownReferrals,
  findReceivingCells,
  saveImportedRatings,
  saveImportedReferrals,
  saveMembers,
} from "../repository/bulk";
import { findUnionUnits } from "../repository/units";
import { inUnionTree } from "../rules/tree";
import { MEMBER_COLUMNS } from "./columns";
import { type MemberLine, readMemberLine } from "./line";
import { MemberDraft } from "./member-draft";

/** Members of the Youth Union, one row per rated year (formats.md §1 `doan-vien`). */
export const unionMembersImport: ImportKind = {
  name: "doan-vien",
  label: "Đoàn viên",
  permission: "import.union",
  columns: MEMBER_COLUMNS,
  namesPeople: true,
  async check(scope, rows, faults, progress) {
    const units = await findUnionUnits(scope);
    const cells = await findReceivingCells(
      scope,
      [...new Set(rows.map(({ cells: texts }) => texts.get("cell")))].filter((code) => code !== undefined),
    );
    const known = {
      units: new Map(units.filter(({ closed }) => !closed).map((unit) => [unit.code.toUpperCase(), unit])),
      receiving: new Map(cells.map((cell) => [cell.code.toUpperCase(), cell])),
      today: scope.today,
    };
    const lines = await progress.reading(rows, (row) => {
      const line = readMemberLine(row, faults, known);
      return line && !faults.refuses(row.row) ? [line] : [];
    });
    const open = await openRegister(scope, lines, cells);
    const draft = open();
    const verdicts = new Map<number, Verdict["is"]>(
      await progress.checking(lines, (line) => [line.row, draft.follow(line)] as const),
    );
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id, fileName }, accepted) {
        const written = open();
        for (const line of lines) if (accepted.has(line.row)) written.follow(line);
        await written.save(scope, { id, recordedBy: `Nhập từ tệp ${fileName}` }, progress);
      },
    };
  },
  undo: saveUndoneRows,
};

/**
 * Reads the register once and answers a maker of drafts. Who acts for both sides makes or finds the
 * candidacy of a referral; an officer of the Union introduces, and the cell takes up.
 */
async function openRegister(scope: UnitScope, lines: readonly MemberLine[], cells: readonly ImportCell[]) {
  const unitIds = [...new Set(lines.map(({ unit }) => unit.id))];
  const years = [...new Set(lines.flatMap(({ rated }) => rated?.year ?? []))];
  const hashes = lines.flatMap(({ citizenNumber }) => (citizenNumber ? [hashOf(citizenNumber)] : []));
  const members = await findKnownMembers(scope, unitIds, hashes);
  const ratings = await findKnownRatings(scope, unitIds, years);
  const referrals = await findKnownReferrals(scope, unitIds);
  const dossiers = inUnionTree(scope) ? null : await openWorld(scope, lines.flatMap(asDossier));
  return () =>
    new RegisterDraft(new MemberDraft(members, ratings, referrals), dossiers?.([...cells]) ?? null);
}

class RegisterDraft {
  constructor(
    private readonly members: MemberDraft,
    private readonly dossiers: DossierDraft | null,
  ) {}

  follow(line: MemberLine): Verdict["is"] {
    const [dossier] = this.dossiers ? asDossier(line) : [];
    const candidacy = dossier ? this.dossiers?.follow(dossier) : undefined;
    if (candidacy?.is === "refuse") return "refuse";
    return this.members.follow(line, candidacy?.candidate?.id ?? null);
  }

  async save(
    scope: UnitScope,
    batch: { id: string; recordedBy: string },
    progress: ImportProgress,
  ): Promise<void> {
    const candidacies = this.dossiers?.change();
    const { members, ratings, referrals } = this.members.change();
    const wrote = progress.writing(
      [members.added, members.changed, ratings.added, ratings.changed, referrals].reduce(
        (sum, { length }) => sum + length,
        candidacies ? recordsOf(candidacies) : 0,
      ),
    );
    if (candidacies) await saveBulk(scope, candidacies, batch, wrote);
    await saveMembers(scope, members, batch.id, wrote);
    await saveImportedRatings(scope, ratings, batch.id, wrote);
    await saveImportedReferrals(scope, referrals, batch, wrote);
  }
}

/** The row of `ho-so` that a referral stands for; none where the row introduces nobody. */
function asDossier({ referral, row, cells, citizenNumber, ...line }: MemberLine): DossierLine[] {
  if (!referral) return [];
  return [
    {
      row,
      cell: referral.cell,
      person: {
        name: line.name,
        givenName: line.givenName,
        nameFold: line.nameFold,
        birthDate: line.birthDate,
        birthYear: line.birthYear,
        sex: line.sex,
        ethnicity: null,
        religion: null,
        occupation: null,
        education: null,
        profession: null,
        politicalTheory: null,
        unionMember: true,
        privateOwner: null,
        foreignSpouse: null,
      },
      citizenNumber,
      source: "UNION",
      readmission: null,
      steps: [{ kind: "introduced", onDay: referral.onDay, documentNumber: null, data: {} }],
      cells,
    },
  ];
}
