import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { planClass } from "@/lib/classes/actions";
import { loadNeeds } from "@/lib/classes/queries/needs";
import { loadPlan } from "@/lib/classes/queries/plan";
import { MOST_CALLED, NEEDS_PAGE } from "@/lib/classes/rules/filter";
import { needsAddress } from "@/lib/classes/schema";
import { addDays, formatDay } from "@/lib/shared/days";
import { asOperator, latestClass, sendForm } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { databaseToday } from "@/tests/support/meetings";
import { givenOfficer } from "@/tests/support/organisation";

const PEOPLE = 1010;
const CELLS = ["A-1", "A-2", "B-1", "S"];
let token = "";
let beside = "";
let today = "";

const GIVEN = ["An", "Bình", "Cúc", "Đông", "Én", "Giang", "Hà"];
const SYLLABLES = ["Thị", "Thu", "Thanh", "Minh", "Ngọc", "Kim", "Bích", "Hồng", "Mai", "Lan", "Yến", "Vân"];
/** Another name for each of them, spelt with letters only. */
const nameOf = (place: number) =>
  [place % 12, Math.floor(place / 12) % 12, Math.floor(place / 144)]
    .map((digit) => SYLLABLES[digit])
    .concat(GIVEN[place % 7])
    .join(" ");
const list = (told: Record<string, string | string[]> = {}) =>
  actAs(token, () => loadNeeds(needsAddress.parse(told)));
const plan = (told: Record<string, string | string[]>) =>
  actAs(token, () => loadPlan(needsAddress.parse(told)));

beforeAll(async () => {
  today = await databaseToday();
  const row = (place: number) => [
    CELLS[place % 4] ?? "",
    nameOf(place),
    "12/08/1998",
    "Nữ",
    place % 4 === 3 ? "11" : "8",
    place % 5 === 0 ? "Đoàn TNCS" : "Chi bộ",
    formatDay(addDays(today, -100 - (place % 40))),
  ];
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const head = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Nhóm nghề nghiệp", "Nguồn giới thiệu"];
    await bringIn(
      "ho-so",
      aFile([...head, "Ngày giới thiệu"], ...Array.from({ length: PEOPLE }, (_, place) => row(place))),
    );
  });
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    token = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    beside = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
  });
});

test("the pages hold everybody once, longest waiting first, and say where they stand", async () => {
  const seen: { candidateId: string; since: string | null }[] = [];
  let after: string | null = null;
  for (let page = 0; page <= PEOPLE / NEEDS_PAGE; page++) {
    const { rows, count, before, next } = await list(after ? { after } : {});
    expect([count, before]).toEqual([PEOPLE, seen.length]);
    seen.push(...rows);
    after = next;
  }
  expect(after).toBeNull();
  expect(new Set(seen.map(({ candidateId }) => candidateId)).size).toBe(PEOPLE);
  const days = seen.map(({ since }) => since ?? "");
  expect(days).toEqual(days.toSorted());
});

test("the list is narrowed by place, source and pupils, and every place says how many", async () => {
  const { above, beneath } = await list();
  expect(above.map(({ code }) => code)).toEqual(["H"]);
  expect(beneath.map(({ code, people }) => [code, people])).toEqual([
    ["A", 506],
    ["B", 252],
    ["S", 252],
  ]);
  const inA = await list({ unit: "A", source: "UNION" });
  expect(inA.above.map(({ code }) => code)).toEqual(["H", "A"]);
  expect(inA.beneath.map(({ people }) => people).reduce((sum, people) => sum + people)).toBe(inA.count);
  expect(inA.count).toBe(102);
  expect((await list({ audience: "PUPIL" })).count).toBe(252);
  expect((await list({ audience: "PUPIL", unit: "A" })).count).toBe(0);
  expect((await list({ source: "UNION", waited: "365" })).count).toBe(0);
});

test("the whole list is all that the filter holds, whatever the page; beyond a call's most it says so", async () => {
  const { next } = await list({ source: "UNION" });
  const whole = await plan({ source: "UNION", all: "yes", after: next ?? "" });
  expect([whole.people.length, whole.beyond]).toEqual([202, 0]);
  const [first] = (await list({ source: "UNION" })).rows;
  expect(whole.people[0]?.candidateId).toBe(first?.candidateId);
  const most = await plan({ all: "yes" });
  expect([most.people.length, most.beyond]).toEqual([MOST_CALLED, PEOPLE - MOST_CALLED]);
  const ticked = await plan({ person: [first?.candidateId ?? ""] });
  expect([ticked.people.length, ticked.left]).toEqual([1, 0]);
});

test("suggested places hold the people they say, and one that is taken over fills the form", async () => {
  const { suggested, people } = await plan({});
  expect(people).toEqual([]);
  expect(suggested?.clusters.map((one) => [one.key, one.form, one.people, one.travelling])).toEqual([
    ["A.RESIDENTIAL", "EVENING", 506, 0],
    ["B.RESIDENTIAL", "EVENING", 252, 0],
    ["S.PUPIL", expect.stringMatching(/WEEKEND|DAY/), 252, 0],
  ]);
  expect(suggested?.outside).toEqual({ units: 0, people: 0 });
  const taken = await plan({ cluster: "S.PUPIL" });
  expect([taken.chosen?.audience, taken.people.length, taken.beyond]).toEqual(["PUPIL", 252, 0]);
  expect(new Set(taken.people.map(({ cell }) => cell))).toEqual(new Set(["Chi bộ Trường THPT S"]));
  const pupils = (await plan({ audience: "PUPIL", all: "yes" })).people;
  expect(taken.people.map(({ candidateId }) => candidateId)).toEqual(
    pupils.map(({ candidateId }) => candidateId),
  );
  const gone = await plan({ cluster: "S.OFFICE" });
  expect([gone.chosen, gone.people]).toEqual([null, []]);
  expect((await plan({ unit: "B" })).suggested?.clusters.map(({ key }) => key)).toEqual(["B.RESIDENTIAL"]);
});

test("a neighbour takes over neither the list nor the places of a unit beside", async () => {
  for (const told of [{ all: "yes" }, { cluster: "A.RESIDENTIAL" }])
    await expect(
      actAs(beside, () => loadPlan(needsAddress.parse({ unit: "A", ...told }))),
    ).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  const own = await actAs(beside, () => loadPlan(needsAddress.parse({ cluster: "A.RESIDENTIAL" })));
  expect([own.people, own.suggested?.clusters.map(({ key }) => key)]).toEqual([[], ["B.RESIDENTIAL"]]);
});

test("as many as one call may hold are called at once, and the rest stays on the list", async () => {
  const { people } = await plan({ all: "yes" });
  const state = await sendForm(token, planClass, {
    kind: "AWARENESS",
    name: "Khóa lớn",
    from: formatDay(today),
    to: formatDay(today),
    form: "DAY",
    sessions: 1,
    size: "",
    candidate: people.map(({ candidateId }) => candidateId),
  });
  expect(state.done).not.toBeNull();
  const id = await latestClass();
  expect(await asOperator(({ db }) => db.enrolment.count({ where: { classId: id } }))).toBe(MOST_CALLED);
  expect((await list()).count).toBe(PEOPLE - MOST_CALLED);
});
