import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import {
  changeAgenda,
  conveneMeeting,
  dropMeeting,
  recordMeeting,
  reopenMeeting,
  saveMeetingHead,
  saveMeetingRow,
} from "@/lib/meetings/actions";
import type { MeetingPage, MeetingPerson } from "@/lib/meetings/queries/meeting";
import { loadMeetings } from "@/lib/meetings/queries/meetings";
import { nextNumber } from "@/lib/meetings/rules/numbering";
import { recordCellStep, recordCeremony } from "@/lib/pipeline/actions/record";
import { addDays, formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { asTyped, databaseToday, givenDossiers, givenMeeting, seenMeeting } from "@/tests/support/meetings";
import { givenOfficer } from "@/tests/support/organisation";
import { nameOf } from "@/tests/support/waiting-dossiers";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { upper: "", base: "", secretary: "", beside: "", viewer: "", province: "" };
let today = "";

const asOperator = <T>(run: (scope: UnitScope) => Promise<T>) =>
  actAsOperator("test", () => withScope("account.manage", run));

beforeAll(async () => {
  today = await databaseToday();
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  await givenDossiers("submitted", ["A-1", "A-2", "B-1"], 6, today);
  await givenDossiers("cell", ["A-1", "A-2"], 4, today, 20);
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    tokens.base = await givenOfficer(scope, "base", "baseOfficer", await unit("A"));
    tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1"));
    tokens.beside = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
    tokens.viewer = await givenOfficer(scope, "viewer", "viewer", await unit("H"));
    tokens.province = await givenOfficer(scope, "province", "provinceOfficer", await unit("T"));
  });
});

const decides = (days = 1) => ({ unit: "H", matter: "decided", heldOn: formatDay(addDays(today, -days)) });
const typeRow = (
  token: string,
  id: string,
  { itemId, version }: MeetingPerson,
  fields: Record<string, string>,
) =>
  actAs(token, () =>
    saveMeetingRow(
      initialFormState,
      asTyped({ meetingId: id, itemId, version, follow: "nextMeeting", ...fields }),
    ),
  );
const IN_FAVOUR = { agreed: "10", disagreed: "0", other: "0" };
const seenOf = ({ people }: MeetingPage) =>
  people.map(({ itemId, version }) => `${itemId}:${version}`).join(",");
const recordSeen = (token: string, meeting: MeetingPage) =>
  actAs(token, () =>
    recordMeeting(
      initialFormState,
      asTyped({ meetingId: meeting.id, version: meeting.version, seen: seenOf(meeting) }),
    ),
  );
const recordAs = async (token: string, id: string) => recordSeen(token, await seenMeeting(token, id));
/** All of them at the same moment, each over a connection that is there already. */
const recordAtOnce = async (token: string, ids: readonly string[]) => {
  const meetings = await Promise.all(ids.map((id) => seenMeeting(token, id)));
  return Promise.all(meetings.map((meeting) => recordSeen(token, meeting)));
};
const reopenAs = async (token: string, id: string) => {
  const { version } = await seenMeeting(token, id);
  return actAs(token, () => reopenMeeting(initialFormState, asTyped({ meetingId: id, version })));
};
async function onOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}
/** How many decisions, votes and returns stand in the records. */
const recordedKinds = () =>
  asOperator(async ({ db }) => {
    const steps = await db.step.groupBy({
      by: ["kind"],
      where: { undoneAt: null, kind: { in: ["decisionVoted", "decided", "returned"] } },
      _count: true,
    });
    return Object.fromEntries(steps.map(({ kind, _count }) => [kind, _count]));
  });
const personAt = (meeting: MeetingPage, place: number): MeetingPerson => {
  const person = meeting.people[place];
  if (!person) throw new Error(`nobody stands at ${place}`);
  return person;
};

describe("a standing committee", () => {
  let id = "";

  test("finds all who wait for it on its agenda, and nobody else", async () => {
    expect((await actAs(tokens.upper, () => loadMeetings(null))).waiting).toEqual([
      { matter: "decided", people: 6 },
    ]);
    id = await givenMeeting(tokens.upper, decides());
    const meeting = await seenMeeting(tokens.upper, id);
    expect(meeting.people.map(({ name }) => name).toSorted()).toEqual(
      Array.from({ length: 6 }, (_, number) => nameOf(number)).toSorted(),
    );
    expect(meeting.people.every(({ blocked }) => !blocked)).toBe(true);
    expect((await actAs(tokens.upper, () => loadMeetings(null))).waiting).toEqual([
      { matter: "decided", people: 0 },
    ]);
  });

  test("records all or none: one fault of one person refuses everybody and names them", async () => {
    const meeting = await seenMeeting(tokens.upper, id);
    for (const [place, person] of meeting.people.slice(0, 5).entries())
      await typeRow(tokens.upper, id, person, { ...IN_FAVOUR, documentNumber: `${place + 1}-QĐ/HU` });
    await typeRow(tokens.upper, id, personAt(meeting, 5), {
      agreed: "9",
      disagreed: "0",
      other: "0",
      documentNumber: "1-QĐ/HU",
    });
    const refused = await recordAs(tokens.upper, id);
    expect(refused.done).toBeNull();
    expect(refused.findings).toMatchObject([
      { is: "votesDoNotAddUp", name: personAt(meeting, 5).name, counted: 9, present: 10 },
      {
        is: "numberTwice",
        name: personAt(meeting, 5).name,
        number: "1-QĐ/HU",
        other: personAt(meeting, 0).name,
      },
    ]);
    expect(await recordedKinds()).toEqual({});
  });

  test("the second of two editors of a row is told what the first typed, and overwrites nothing", async () => {
    const person = personAt(await seenMeeting(tokens.upper, id), 5);
    const stale = { ...person, version: person.version - 1 };
    const late = await typeRow(tokens.upper, id, stale, { outcome: "heldBack", note: "của người thứ hai" });
    expect(late.findings).toMatchObject([
      { is: "rowChanged", by: "upper", row: { agreed: 9 }, version: person.version },
    ]);
    expect(late.values.note).toBe("của người thứ hai");
    expect(personAt(await seenMeeting(tokens.upper, id), 5).row).toMatchObject({ agreed: 9, note: null });
  });

  test("a row sent twice with its key is stored once", async () => {
    const person = personAt(await seenMeeting(tokens.upper, id), 4);
    const send = () =>
      typeRow(tokens.upper, id, person, {
        ...IN_FAVOUR,
        documentNumber: "05-QĐ/HU",
        requestKey: "22222222-2222-4222-8222-222222222222",
      });
    expect(await send()).toEqual(await send());
    expect(personAt(await seenMeeting(tokens.upper, id), 4).version).toBe(person.version + 1);
  });

  test("agreed, asking above, held back and fallen short are recorded together", async () => {
    let meeting = await seenMeeting(tokens.upper, id);
    await typeRow(tokens.upper, id, personAt(meeting, 3), { agreed: "5", disagreed: "5", other: "0" });
    await typeRow(tokens.upper, id, personAt(meeting, 4), { outcome: "asksSuperior", note: "trên 60 tuổi" });
    await typeRow(tokens.upper, id, personAt(meeting, 5), {
      outcome: "heldBack",
      follow: "returned",
      note: "thiếu giấy",
    });
    const done = await recordAs(tokens.upper, id);
    expect(done.findings).toEqual([]);
    expect(done.done?.message).toBe("Đã ghi kết quả phiên họp.");
    expect(await recordedKinds()).toEqual({ decisionVoted: 4, decided: 3, returned: 1 });

    meeting = await seenMeeting(tokens.upper, id);
    expect(meeting).toMatchObject({ state: "recorded", recordedByName: "upper" });
    const stood = await asOperator(async ({ db }) => {
      const rows = await db.candidate.findMany({
        where: { id: { in: meeting.people.map(({ candidateId }) => candidateId) } },
      });
      const of = new Map(rows.map((row) => [row.id, row]));
      return meeting.people.map(({ candidateId }) => {
        const row = of.get(candidateId);
        return [row?.stage, row?.decisionNumber ?? null, row?.returnedTo ?? null];
      });
    });
    expect(stood).toEqual([
      ["decided", "1-QĐ/HU", null],
      ["decided", "2-QĐ/HU", null],
      ["decided", "3-QĐ/HU", null],
      ["submitted", null, null],
      ["submitted", null, null],
      ["baseResolved", null, "base"],
    ]);
    const row = await typeRow(tokens.upper, id, personAt(meeting, 0), IN_FAVOUR);
    expect(row.findings).toEqual([{ is: "notOpen", blocks: true }]);
  });

  test("is reopened as a whole, and recorded again", async () => {
    expect((await reopenAs(tokens.upper, id)).done).not.toBeNull();
    expect(await recordedKinds()).toEqual({});
    expect(
      (await seenMeeting(tokens.upper, id)).people.map(({ row }) => row.documentNumber).slice(0, 3),
    ).toEqual(["1-QĐ/HU", "2-QĐ/HU", "3-QĐ/HU"]);
    expect((await recordAs(tokens.upper, id)).done).not.toBeNull();
    expect(await recordedKinds()).toEqual({ decisionVoted: 4, decided: 3, returned: 1 });
  });

  test("is not reopened once one of its people has moved on", async () => {
    const person = personAt(await seenMeeting(tokens.upper, id), 0);
    const version = await asOperator(
      async ({ db }) => (await db.candidate.findUniqueOrThrow({ where: { id: person.candidateId } })).version,
    );
    const ceremony = await actAs(tokens.upper, () =>
      recordCeremony(
        initialFormState,
        asTyped({ kind: "admitted", candidateId: person.candidateId, version, onDay: formatDay(today) }),
      ),
    );
    expect(ceremony.done).not.toBeNull();
    const refused = await reopenAs(tokens.upper, id);
    expect(refused.findings).toEqual([{ is: "peopleMovedOn", blocks: true, names: [person.name] }]);
    expect(await recordedKinds()).toEqual({ decisionVoted: 4, decided: 3, returned: 1 });
  });

  test("does not give a number that another decision of the year has (R-27), and breaks off without a trace", async () => {
    const next = await givenMeeting(tokens.upper, decides(0));
    const meeting = await seenMeeting(tokens.upper, next);
    expect(meeting.people).toHaveLength(2);
    expect(meeting.numbers).toMatchObject({ tail: "-QĐ/HU" });
    await typeRow(tokens.upper, next, personAt(meeting, 0), { ...IN_FAVOUR, documentNumber: "02-qđ/hu" });
    await typeRow(tokens.upper, next, personAt(meeting, 1), { ...IN_FAVOUR, documentNumber: "4-QĐ/HU" });
    expect((await recordAs(tokens.upper, next)).findings).toMatchObject([
      { is: "numberUsed", number: "02-qđ/hu", itemId: personAt(meeting, 0).itemId },
    ]);
    const fresh = await seenMeeting(tokens.upper, next);
    await typeRow(tokens.upper, next, personAt(fresh, 0), { ...IN_FAVOUR, documentNumber: "5-QĐ/HU" });

    const old = await seenMeeting(tokens.upper, next);
    await typeRow(tokens.upper, next, personAt(old, 1), { ...IN_FAVOUR, documentNumber: "6-QĐ/HU" });
    const unseen = await actAs(tokens.upper, () =>
      recordMeeting(initialFormState, asTyped({ meetingId: next, version: old.version, seen: seenOf(old) })),
    );
    expect(unseen.findings).toMatchObject([{ is: "meetingChanged" }]);

    const before = await recordedKinds();
    await onOwner("ALTER TABLE step ADD CONSTRAINT broken CHECK (document_number <> '6-QĐ/HU') NOT VALID");
    await expect(recordAs(tokens.upper, next)).rejects.toThrow(/broken/);
    await onOwner("ALTER TABLE step DROP CONSTRAINT broken");
    expect(await recordedKinds()).toEqual(before);
    expect(await seenMeeting(tokens.upper, next)).toMatchObject({ state: "open" });
    expect((await recordAs(tokens.upper, next)).done).not.toBeNull();
  });
});

describe("two meetings of one committee", () => {
  test("recorded at once do not give one number twice", async () => {
    await givenDossiers("submitted", ["B-1"], 2, today, 40);
    const open = async (keep: number) => {
      const id = await givenMeeting(tokens.upper, decides(0));
      const { people } = await seenMeeting(tokens.upper, id);
      for (const [place, { candidateId }] of people.entries())
        if (place !== keep)
          await actAs(tokens.upper, () =>
            changeAgenda(initialFormState, asTyped({ meetingId: id, candidateId, on: "no" })),
          );
      const left = await seenMeeting(tokens.upper, id);
      await typeRow(tokens.upper, id, personAt(left, 0), { ...IN_FAVOUR, documentNumber: "70-QĐ/HU" });
      return id;
    };
    const ids = [await open(0), await open(0)];
    const answers = await recordAtOnce(tokens.upper, ids);
    expect(answers.filter(({ done }) => done !== null)).toHaveLength(1);
    expect(answers.flatMap(({ findings }) => findings)).toMatchObject([
      { is: "numberUsed", number: "70-QĐ/HU" },
    ]);

    const recorded = ids[answers.findIndex(({ done }) => done !== null)] ?? "";
    expect((await reopenAs(tokens.upper, recorded)).done).not.toBeNull();
    const { sequence, tail } = (await seenMeeting(tokens.upper, recorded)).numbers;
    expect(nextNumber(sequence, tail), "a number that was taken back is given to nobody else").toBe(
      "71-QĐ/HU",
    );
  });
});

describe("a base committee", () => {
  test("holds its meeting, takes somebody off, puts them back, and hands over without them", async () => {
    const id = await givenMeeting(tokens.base, {
      unit: "A",
      matter: "baseVoted",
      heldOn: formatDay(today),
      convened: "9",
      present: "9",
    });
    const [first, second, ...rest] = (await seenMeeting(tokens.base, id)).people;
    if (!first || !second) throw new Error("nobody waits");
    expect(rest).toHaveLength(2);
    const put = (person: MeetingPerson, on: string) =>
      actAs(tokens.base, () =>
        changeAgenda(initialFormState, asTyped({ meetingId: id, candidateId: person.candidateId, on })),
      );
    await put(first, "no");
    expect((await seenMeeting(tokens.base, id)).off).toMatchObject([{ candidateId: first.candidateId }]);
    expect((await actAs(tokens.base, () => loadMeetings(null))).waiting).toMatchObject([
      { matter: "baseVoted", people: 1 },
      { matter: "recognitionBaseVoted", people: 0 },
    ]);
    await put(first, "yes");
    expect((await seenMeeting(tokens.base, id)).off).toEqual([]);
    for (const person of [first, second]) await put(person, "no");

    const left = await seenMeeting(tokens.base, id);
    for (const [place, person] of left.people.entries())
      await typeRow(tokens.base, id, person, {
        agreed: "6",
        disagreed: "3",
        other: "0",
        documentNumber: `${place + 1}-NQ/ĐU`,
      });
    expect((await recordAs(tokens.base, id)).done).not.toBeNull();
    const stages = await asOperator(({ db }) =>
      db.candidate.findMany({ where: { id: { in: left.people.map(({ candidateId }) => candidateId) } } }),
    );
    expect(stages.map(({ stage, nextStep }) => [stage, nextStep])).toEqual(
      left.people.map(() => ["baseResolved", "submitted"]),
    );
  });

  test("more present than convened are refused where they are typed", async () => {
    const id = await givenMeeting(tokens.base, { unit: "A", matter: "baseVoted", heldOn: formatDay(today) });
    const { version } = await seenMeeting(tokens.base, id);
    const head = (present: string) =>
      actAs(tokens.base, () =>
        saveMeetingHead(
          initialFormState,
          asTyped({ meetingId: id, version, heldOn: formatDay(today), convened: "9", present }),
        ),
      );
    expect((await head("10")).findings).toMatchObject([{ is: "presentAboveConvened" }]);
    expect((await head("8")).done).not.toBeNull();
    expect((await head("7")).findings).toMatchObject([{ is: "meetingChanged", by: "base" }]);
    const late = await actAs(tokens.base, () =>
      dropMeeting(initialFormState, asTyped({ meetingId: id, version: version + 1 })),
    );
    expect(late.done).not.toBeNull();
    await expect(seenMeeting(tokens.base, id)).rejects.toThrow(NOT_FOUND);
  });
});

describe("who may", () => {
  test("only who may record what it decides opens a meeting, and only their own", async () => {
    const convene = (token: string, unit: string, matter: string) =>
      actAs(token, () =>
        conveneMeeting(initialFormState, asTyped({ unit, matter, heldOn: formatDay(today) })),
      );
    await expect(convene(tokens.secretary, "H", "decided")).rejects.toThrow(NOT_FOUND);
    await expect(convene(tokens.upper, "A-1", "cellVoted")).rejects.toThrow(NOT_FOUND);
    await expect(convene(tokens.beside, "A", "baseVoted")).rejects.toThrow(NOT_FOUND);
    await expect(convene(tokens.viewer, "H", "decided")).rejects.toThrow(NOT_FOUND);
    await expect(convene(tokens.upper, "H", "baseVoted")).rejects.toThrow(NOT_FOUND);
    expect((await convene(tokens.secretary, "A-1", "cellVoted")).findings).toMatchObject([
      { is: "nobodyWaits" },
    ]);
  });

  test("a meeting of the committee above is not the cell's to read, behind the scope check neither", async () => {
    const { meetings } = await actAs(tokens.upper, () => loadMeetings(null));
    const [above] = meetings.filter(({ matter }) => matter === "decided");
    if (!above) throw new Error("no meeting");
    await expect(seenMeeting(tokens.secretary, above.id)).rejects.toThrow(NOT_FOUND);
    const rows = (token: string, table: "meeting" | "meetingItem") =>
      actAs(token, () =>
        withScope("meeting.read", ({ db }) =>
          table === "meeting" ? db.meeting.count() : db.meetingItem.count(),
        ),
      );
    for (const table of ["meeting", "meetingItem"] as const) {
      expect(await rows(tokens.secretary, table), table).toBe(0);
      expect(await rows(tokens.upper, table), table).toBeGreaterThan(0);
    }
    expect(await actAs(tokens.province, () => loadMeetings("H"))).toMatchObject({
      mayHold: false,
      waiting: [],
    });
    expect(await seenMeeting(tokens.province, above.id)).toMatchObject({ mayHold: false });
  });

  test("meetings follow their unit when the tree is numbered anew", async () => {
    const strays = () =>
      asOperator(
        ({ db }) => db.$queryRaw<{ strays: number }[]>`
        SELECT count(*)::int AS strays FROM meeting m JOIN unit u ON u.id = m.unit_id JOIN meeting_item i ON i.meeting_id = m.id
        WHERE m.unit_ord <> u.lo OR i.unit_ord <> u.lo`,
      );
    const before = await asOperator(({ db }) => db.unit.findUniqueOrThrow({ where: { codeKey: "H" } }));
    await actAsOperator("test", () =>
      bringIn("don-vi", aFile(UNITS[0] ?? [], ["0", "Đảng bộ tỉnh 0", "Đảng bộ tỉnh", "", "", ""])),
    );
    await asOperator(({ db }) => db.$executeRaw`SELECT sec.renumber_units()`);
    const after = await asOperator(({ db }) => db.unit.findUniqueOrThrow({ where: { codeKey: "H" } }));
    expect(after.lo).not.toBe(before.lo);
    expect(await strays()).toEqual([{ strays: 0 }]);
    expect((await actAs(tokens.upper, () => loadMeetings(null))).meetings.length).toBeGreaterThan(1);
  });
});

describe("a cell", () => {
  const HEAD = [
    "Mã chi bộ",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Giáo dục phổ thông",
    "Ngày giới thiệu",
    "Ngày quyết định kết nạp",
    "Số quyết định kết nạp",
    "Ngày lễ kết nạp",
    "Số GCN đảng viên mới",
    "Ngày cấp GCN đảng viên mới",
  ];
  const member = (name: string, number: string, admittedDaysAgo: number) => {
    const ago = (days: number) => formatDay(addDays(today, -days));
    return [
      "B-1",
      name,
      "12/08/1990",
      "Nữ",
      "THPT",
      ago(admittedDaysAgo + 700),
      ago(admittedDaysAgo + 10),
      number,
      ago(admittedDaysAgo),
      number,
      ago(admittedDaysAgo - 100),
    ];
  };

  test("finds on its agenda whose probation is over, with what is missing, and skips them", async () => {
    await actAsOperator("test", () =>
      bringIn(
        "ho-so",
        aFile(HEAD, member("Mới Hết Hạn", "801-QĐ/HU", 380), member("Còn Dự Bị", "802-QĐ/HU", 200)),
      ),
    );
    const waiting = (await actAs(tokens.beside, () => loadMeetings("B-1"))).waiting;
    expect(waiting).toEqual([
      { matter: "cellVoted", people: 0 },
      { matter: "recognitionVoted", people: 1 },
    ]);
    const id = await givenMeeting(tokens.beside, {
      unit: "B-1",
      matter: "recognitionVoted",
      heldOn: formatDay(today),
      convened: "9",
      present: "9",
    });
    const meeting = await seenMeeting(tokens.beside, id);
    expect(meeting.people.map(({ name, blocked }) => [name, blocked])).toEqual([["Mới Hết Hạn", true]]);
    expect((await recordAs(tokens.beside, id)).findings).toEqual([{ is: "nobodyDecided", blocks: true }]);

    const vote = { agreed: "9", disagreed: "0", other: "0", documentNumber: "11-NQ/CB" };
    await typeRow(tokens.beside, id, personAt(meeting, 0), vote);
    const refused = await recordAs(tokens.beside, id);
    expect(refused.done).toBeNull();
    expect(new Set(refused.findings.map(({ is }) => is))).toEqual(new Set(["condition"]));
    const missing = refused.findings.length;
    await expect(typeRow(tokens.upper, id, personAt(meeting, 0), vote)).rejects.toThrow(NOT_FOUND);
    expect(await seenMeeting(tokens.upper, id)).toMatchObject({ mayHold: false });

    const { candidateId } = personAt(meeting, 0);
    const papers = [
      { kind: "selfReviewed" },
      { kind: "helperReported" },
      { kind: "probationOpinionCollected", from: "massOrganisation" },
      { kind: "probationOpinionCollected", from: "residenceCell" },
    ];
    for (const paper of papers) {
      const version = await versionOf(candidateId);
      const state = await actAs(tokens.beside, () =>
        recordCellStep(
          initialFormState,
          asTyped({ ...paper, candidateId, version, onDay: formatDay(today) }),
        ),
      );
      expect(state.done, JSON.stringify(state)).not.toBeNull();
    }
    expect(missing).toBe(papers.length);
    expect((await recordAs(tokens.beside, id)).done).not.toBeNull();
    const next = await asOperator(
      async ({ db }) => (await db.candidate.findUniqueOrThrow({ where: { id: candidateId } })).nextStep,
    );
    expect(next).toBe("recognitionBaseVoted");
  });

  test("of two who record at once, one does and the other is told", async () => {
    const id = await givenMeeting(tokens.beside, {
      unit: "B",
      matter: "recognitionBaseVoted",
      heldOn: formatDay(today),
      convened: "9",
      present: "9",
    });
    const vote = { agreed: "9", disagreed: "0", other: "0", documentNumber: "21-NQ/ĐU" };
    await typeRow(tokens.beside, id, personAt(await seenMeeting(tokens.beside, id), 0), vote);
    const answers = await recordAtOnce(tokens.beside, [id, id]);
    expect(answers.filter(({ done }) => done !== null)).toHaveLength(1);
    expect(answers.flatMap(({ findings }) => findings)).toEqual([{ is: "notOpen", blocks: true }]);
    const recorded = await asOperator(({ db }) =>
      db.step.count({ where: { kind: "recognitionBaseVoted", undoneAt: null } }),
    );
    expect(recorded).toBe(1);
  });
});

const versionOf = (candidateId: string) =>
  asOperator(
    async ({ db }) => (await db.candidate.findUniqueOrThrow({ where: { id: candidateId } })).version,
  );
