import { beforeAll, describe, expect, test, vi } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import {
  carryOutReorganisation,
  draftReorganisation,
  dropReorganisation,
  undoReorganisation,
} from "@/lib/reorganisation/actions";
import { carryOutDue, followReorganisations } from "@/lib/reorganisation/due";
import { loadActsOfFile } from "@/lib/reorganisation/queries/file";
import {
  loadReorganisation,
  loadReorganisationEntry,
  loadReorganisations,
} from "@/lib/reorganisation/queries/reorganisations";
import { saveCarriedOut } from "@/lib/reorganisation/repository/carry-out";
import { findPlan } from "@/lib/reorganisation/repository/plan";
import { findReorganisation } from "@/lib/reorganisation/repository/reorganisations";
import type { Act } from "@/lib/reorganisation/rules/act";
import { addDays, formatDay, type PlainDate } from "@/lib/shared/days";
import { type AnyFinding, type FormState, initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn } from "@/tests/support/imports";
import { aForm } from "@/tests/support/organisation";
import { anAct, aReorganisationForm, dumpOf, givenDistrict, JULY } from "@/tests/support/reorganisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);

let tokens: Awaited<ReturnType<typeof givenDistrict>>;

beforeAll(async () => {
  tokens = await asOperator(givenDistrict);
});

const sent = <F extends AnyFinding>(
  action: (state: FormState<F>, form: FormData) => Promise<FormState<F>>,
  form: FormData,
) => action(initialFormState, form);

const asProvince = <T>(run: () => Promise<T>) => actAs(tokens.province, run);

/** Drafts it as the province's officer and gives its id. */
async function drafted(acts: readonly Act[], more: Record<string, string> = {}): Promise<string> {
  const known = new Set((await loadReorganisations()).map(({ id }) => id));
  const state = await sent(draftReorganisation, aReorganisationForm(acts, more));
  expect(state).toMatchObject({ fieldErrors: {}, findings: [], done: expect.anything() });
  const made = (await loadReorganisations()).find(({ id }) => !known.has(id));
  return made?.id ?? "";
}

async function seen(id: string): Promise<FormData> {
  const { reorganisation } = await loadReorganisation(id);
  return aForm({ id, version: String(reorganisation.version) });
}

const sql = (text: string) =>
  asOperator(() => withScope("organisation.change", ({ db }) => db.$executeRawUnsafe(text)));

const codes = () =>
  asOperator(() =>
    withScope("organisation.change", async ({ db }) =>
      (await db.unit.findMany({ where: { closed: false }, orderBy: { code: "asc" } })).map(
        ({ code }) => code,
      ),
    ),
  );

describe("what is refused", () => {
  test("each fault is told at its line, empty lines counted, and nothing is kept", () =>
    asProvince(async () => {
      const acts = [
        anAct({ is: "close", unit: "A-1", to: "A-9" }),
        anAct({ is: "move" }),
        anAct({ is: "move", unit: "A", parent: "A-1" }),
      ];
      const state = await sent(draftReorganisation, aReorganisationForm(acts, { decisionNumber: "" }));
      expect(state.fieldErrors).toEqual({ decisionNumber: ["Hãy ghi số quyết định."] });
      const judged = await sent(draftReorganisation, aReorganisationForm(acts));
      expect(judged.findings.map(({ is, line, field }) => [is, line, field])).toEqual([
        ["receiverUnknown", 0, "to"],
      ]);
      expect(judged.values["act.0.to"]).toBe("A-9");
      expect(await loadReorganisations()).toEqual([]);
    }));

  test("a cell with dossiers is not closed without a cell that takes them", () =>
    asProvince(async () => {
      const state = await sent(
        draftReorganisation,
        aReorganisationForm([anAct({ is: "close", unit: "A-1" })]),
      );
      expect(state.findings).toMatchObject([
        { is: "noSuccessor" },
        { is: "cellIntoCommittee", people: 11, line: 0 },
      ]);
    }));

  test("a district's officer reorganises beneath the district, not the district itself or its neighbour", () =>
    actAs(tokens.upper, async () => {
      const own = await sent(draftReorganisation, aReorganisationForm([anAct({ is: "close", unit: "H" })]));
      expect(own.findings).toMatchObject([{ is: "ownUnit" }]);
      const beside = await sent(
        draftReorganisation,
        aReorganisationForm([anAct({ is: "move", unit: "C", parent: "H" })]),
      );
      expect(beside.findings).toMatchObject([{ is: "unitUnknown", code: "C" }]);
      const taken = [anAct({ is: "merge", unit: "A-1", to: "C-1", name: "Tên" })];
      expect((await sent(draftReorganisation, aReorganisationForm(taken))).findings).toMatchObject([
        { is: "codeTaken" },
      ]);
    }));

  test("a lower officer and a stranger see no reorganisation at all", async () => {
    for (const token of [tokens.base, tokens.secretary])
      await expect(actAs(token, loadReorganisations)).rejects.toThrow(/404/);
  });
});

describe("a plan", () => {
  test("waits for its day and is carried out by the worker on it, dossiers and hats with the tree", async () => {
    const today = await asProvince(() => withScope("self", async (scope) => scope.today));
    const id = await asProvince(() =>
      drafted([anAct({ is: "merge", unit: "B-1", to: "A-1" })], {
        day: formatDay(addDays(today as PlainDate, 30)),
      }),
    );
    const state = await asProvince(async () => sent(carryOutReorganisation, await seen(id)));
    expect(state).toMatchObject({ done: { message: "Đã ghi vào lịch." } });
    expect(await asOperator(carryOutDue)).toBe(0);
    expect(await codes()).toContain("B-1");

    await sql(`UPDATE reorganisation SET day = sec.today() WHERE id = '${id}'`);
    expect(await asOperator(carryOutDue)).toBe(1);
    expect(await codes()).not.toContain("B-1");
    const { reorganisation } = await asProvince(() => loadReorganisation(id));
    expect(reorganisation).toMatchObject({ state: "done", doneOn: today });
    expect(await asOperator(carryOutDue)).toBe(0);
    expect(await asProvince(async () => sent(undoReorganisation, await seen(id)))).toMatchObject({
      done: { message: "Đã hoàn tác." },
    });
  });

  test("is carried out by the next officer of its range who opens a page, where no worker runs", async () => {
    const id = await asProvince(() =>
      drafted([anAct({ is: "merge", unit: "B-1", to: "A-1" })], { day: "01/01/2090" }),
    );
    await asProvince(async () => sent(carryOutReorganisation, await seen(id)));
    await sql(`UPDATE reorganisation SET day = sec.today() WHERE id = '${id}'`);
    const stateNow = async () => (await asProvince(() => loadReorganisation(id))).reorganisation.state;

    await asProvince(followReorganisations);
    expect(await stateNow()).toBe("planned");
    vi.stubEnv("DATABASE_OWNER_URL", undefined);
    try {
      await actAs(tokens.secretary, followReorganisations);
      expect(await stateNow()).toBe("planned");
      await asProvince(followReorganisations);
      expect(await stateNow()).toBe("done");
    } finally {
      vi.unstubAllEnvs();
    }
    await asProvince(async () => sent(undoReorganisation, await seen(id)));
  });

  test("that the rules refuse by its day stays a plan, and its page says why", async () => {
    const id = await asProvince(() =>
      drafted([anAct({ is: "merge", unit: "B-1", to: "A-1" })], { day: "01/01/2090" }),
    );
    await asProvince(async () => sent(carryOutReorganisation, await seen(id)));
    await sql(`UPDATE reorganisation SET day = '2024-01-01' WHERE id = '${id}'`);
    expect(await asOperator(carryOutDue)).toBe(0);
    const { plan, reorganisation } = await asProvince(() => loadReorganisation(id));
    expect(reorganisation.state).toBe("planned");
    expect(plan?.findings).toMatchObject([{ is: "stepsAfter", people: 5 }]);
    expect(await asProvince(async () => sent(dropReorganisation, await seen(id)))).toMatchObject({
      done: { message: "Đã bỏ." },
    });
  });
});

describe("carrying out", () => {
  test("a district's officer does it beneath the district: hats, accounts and the Union follow, and come back", async () => {
    const before = await asOperator(dumpOf);
    await actAs(tokens.upper, async () => {
      const id = await drafted([
        anAct({ is: "merge", unit: "A", to: "B" }),
        anAct({ is: "merge", unit: "A-1", to: "B-1" }),
      ]);
      expect(await sent(carryOutReorganisation, await seen(id))).toMatchObject({
        findings: [],
        done: { message: "Đã thực hiện." },
      });
      expect((await loadReorganisation(id)).receipt).toMatchObject({ people: 9, hatsKept: 2, hatsEnded: 0 });
      const after = await asOperator(dumpOf);
      const changed = Object.keys(before).filter((table) => before[table]?.join() !== after[table]?.join());
      expect(changed).toEqual([
        "unit",
        "unit_placement",
        "unit_succession",
        "union_unit",
        "union_placement",
        "person",
        "candidate",
        "step",
        "account",
        "assignment",
        "training_class",
        "referral",
        "unit_task",
        "programme",
        "former_place",
      ]);
      expect(await sent(undoReorganisation, await seen(id))).toMatchObject({
        done: { message: "Đã hoàn tác." },
      });
    });
    const back = await asOperator(dumpOf);
    for (const [table, rows] of Object.entries(before))
      expect({ [table]: back[table] }).toEqual({ [table]: rows });
  });

  test("who leaves a divided cell is taken off its open agenda, the others stay on it", async () => {
    const before = await asOperator(dumpOf);
    await asProvince(async () => {
      const id = await drafted([
        anAct({ is: "split", unit: "A-2", to: "A-2" }),
        anAct({ is: "split", unit: "A-2", to: "A-3", name: "Chi bộ thôn Ba" }),
      ]);
      const { plan, reorganisation } = await loadReorganisation(id);
      expect(plan?.people.map(({ to }) => to)).toEqual(Array(9).fill("A-2"));
      const leaves = plan?.people.find(({ name }) => name === "Người Anh Bước C");
      const form = aForm({ id, version: String(reorganisation.version), [`person.${leaves?.id}`]: "a-3" });
      expect(await sent(carryOutReorganisation, form)).toMatchObject({ findings: [] });
      const agenda = await asOperator(() =>
        withScope("organisation.change", ({ db }) =>
          db.meetingItem.findMany({
            select: { takenOff: true, candidate: { select: { unit: { select: { code: true } } } } },
            orderBy: { takenOff: "asc" },
          }),
        ),
      );
      expect(agenda).toEqual([
        { takenOff: false, candidate: { unit: { code: "A-2" } } },
        { takenOff: true, candidate: { unit: { code: "A-3" } } },
      ]);
      expect(await sent(undoReorganisation, await seen(id))).toMatchObject({ findings: [] });
    });
    expect(await asOperator(dumpOf)).toEqual(before);
  });

  test("a transaction that dies in the middle changes nothing", async () => {
    const id = await asProvince(() => drafted(JULY));
    const before = await asOperator(dumpOf);
    const dies = asProvince(() =>
      withScope("organisation.change", async (scope) => {
        const reorganisation = await findReorganisation(scope, id);
        if (!reorganisation) throw new Error("no draft");
        await saveCarriedOut(scope, reorganisation, await findPlan(scope, reorganisation));
        throw new Error("killed");
      }),
    );
    await expect(dies).rejects.toThrow("killed");
    expect(await asOperator(dumpOf)).toEqual(before);
    expect((await asProvince(() => loadReorganisation(id))).reorganisation.state).toBe("draft");
    await asProvince(async () => sent(dropReorganisation, await seen(id)));
  });

  test("undone while nothing happened since; a step recorded since refuses it and is named", async () => {
    const id = await asProvince(() => drafted([anAct({ is: "merge", unit: "B-1", to: "A-1" })]));
    await asProvince(async () => sent(carryOutReorganisation, await seen(id)));
    await sql(`INSERT INTO step (candidate_id, kind, on_day, rulebook, recorded_by_name)
      SELECT c.id, 'progressNoted', '2025-08-01', '294/2025', 'test' FROM candidate c JOIN unit u ON u.id = c.unit_id WHERE u.code = 'A-1' LIMIT 1`);
    const { happened } = await asProvince(() => loadReorganisation(id));
    expect(happened).toEqual([{ what: "new:step", unitName: expect.any(String), count: 1 }]);
    const refused = await asProvince(async () => sent(undoReorganisation, await seen(id)));
    expect(refused.findings).toMatchObject([{ is: "happenedSince" }]);
    expect(await codes()).not.toContain("B-1");

    await sql(`DELETE FROM step WHERE kind = 'progressNoted'`);
    await sql(
      `UPDATE candidate c SET source = 'WOMEN' FROM unit u WHERE u.id = c.unit_id AND u.code = 'A-1' AND c.id IN (SELECT candidate_id FROM former_place)`,
    );
    expect((await asProvince(() => loadReorganisation(id))).happened).toMatchObject([
      { what: "candidate", count: 9 },
    ]);
  });

  test("what hangs on a unit it made stands in the way, and is named", async () => {
    const id = await asProvince(() =>
      drafted([anAct({ is: "add", to: "N-1", name: "Chi bộ Mới", kind: "CELL", parent: "C" })]),
    );
    await asProvince(async () => sent(carryOutReorganisation, await seen(id)));
    await sql(
      `INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2025-08-01', 5 FROM unit WHERE code = 'N-1'`,
    );
    expect((await asProvince(() => loadReorganisation(id))).happened).toEqual([
      { what: "new:headcount", unitName: "Chi bộ Mới", count: 1 },
    ]);
    await sql(`DELETE FROM headcount WHERE on_day = '2025-08-01'`);
    expect(await asProvince(async () => sent(undoReorganisation, await seen(id)))).toMatchObject({
      findings: [],
    });
    expect(await codes()).not.toContain("N-1");
  });

  test("sent twice it happens once, and whoever saw an older version is told", async () => {
    const id = await asProvince(() =>
      drafted([anAct({ is: "rename", unit: "C", name: "Đảng bộ phường C" })]),
    );
    const form = await asProvince(() => seen(id));
    expect(await asProvince(() => sent(carryOutReorganisation, form))).toMatchObject({
      done: expect.anything(),
    });
    expect((await asProvince(() => sent(carryOutReorganisation, form))).findings).toMatchObject([
      { is: "changedMeanwhile" },
    ]);
  });
});

describe("a file", () => {
  test("its lines come into the form, words not understood are told at their field", () =>
    asProvince(async () => {
      const read = await loadActsOfFile({
        name: "sap-xep.csv",
        bytes: aFile(
          [
            "Việc",
            "Mã đơn vị",
            "Mã đơn vị nhận/mới",
            "Tên mới",
            "Loại tổ chức",
            "Loại hình",
            "Mã đơn vị cấp trên",
          ],
          ["SÁP NHẬP", "A", "X", "Đảng bộ xã X", "Đảng bộ cơ sở", "xã", "T"],
          ["Xóa", "B", "", "", "", "", ""],
          ["đổi tên", "C", "", "Đảng bộ xã Cờ", "Chi hội", "", ""],
        ),
      });
      expect(read.rows[0]).toEqual({
        is: "merge",
        unit: "A",
        to: "X",
        name: "Đảng bộ xã X",
        kind: "BASE_COMMITTEE",
        type: "COMMUNE",
        parent: "T",
        decides: "",
      });
      expect(Object.keys(read.errors)).toEqual(["act.1.is", "act.2.kind"]);
    }));

  test("two hundred acts are judged, carried out and taken back in seconds", async () => {
    const cells = Array.from({ length: 400 }, (_, place) => `K-${place}`);
    await asOperator(async () => {
      await bringIn(
        "don-vi",
        aFile(
          ["Mã đơn vị", "Tên đơn vị", "Loại tổ chức", "Mã đơn vị cấp trên"],
          ...cells.map((code) => [code, `Chi bộ ${code}`, "Chi bộ", "C"]),
        ),
      );
      await bringIn(
        "ho-so",
        aFile(
          ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"],
          ...cells.flatMap((code, place) =>
            ["An", "Ba", "Cư", "Dê", "Em"].map((word, who) => [
              code,
              `Trần Văn ${word}`,
              `${String((place % 28) + 1).padStart(2, "0")}/${String((Math.floor(place / 28) % 12) + 1).padStart(2, "0")}/${1980 + who + 5 * Math.floor(place / 336)}`,
              "Nam",
              "20/02/2025",
            ]),
          ),
        ),
      );
    });
    const file = writeXlsx([
      {
        name: "Sắp xếp",
        columns: ["Việc", "Mã đơn vị", "Mã đơn vị nhận/mới"].map((title) => ({
          title,
          kind: "text" as const,
          width: 20,
        })),
        rows: cells.slice(0, 200).map((code, place) => ["Sáp nhập", code, cells[200 + place] ?? ""]),
      },
    ]);
    await asProvince(async () => {
      const bytes = new Uint8Array(await new Response(file).arrayBuffer());
      const { rows, errors } = await loadActsOfFile({ name: "sap-xep.xlsx", bytes });
      expect([rows.length, errors]).toEqual([200, {}]);
      const acts = rows.map((row) => anAct({ is: "merge", unit: row.unit, to: row.to }));
      const took: Record<string, number> = {};
      const timed = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
        const from = performance.now();
        const answer = await run();
        took[what] = Math.round(performance.now() - from);
        return answer;
      };
      const id = await timed("draft", () => drafted(acts));
      const { plan } = await timed("preview", () => loadReorganisation(id));
      expect(plan?.receipt).toMatchObject({ people: 1000 });
      const form = await seen(id);
      expect(await timed("carry out", () => sent(carryOutReorganisation, form))).toMatchObject({
        findings: [],
      });
      const back = await seen(id);
      expect(await timed("undo", () => sent(undoReorganisation, back))).toMatchObject({ findings: [] });
      for (const milliseconds of Object.values(took))
        expect(milliseconds, JSON.stringify(took)).toBeLessThan(20_000);
      expect((await loadReorganisationEntry(id)).acts).toHaveLength(200);
    });
  }, 60_000);
});
