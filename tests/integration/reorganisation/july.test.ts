import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import {
  carryOutReorganisation,
  draftReorganisation,
  undoReorganisation,
} from "@/lib/reorganisation/actions";
import { loadReorganisation, loadReorganisations } from "@/lib/reorganisation/queries/reorganisations";
import { type AnyFinding, type FormState, initialFormState } from "@/lib/shared/form-state";
import { aForm } from "@/tests/support/organisation";
import {
  aReorganisationForm,
  DAY,
  DAY_BEFORE,
  dumpOf,
  givenDistrict,
  JULY,
  reportsOf,
} from "@/tests/support/reorganisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const UNITS = ["T", "H", "A", "B", "C", "H2"];

let tokens: Awaited<ReturnType<typeof givenDistrict>>;
let before: Record<string, unknown>;
let asIsBefore: Record<string, unknown>;
let dump: Record<string, string[]>;
let id = "";

const sent = <F extends AnyFinding>(
  action: (state: FormState<F>, form: FormData) => Promise<FormState<F>>,
  form: FormData,
) => action(initialFormState, form);

const counted = (sql: string) =>
  asOperator(() =>
    withScope("organisation.change", async ({ db }) => db.$queryRawUnsafe<Record<string, unknown>[]>(sql)),
  );

beforeAll(async () => {
  tokens = await asOperator(givenDistrict);
  await actAs(tokens.province, async () => {
    before = await reportsOf(UNITS, DAY_BEFORE, "as-was");
    asIsBefore = await reportsOf(["T"], DAY_BEFORE, "as-is");
  });
  dump = await asOperator(dumpOf);
});

describe("the first of July 2025", () => {
  test("a preview tells what is touched and where it lands, and writes nothing", () =>
    actAs(tokens.province, async () => {
      const state = await sent(draftReorganisation, aReorganisationForm(JULY));
      expect(state).toMatchObject({ fieldErrors: {}, findings: [], done: expect.anything() });
      const [line] = await loadReorganisations();
      id = line?.id ?? "";
      const { plan } = await loadReorganisation(id);
      expect(plan?.receipt).toMatchObject({ people: 27, hatsKept: 2, hatsEnded: 1, quotasEnded: 6 });
      expect(plan?.units.find(({ code }) => code === "A-1")?.counts).toMatchObject({
        onTheWay: 8,
        probationers: 1,
        finished: 2,
        quotas: 1,
        hats: 1,
        accounts: 1,
        referrals: 1,
        unionUnits: 1,
        tasks: 1,
      });
      expect(plan?.units.find(({ code }) => code === "S")).toMatchObject({
        change: "moved",
        newAbove: "Đảng bộ tỉnh T",
      });
      expect(plan?.people).toHaveLength(9);
      expect(await asOperator(dumpOf)).toEqual(dump);
    }));

  test("carried out, people, quotas, hats, classes, meetings and the Union land where the map says", async () => {
    await actAs(tokens.province, async () => {
      const { reorganisation, plan } = await loadReorganisation(id);
      const mover = plan?.people.find(({ name }) => name === "Người Anh Bước D");
      const form = aForm({
        id,
        version: String(reorganisation.version),
        addQuotas: "yes",
        [`person.${mover?.id}`]: "X-3",
      });
      expect(await sent(carryOutReorganisation, form)).toMatchObject({
        findings: [],
        done: { message: "Đã thực hiện." },
      });
    });
    expect(
      await counted(
        `SELECT u.code, count(*)::int AS people FROM candidate c JOIN unit u ON u.id = c.unit_id GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { code: "A-1", people: 2 },
      { code: "A-2", people: 2 },
      { code: "B-1", people: 2 },
      { code: "C-1", people: 11 },
      { code: "S", people: 11 },
      { code: "X-1", people: 18 },
      { code: "X-2", people: 8 },
      { code: "X-3", people: 1 },
    ]);
    expect(
      await counted(
        `SELECT u.code, p.code AS above, u.closed FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY 1`,
      ),
    ).toEqual([
      { code: "A", above: "X", closed: true },
      { code: "A-1", above: "X-1", closed: true },
      { code: "A-2", above: "X-2", closed: true },
      { code: "B", above: "X", closed: true },
      { code: "B-1", above: "X-1", closed: true },
      { code: "C", above: "H2", closed: false },
      { code: "C-1", above: "C", closed: false },
      { code: "H", above: "T", closed: true },
      { code: "H2", above: "T", closed: false },
      { code: "S", above: "T", closed: false },
      { code: "T", above: null, closed: false },
      { code: "X", above: "T", closed: false },
      { code: "X-1", above: "X", closed: false },
      { code: "X-2", above: "X", closed: false },
      { code: "X-3", above: "X", closed: false },
    ]);
    expect(
      await counted(`SELECT u.code, q.value::int AS value, q.document_day::text AS day FROM quota q JOIN unit u ON u.id = q.unit_id
        WHERE u.code LIKE 'X%' ORDER BY 1`),
    ).toEqual([
      { code: "X", value: 13, day: DAY },
      { code: "X-1", value: 7, day: DAY },
      { code: "X-2", value: 2, day: DAY },
    ]);
    expect(
      await counted(`SELECT a.login, h.role, u.code, h.ended_at IS NOT NULL AS ended FROM assignment h JOIN account a ON a.id = h.account_id
        JOIN unit u ON u.id = h.unit_id ORDER BY 1, 4`),
    ).toEqual([
      { login: "base", role: "baseOfficer", code: "X", ended: false },
      { login: "base", role: "baseOfficer", code: "A", ended: true },
      { login: "province", role: "provinceOfficer", code: "T", ended: false },
      { login: "secretary", role: "cellSecretary", code: "X-1", ended: false },
      { login: "secretary", role: "cellSecretary", code: "A-1", ended: true },
      { login: "upper", role: "upperOfficer", code: "H", ended: true },
    ]);
    expect(
      await counted(
        `SELECT t.code, u.code AS unit FROM training_class t JOIN unit u ON u.id = t.unit_id ORDER BY 1`,
      ),
    ).toEqual([
      { code: "NT-01-A", unit: "X" },
      { code: "NT-01-B", unit: "X" },
    ]);
    expect(
      await counted(`SELECT count(*)::int AS off FROM enrolment e JOIN training_class t ON t.id = e.class_id JOIN candidate c ON c.id = e.candidate_id
        WHERE e.class_ord <> t.unit_ord OR e.unit_ord <> c.unit_ord`),
    ).toEqual([{ off: 0 }]);
    expect(
      await counted(`SELECT u.code, m.state, count(*) FILTER (WHERE i.taken_off)::int AS off, count(*) FILTER (WHERE i.unit_ord <> m.unit_ord)::int AS lost
        FROM meeting m JOIN unit u ON u.id = m.unit_id JOIN meeting_item i ON i.meeting_id = m.id GROUP BY 1, 2`),
    ).toEqual([{ code: "X-2", state: "open", off: 1, lost: 0 }]);
    expect(
      await counted(
        `SELECT y.code, u.code AS unit FROM union_unit y JOIN unit u ON u.id = y.unit_id ORDER BY 1`,
      ),
    ).toEqual([
      { code: "D-A", unit: "X" },
      { code: "D-A-1", unit: "X-1" },
      { code: "D-C", unit: "C" },
      { code: "D-T", unit: "T" },
    ]);
    expect(
      await counted(
        `SELECT u.code, k.closed_on IS NOT NULL AS closed FROM unit_task k JOIN unit u ON u.id = k.unit_id ORDER BY 2`,
      ),
    ).toEqual([
      { code: "X-1", closed: false },
      { code: expect.stringMatching(/^[AB]-1$/), closed: true },
    ]);
    expect(await counted(`SELECT u.code FROM referral r JOIN unit u ON u.id = r.unit_id`)).toEqual([
      { code: "X-1" },
    ]);
    expect(await counted(`SELECT u.code, g.name FROM programme g JOIN unit u ON u.id = g.unit_id`)).toEqual([
      { code: "X", name: "Đảng viên tuổi 18" },
    ]);
    expect(await counted(`SELECT state FROM quota_proposal`)).toEqual([{ state: "withdrawn" }]);
    for (const token of [tokens.upper, tokens.base, tokens.secretary])
      await expect(actAs(token, () => withScope("self", async () => true))).rejects.toThrow();
  });

  test("figures as they were print unchanged, those as they are follow, nobody is lost or counted twice", () =>
    actAs(tokens.province, async () => {
      expect(await reportsOf(UNITS, DAY_BEFORE, "as-was")).toEqual(before);
      const asIs = await reportsOf(["T"], DAY_BEFORE, "as-is");
      const rowsOf = (reports: Record<string, unknown>) =>
        (reports.T as Funnels)[1].rows.map(({ unit }) => unit.code);
      expect(rowsOf(asIsBefore)).toEqual(["H", "H2"]);
      expect(rowsOf(asIs)).toEqual(["H2", "S", "X"]);
      for (const reports of [before, asIs]) {
        const [, { rows, total }] = reports.T as Funnels;
        expect(total.introduced).toBe(55);
        expect(rows.reduce((sum, { introduced }) => sum + introduced, 0)).toBe(55);
      }
      const [, , coverage] = asIs.T as Funnels;
      expect(coverage.total.liveSources).toBe((before.T as Funnels)[2].total.liveSources);
    }));

  test("a dossier goes on: the resolution stands, the helper stays, the history tells the decision", async () => {
    const rows =
      await counted(`SELECT c.stage, c.arrived_on, c.cell_resolved_on::text AS voted, s.document_number AS number, s.on_day::text AS day
      FROM candidate c JOIN person p ON p.id = c.person_id JOIN step s ON s.candidate_id = c.id AND s.kind = 'transferred'
      WHERE p.name = 'Người An Bước E'`);
    expect(rows).toEqual([
      { stage: "cellResolved", arrived_on: null, voted: "2024-05-03", number: "1656-NQ/TW", day: DAY },
    ]);
  });

  test("taken back, every row is as it was", async () => {
    await actAs(tokens.province, async () => {
      const { reorganisation, happened } = await loadReorganisation(id);
      expect(happened).toEqual([]);
      const form = aForm({ id, version: String(reorganisation.version) });
      expect(await sent(undoReorganisation, form)).toMatchObject({
        findings: [],
        done: { message: "Đã hoàn tác." },
      });
      expect(await reportsOf(UNITS, DAY_BEFORE, "as-was")).toEqual(before);
      expect(await reportsOf(["T"], DAY_BEFORE, "as-is")).toEqual(asIsBefore);
    });
    const after = await asOperator(dumpOf);
    for (const [table, rows] of Object.entries(dump))
      expect({ [table]: after[table] }).toEqual({ [table]: rows });
  });
});

type Row = { unit: { code: string }; introduced: number; liveSources: number };
type Funnels = [unknown, { rows: Row[]; total: Row }, { rows: Row[]; total: Row }];
