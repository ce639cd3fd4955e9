import { randomUUID } from "node:crypto";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { hashPassword } from "@/lib/access/password";
import { saveAccount, saveAssignment, savePasswordHash } from "@/lib/access/repository/accounts";
import { openSessionOf } from "@/lib/access/repository/operator";
import { runImport } from "@/lib/imports/run";
import { importKindNamed } from "@/lib/intake/registry";
import { findUnit, findUnitByCode } from "@/lib/organisation/repository/units";
import { findCandidate } from "@/lib/pipeline/repository/candidates";
import { saveProcedureOptions } from "@/lib/pipeline/repository/options";
import { saveSteps } from "@/lib/pipeline/repository/steps";
import { CENTRAL_OPTIONS } from "@/lib/pipeline/rules/options";
import { today as clockToday } from "@/lib/platform/clock";
import { saveProgramme } from "@/lib/sources/repository/programmes";
import { findUnionUnit } from "@/lib/sources/repository/units";
import { ANYBODY, type ProgrammeRule } from "@/lib/sources/rules/programme";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./accounts";
import { krongPac } from "./seeds/krong-pac";
import { krongPacUnion } from "./seeds/krong-pac-union";
import { naHang } from "./seeds/na-hang";
import { quan9 } from "./seeds/quan-9";
import { quangBinh } from "./seeds/quang-binh";
import { quangTri } from "./seeds/quang-tri";
import { xuanLoi } from "./seeds/xuan-loi";
import { phuocTho, type StoryPerson, storyTable } from "./story/phuoc-tho";
import { tellBriefings } from "./story/tell-briefings";
import { csvOf, type SeedTable } from "./tables";
import { unitRow } from "./units";

type Say = (step: string) => void;

/** Fills an empty database with the demo world; leaves one that has it already as it is. */
export async function ensureDemoWorld(say: Say): Promise<void> {
  await actAsOperator("demo", async () => {
    if (await holdsUnits()) return;
    const today = clockToday();
    for (const table of [
      centre(),
      ...krongPac(today),
      ...krongPacUnion(today),
      ...naHang(today),
      ...xuanLoi(today),
      ...quangBinh(today),
      ...quangTri(),
      ...quan9(today),
    ]) {
      say(`${table.fileName}: ${table.rows.length} rows`);
      await bringIn(table);
    }
    await setOptions();
    await openProgrammes();
    await openAccounts(DEMO_ACCOUNTS);
    await tellStory(phuocTho(today));
    await tellBriefings(today);
  });
}

/** Đắk Lắk asks the helpers for a note each month and allows a probation to be prolonged. */
async function setOptions(): Promise<void> {
  await withScope("organisation.change", async (scope) => {
    const province = await findUnitByCode(scope, "DAKLAK");
    if (!province) throw new Error("the demo province is missing");
    await saveProcedureOptions(scope, province.id, {
      from: "2020-01-01",
      options: { ...CENTRAL_OPTIONS, notesEvery: "month", prolongationMonths: 12 },
      document: "15-HD/TU",
      setBy: "Dữ liệu minh họa",
    });
  });
}

/** Pupils of 18 of Quảng Trị, and those of Krông Pắc who are led towards it. */
async function openProgrammes(): Promise<void> {
  await withScope("programme.keep", async (scope) => {
    for (const { code, name, from, ageFrom } of [
      { code: "QUANGTRI", name: "Đảng viên tuổi 18", from: "2019-01-01", ageFrom: 18 },
      { code: "KRONGPAC", name: "Học sinh phấn đấu vào Đảng", from: "2021-01-01", ageFrom: 16 },
    ]) {
      const owner = await findUnitByCode(scope, code);
      if (!owner) throw new Error(`the demo unit ${code} is missing`);
      const rule: ProgrammeRule = { ...ANYBODY, occupations: ["11"], ageFrom, ageTo: 18 };
      await saveProgramme(scope, owner.id, { name, rule, from, to: null });
    }
  });
}

/** The story's people come by a file like all others; the secretary records what only the forms can say. */
async function tellStory(people: readonly StoryPerson[]): Promise<void> {
  await bringIn(storyTable(people));
  const token = randomUUID();
  await openSessionOf("dangvu", token);
  await actAs(token, () =>
    withScope("candidate.enter", async (scope) => {
      for (const { row, steps } of people) {
        const [found] = await scope.db.candidate.findMany({
          where: { person: { name: row["Họ và tên"] ?? "" } },
        });
        const candidate = found && (await findCandidate(scope, found.id));
        if (!candidate) throw new Error(`nobody of the story is called ${row["Họ và tên"]}`);
        if (steps.length > 0) await saveSteps(scope, candidate, candidate.version, steps);
      }
    }),
  );
}

/** Opens accounts, all with the password of the demo. */
export async function openAccounts(accounts: readonly DemoAccount[]): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  await withScope("account.manage", async (scope) => {
    for (const { login, name, role, unit: code } of accounts) {
      const unionUnit = role === "unionOfficer" ? await findUnionUnit(scope, code) : null;
      const unit = unionUnit?.unitId
        ? await findUnit(scope, unionUnit.unitId)
        : await findUnitByCode(scope, code);
      const accountId =
        unit &&
        (await saveAccount(scope, { login, name, phone: null, unitId: unit.id, mustChangePassword: false }));
      if (!unit || !accountId) throw new Error(`the demo account ${login} could not be made`);
      await saveAssignment(scope, {
        accountId,
        role,
        unitId: unit.id,
        unionUnitId: unionUnit?.id ?? null,
        from: "2020-01-01",
        until: null,
        delegatedBy: null,
      });
      await savePasswordHash(scope, accountId, hash);
    }
  });
}

function centre(): SeedTable {
  const unit = { code: "TW", name: "Trung ương Đảng (minh họa)", kind: "Trung ương" as const, parent: "" };
  return { kind: "don-vi", fileName: "don-vi-trung-uong.csv", rows: [unitRow(unit)] };
}

/** The same road as a file of an office: checked by every rule, written in one transaction. */
async function bringIn(table: SeedTable): Promise<void> {
  const kind = importKindNamed(table.kind);
  if (!kind) throw new Error(`no import of the kind ${table.kind}`);
  const file = { name: table.fileName, bytes: new TextEncoder().encode(csvOf(table)) };
  const { summary } = await withScope("import.run", (scope) => runImport(scope, kind, file, "commit"), {
    timeoutMs: 300_000,
  });
  if (summary.committed) return;
  const faults = summary.faults.filter(({ level }) => level === "error").slice(0, 5);
  throw new Error(
    `${table.fileName} was refused: ${faults.map(({ row, message }) => `row ${row}: ${message}`).join("; ")}`,
  );
}

function holdsUnits(): Promise<boolean> {
  return withScope("organisation.read", async ({ db }) => (await db.unit.count()) > 0);
}
