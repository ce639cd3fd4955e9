import { v7 as newId } from "uuid";
import type { Match, Twin } from "@/lib/imports/answers";
import type { Verdict } from "@/lib/imports/kind";
import { encrypt, keyedHash } from "@/lib/platform/secret";
import type { PlainDate } from "@/lib/shared/days";
import { formatDay } from "@/lib/shared/days";
import type {
  BulkChange,
  BulkStep,
  ImportCandidate,
  ImportCell,
  ImportPerson,
  KnownCandidate,
} from "../repository/bulk";
import { standingRow } from "../repository/rows";
import { rulebookOn } from "../rulebook";
import type { Procedure } from "../rules/next-step";
import { type OptionsOfUnit, optionsAt } from "../rules/options";
import type { NewStep, Step } from "../rules/step";
import { headerOf, STEP_COLUMNS } from "./columns";
import type { DossierLine } from "./line";
import { twinOf } from "./twin";

type PersonDraft = ImportPerson & { isNew: boolean; changed: boolean };
/** Somebody known whom a row means, and what was decided of it. */
type Meeting = { person: PersonDraft; match: Match | null };
type CandidateDraft = ImportCandidate & {
  isNew: boolean;
  changed: boolean;
  steps: Step[];
  added: BulkStep[];
  undone: string[];
};

export const hashOf = (number: string): string => keyedHash(number, "citizenNumber");

/** People and candidacies as they are and as the rows of a file would make them. */
export class DossierDraft {
  private readonly byHash = new Map<string, PersonDraft>();
  private readonly byName = new Map<string, PersonDraft[]>();
  private readonly candidates = new Map<string, CandidateDraft[]>();
  private readonly persons: PersonDraft[] = [];
  private readonly cells: ReadonlyMap<number, ImportCell>;
  private readonly procedures = new Map<number, Procedure>();
  /** Rows that meet somebody known, where it has to be told who they are. */
  readonly twins: Twin[] = [];

  constructor(
    persons: readonly ImportPerson[],
    candidacies: readonly KnownCandidate[],
    cells: readonly ImportCell[],
    private readonly foreignNumbers: ReadonlySet<string>,
    private readonly today: PlainDate,
    private readonly options: readonly OptionsOfUnit[],
    private readonly matches: ReadonlyMap<number, Match> = new Map(),
  ) {
    this.cells = new Map(cells.map((cell) => [cell.id, cell]));
    for (const person of persons) this.know({ ...person, isNew: false, changed: false });
    for (const candidacy of candidacies) {
      this.file({
        ...candidacy,
        steps: [...candidacy.steps],
        isNew: false,
        changed: false,
        added: [],
        undone: [],
      });
    }
  }

  /** Says who the row means; null when the row contradicts what is known (an error on the row). */
  private personOf(line: DossierLine): Meeting | "new" | null {
    const { citizenNumber, person, cell, cells } = line;
    const alike = (this.byName.get(nameKey(person)) ?? []).filter((known) => sameBirth(known, person));
    const here = alike.find(
      (known) => (!citizenNumber || known.citizenHash === null) && this.inCell(known, cell.id),
    );
    const hash = citizenNumber && hashOf(citizenNumber);
    if (hash) {
      const holder = this.byHash.get(hash);
      if (holder && (holder.nameFold !== person.nameFold || !sameBirth(holder, person))) {
        const match = this.meet(line, holder, "number");
        if (match) return { person: holder, match };
        return cells.wrong("citizen", "số này đã thuộc về người khác họ tên hoặc ngày sinh.", "R-51");
      }
      if (!holder && this.foreignNumbers.has(hash)) {
        return cells.wrong(
          "citizen",
          "số này có thể đã có hồ sơ ở nơi khác. Hãy hỏi cấp ủy cấp trên.",
          "R-51",
        );
      }
      if (holder) return { person: holder, match: this.meet(line, holder, "cell", ["update", "same"]) };
    }
    if (here) {
      const match = this.meet(line, here, "cell");
      return match === "other" ? "new" : { person: here, match };
    }
    const elsewhere = alike.find((known) => !this.inCell(known, cell.id));
    if (!elsewhere) return "new";
    const match = this.meet(line, elsewhere, "elsewhere");
    if (match === "same" || match === "update") return { person: elsewhere, match };
    if (match === null) cells.warn("name", "trùng họ tên và ngày sinh với người ở chi bộ khác.");
    return "new";
  }

  /** Asks who the row means, and answers what was decided. */
  private meet(
    line: DossierLine,
    person: PersonDraft,
    because: Twin["because"],
    choices?: readonly Match[],
  ): Match | null {
    const candidate = this.candidates.get(person.id)?.at(-1);
    const where = this.cells.get(candidate?.unitId ?? person.unitId)?.name ?? "";
    const decided = this.matches.get(line.row) ?? null;
    const known = { person, steps: candidate?.steps ?? [], where };
    const twin = twinOf(line, because, known, decided, choices);
    if (twin) this.twins.push(twin);
    return twin?.decided ?? null;
  }

  /** Takes a row into the draft; the verdict says what it does. Rows with errors must not come here. */
  follow(line: DossierLine): { is: Verdict["is"]; candidate: CandidateDraft | null } {
    const found = this.personOf(line);
    if (found === null) return { is: "refuse", candidate: null };
    const match = found === "new" ? null : found.match;
    const person = found === "new" ? this.addPerson(line) : found.person;
    const personChanged = found !== "new" && this.updatePerson(person, line, match);
    const candidacies = this.candidates.get(person.id) ?? [];
    const known =
      candidacies.find(({ unitId }) => unitId === line.cell.id) ?? (match ? candidacies.at(-1) : undefined);
    const candidate = known ?? this.addCandidate(person, line);
    const changed = this.updateCandidate(candidate, line, known !== undefined, match === "same");
    if (!known) return { is: "add", candidate };
    return { is: changed || personChanged ? "change" : "same", candidate };
  }

  /** All that has to be written. */
  change(): BulkChange {
    const candidates = [...this.candidates.values()].flat().filter(({ isNew, changed }) => isNew || changed);
    return {
      persons: this.persons
        .filter(({ isNew, changed }) => isNew || changed)
        .map(({ isNew, changed: _changed, ...person }) => ({ isNew, person })),
      candidates: candidates.map(({ isNew, id, version, personId, unitId, source, readmission, steps }) => ({
        isNew,
        candidate: { id, version, personId, unitId, source, readmission },
        standing: standingRow(steps, this.procedureIn(unitId)),
      })),
      steps: candidates.flatMap(({ added }) => added),
      undoneSteps: candidates.flatMap(({ undone }) => undone),
    };
  }

  /** What the next step depends on in a cell, the same for all its people. */
  private procedureIn(unitId: number): Procedure {
    const known = this.procedures.get(unitId);
    if (known) return known;
    const cell = this.cells.get(unitId);
    const procedure = {
      cellKind: cell?.kind ?? "CELL",
      book: rulebookOn(this.today),
      options: optionsAt(this.options, cell?.lo ?? -1n, this.today),
    };
    this.procedures.set(unitId, procedure);
    return procedure;
  }

  private addPerson({ person, cell, citizenNumber }: DossierLine): PersonDraft {
    return this.know({
      id: newId(),
      version: 0,
      unitId: cell.id,
      ...person,
      ...numberOf(citizenNumber),
      isNew: true,
      changed: false,
    });
  }

  private updatePerson(
    person: PersonDraft,
    { person: given, citizenNumber }: DossierLine,
    match: Match | null,
  ): boolean {
    const names = match === "update" ? [] : ["name", "givenName", "nameFold", "birthYear"];
    const facts = Object.entries(given).filter(([key, value]) => value !== null && !names.includes(key));
    const news = facts.filter(([key, value]) => {
      const known = person[key as keyof ImportPerson];
      return known !== value && (match !== "same" || known === null);
    });
    Object.assign(person, Object.fromEntries(news));
    const numbered = citizenNumber !== null && person.citizenHash === null;
    if (numbered) Object.assign(person, numberOf(citizenNumber));
    if (numbered && person.citizenHash) this.byHash.set(person.citizenHash, person);
    if (news.length > 0 || numbered) person.changed = true;
    return news.length > 0 || numbered;
  }

  private addCandidate(person: PersonDraft, { cell, source, readmission }: DossierLine): CandidateDraft {
    return this.file({
      id: newId(),
      version: 0,
      personId: person.id,
      unitId: cell.id,
      source: source ?? "CELL",
      readmission: readmission ?? false,
      isNew: true,
      changed: false,
      steps: [],
      added: [],
      undone: [],
    });
  }

  /** `keeps`: what is recorded stays, and the row only fills in what is missing. */
  private updateCandidate(
    candidate: CandidateDraft,
    line: DossierLine,
    known: boolean,
    keeps: boolean,
  ): boolean {
    let changed = false;
    if (!keeps && line.source !== null && line.source !== candidate.source) {
      candidate.source = line.source;
      changed = true;
    }
    if (!keeps && line.readmission !== null && line.readmission !== candidate.readmission) {
      candidate.readmission = line.readmission;
      changed = true;
    }
    const later = (step: NewStep) =>
      candidate.steps.some(
        ({ kind, onDay }) => kind === step.kind && (keeps || (line.keepsLater && onDay > step.onDay)),
      );
    for (const step of [...(known ? [] : (line.whenNew ?? [])), ...line.steps])
      if (!later(step)) changed = this.takeStep(candidate, step) || changed;
    if (known) this.warnOfLeftOut(candidate, line);
    if (changed && !candidate.isNew) candidate.changed = true;
    return changed;
  }

  /** A fact of another day or number replaces the one that is there; the same one changes nothing. */
  private takeStep(candidate: CandidateDraft, step: NewStep): boolean {
    const there = candidate.steps.findLast(({ kind }) => kind === step.kind);
    if (
      there &&
      there.onDay === step.onDay &&
      (step.documentNumber === null || there.documentNumber === step.documentNumber)
    )
      return false;
    if (there) {
      candidate.steps = candidate.steps.filter((known) => known !== there);
      if (candidate.added.some(({ id }) => id === there.id))
        candidate.added = candidate.added.filter(({ id }) => id !== there.id);
      else candidate.undone.push(there.id);
    }
    const id = newId();
    const data = there && step.kind !== "closed" ? there.data : step.data;
    candidate.added.push({
      id,
      candidateId: candidate.id,
      kind: step.kind,
      onDay: step.onDay,
      documentNumber: step.documentNumber,
      data,
      rulebook: rulebookOn(step.onDay).name,
    });
    candidate.steps.push({
      ...step,
      data,
      id,
      recordedAt: RECORDED_NOW,
      recordedByName: "",
      undoneAt: null,
    } as Step);
    return true;
  }

  /** An import never takes back a step: an empty cell beside a recorded one is left out, and said. */
  private warnOfLeftOut(candidate: CandidateDraft, { cells }: DossierLine): void {
    for (const { key, kind } of STEP_COLUMNS) {
      const there = candidate.steps.find((step) => step.kind === kind);
      if (there && cells.text(key) === null && cells.hasColumn(key)) {
        cells.warn(
          key,
          `để trống, nhưng đã ghi ngày ${formatDay(there.onDay)}; giữ nguyên, không xóa bước đã ghi (${headerOf(key)}).`,
        );
      }
    }
  }

  private inCell(person: PersonDraft, unitId: number): boolean {
    return (
      (this.candidates.get(person.id) ?? []).some((candidate) => candidate.unitId === unitId) ||
      person.unitId === unitId
    );
  }

  private know(person: PersonDraft): PersonDraft {
    this.persons.push(person);
    if (person.citizenHash) this.byHash.set(person.citizenHash, person);
    const key = nameKey(person);
    this.byName.set(key, [...(this.byName.get(key) ?? []), person]);
    return person;
  }

  private file(candidate: CandidateDraft): CandidateDraft {
    this.candidates.set(candidate.personId, [...(this.candidates.get(candidate.personId) ?? []), candidate]);
    return candidate;
  }
}

const RECORDED_NOW = "9999-12-31";

const nameKey = ({ nameFold, birthYear }: Pick<ImportPerson, "nameFold" | "birthYear">): string =>
  `${nameFold}|${birthYear}`;

function sameBirth(
  a: Pick<ImportPerson, "birthDate" | "birthYear">,
  b: Pick<ImportPerson, "birthDate" | "birthYear">,
): boolean {
  return (
    a.birthYear === b.birthYear &&
    (a.birthDate === b.birthDate || a.birthDate === null || b.birthDate === null)
  );
}

function numberOf(number: string | null) {
  return {
    citizenHash: number && hashOf(number),
    citizenCipher: number && encrypt(number, "citizenNumber"),
    citizenLast4: number?.slice(-4) ?? null,
  };
}
