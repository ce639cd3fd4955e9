import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import {
  agreeCommitment,
  holdBriefing,
  raiseDifficulty,
  reportCommitment,
  reviewCommitmentAt,
  setCaretaker,
} from "@/lib/briefings/actions/briefings";
import {
  editParagraph,
  issueLetter,
  recountLetter,
  writeMonthlyLetter,
} from "@/lib/briefings/actions/letters";
import { loadBriefing, loadBriefings, loadCaretakers } from "@/lib/briefings/queries/briefings";
import { loadLetter, loadLetters } from "@/lib/briefings/queries/letters";
import { loadCommitmentNote, loadCommitments, loadDifficulties } from "@/lib/briefings/queries/matters";
import { shownText } from "@/lib/briefings/rules/edits";
import { briefingsAddress, commitmentsAddress, difficultiesAddress } from "@/lib/briefings/schema";
import { addDays, formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import type { AnyAction } from "@/tests/support/calls";
import { databaseToday } from "@/tests/support/meetings";
import { aForm, givenOfficer, givenUnits } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { base: "", cell: "", sister: "" };
let today = "";
const typed = (days: number) => formatDay(addDays(today, days));

const send = (token: string, action: unknown, fields: Record<string, string | string[]>) =>
  actAs(token, () => (action as AnyAction)(initialFormState, aForm(fields)));
const is = async (sent: ReturnType<typeof send>) => (await sent).findings.map((finding) => finding.is);
const held = (days: number) =>
  send(tokens.base, holdBriefing, {
    unit: "B",
    heldOn: typed(days),
    place: "Hội trường",
    ledBy: "Bí thư",
    present: ["B.1", "B.2"],
  });
const briefings = () =>
  actAs(tokens.base, async () => (await loadBriefings(briefingsAddress.parse({}))).briefings);
const commitments = (token: string, state = "waiting") =>
  actAs(token, async () => (await loadCommitments(commitmentsAddress.parse({ state }))).commitments);

beforeAll(async () => {
  today = await databaseToday();
  await actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "B", kind: "BASE_COMMITTEE", name: "Đảng bộ xã B" },
        { code: "B.1", parent: "B", kind: "CELL", name: "Chi bộ thôn 1" },
        { code: "B.2", parent: "B", kind: "CELL", name: "Chi bộ thôn 2" },
      ]);
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", ids.get("B"));
      tokens.cell = await givenOfficer(scope, "cell", "cellSecretary", ids.get("B.1"));
      tokens.sister = await givenOfficer(scope, "sister", "cellSecretary", ids.get("B.2"));
    }),
  );
});

test("a briefing is recorded once a day, and not before it was held", async () => {
  expect(await is(held(1))).toEqual(["heldInFuture"]);
  expect((await held(-33)).done).not.toBeNull();
  expect(await is(held(-33))).toEqual(["heldAlready"]);
  const [first] = await briefings();
  expect(first?.present).toHaveLength(2);
});

test("a cell sees what concerns it and nothing of its sister's; it cannot hold briefings", async () => {
  const [first] = await briefings();
  const briefingId = first?.id ?? "";
  for (const [unit, words] of [
    ["B.1", "việc của thôn 1"],
    ["B.2", "việc của thôn 2"],
  ] as const) {
    const told = { briefingId, unit, words };
    expect((await send(tokens.base, raiseDifficulty, { ...told, topic: "noSource" })).done).not.toBeNull();
    const agreed = { ...told, doer: "unit", dueOn: typed(-5) };
    expect((await send(tokens.base, agreeCommitment, agreed)).done).not.toBeNull();
  }
  const early = { briefingId, unit: "B.1", words: "sớm", doer: "unit", dueOn: typed(-40) };
  expect(await is(send(tokens.base, agreeCommitment, early))).toEqual(["dueTooEarly"]);
  expect(await is(send(tokens.base, agreeCommitment, { ...early, unit: "X", dueOn: typed(1) }))).toEqual([
    "unitUnknown",
  ]);

  expect((await commitments(tokens.cell)).map(({ words }) => words)).toEqual(["việc của thôn 1"]);
  expect((await commitments(tokens.sister)).map(({ words }) => words)).toEqual(["việc của thôn 2"]);
  expect(await commitments(tokens.base)).toHaveLength(2);
  const theirs = await actAs(tokens.cell, () => loadDifficulties(difficultiesAddress.parse({})));
  expect(theirs.difficulties.map(({ words }) => words)).toEqual(["việc của thôn 1"]);
  await expect(actAs(tokens.cell, () => loadBriefing(briefingId))).rejects.toThrow(NOT_FOUND);
  await expect(actAs(tokens.cell, () => loadBriefings(briefingsAddress.parse({})))).rejects.toThrow(
    NOT_FOUND,
  );
  expect(await actAs(tokens.cell, loadCommitmentNote)).toMatchObject({ mine: 1, late: 1, reported: 0 });
});

test("what a committee does for a cell, the cell reads and cannot report", async () => {
  const [first] = await briefings();
  const told = {
    briefingId: first?.id ?? "",
    unit: "B.1",
    words: "mở lớp",
    doer: "committee",
    dueOn: typed(5),
  };
  await send(tokens.base, agreeCommitment, told);
  const own = (await commitments(tokens.cell)).find(({ words }) => words === "mở lớp");
  expect(own?.mayReport).toBe(false);
  const fields = { commitmentId: own?.id ?? "", version: "1", report: "xong" };
  await expect(send(tokens.cell, reportCommitment, fields)).rejects.toThrow(NOT_FOUND);
  expect((await send(tokens.base, reportCommitment, fields)).done).not.toBeNull();
});

test("open ones stand on the next briefing by themselves; the cell reports, the committee closes or carries on", async () => {
  expect((await held(0)).done).not.toBeNull();
  const [second] = await briefings();
  const briefingId = second?.id ?? "";
  const page = () => actAs(tokens.base, () => loadBriefing(briefingId));
  expect((await page()).brought.map(({ commitment: { words } }) => words)).toEqual([
    "việc của thôn 1",
    "việc của thôn 2",
    "mở lớp",
  ]);
  expect((await page()).earlier).toHaveLength(2);

  const [own] = await commitments(tokens.cell);
  const report = { commitmentId: own?.id ?? "", version: "1", report: "đã làm" };
  expect((await send(tokens.cell, reportCommitment, report)).done).not.toBeNull();
  expect(await is(send(tokens.cell, reportCommitment, report))).toEqual(["changedMeanwhile"]);
  expect(await actAs(tokens.base, loadCommitmentNote)).toMatchObject({ mine: 0, reported: 2 });

  const closing = { briefingId, commitmentId: own?.id ?? "", version: "2", outcome: "done" };
  expect((await send(tokens.base, reviewCommitmentAt, closing)).done).not.toBeNull();
  expect(await is(send(tokens.base, reviewCommitmentAt, { ...closing, version: "3" }))).toEqual([
    "closedAlready",
  ]);
  const [other] = await commitments(tokens.sister);
  const carrying = { briefingId, commitmentId: other?.id ?? "", version: "1", outcome: "carried" };
  expect((await send(tokens.base, reviewCommitmentAt, carrying)).fieldErrors.dueOn).toHaveLength(1);
  expect(
    (await send(tokens.base, reviewCommitmentAt, { ...carrying, dueOn: typed(20) })).done,
  ).not.toBeNull();
  expect(await commitments(tokens.sister)).toMatchObject([{ dueOn: addDays(today, 20), outcome: null }]);
  expect(
    (await page()).brought.map(({ commitment: { words }, review }) => [words, review?.outcome ?? null]),
  ).toEqual([
    ["việc của thôn 1", "done"],
    ["mở lớp", null],
    ["việc của thôn 2", "carried"],
  ]);
});

test("who looks after a cell stays until another does, and who did is kept", async () => {
  const set = (name: string, days: number) =>
    send(tokens.base, setCaretaker, { unit: "B.1", name, from: typed(days) });
  expect((await set("Hà", -100)).done).not.toBeNull();
  expect(await is(set("Hà", -50))).toEqual(["caretakerSame"]);
  expect(await is(set("Sơn", -100))).toEqual(["caretakerTooEarly"]);
  expect((await set("Sơn", -10)).done).not.toBeNull();
  const { lines } = await actAs(tokens.base, () => loadCaretakers(null));
  expect(lines[0]).toMatchObject({
    now: { name: "Sơn", until: null },
    others: [{ name: "Hà", until: addDays(today, -11) }],
  });
  expect(await actAs(tokens.cell, () => loadCommitments(commitmentsAddress.parse({})))).toMatchObject({
    caretaker: "Sơn",
  });
});

test("a letter keeps its edits, counts anew without them unless asked, and stands once issued", async () => {
  const month = `${today.slice(5, 7)}/${today.slice(0, 4)}`;
  const write = () => send(tokens.base, writeMonthlyLetter, { unit: "B", month });
  expect((await write()).done).not.toBeNull();
  expect(await is(write())).toEqual(["writtenAlready"]);
  const [made] = (await actAs(tokens.base, () => loadLetters(null))).letters;
  const letterId = made?.id ?? "";
  const read = async () => {
    const { letter, paragraphs } = await actAs(tokens.base, () => loadLetter(letterId));
    const first = paragraphs[0];
    if (!first) throw new Error("an empty letter");
    return { version: String(letter.version), words: shownText(first), first, state: letter.state };
  };
  const counted = (await read()).words;
  const edit = async (words: string) =>
    send(tokens.base, editParagraph, {
      letterId,
      version: (await read()).version,
      paragraph: "standing",
      words,
    });
  expect((await edit("Lời của tôi")).done).not.toBeNull();
  expect((await edit("Lời khác")).done).not.toBeNull();
  expect(
    await is(
      send(tokens.base, editParagraph, { letterId, version: "1", paragraph: "standing", words: "Cũ" }),
    ),
  ).toEqual(["letterChanged"]);
  expect((await read()).words).toBe("Lời khác");

  const recount = async (edits: string) =>
    send(tokens.base, recountLetter, { letterId, version: (await read()).version, edits });
  expect((await recount("keep")).done).not.toBeNull();
  expect((await read()).words).toBe("Lời khác");
  expect((await recount("leave")).done).not.toBeNull();
  expect((await read()).words).toBe(counted);
  expect((await read()).first.history.map(({ words }) => words)).toEqual([null, "Lời khác", "Lời của tôi"]);

  const issue = { letterId, version: (await read()).version, documentNumber: "1-BC/ĐU" };
  expect((await send(tokens.base, issueLetter, issue)).done).not.toBeNull();
  expect((await read()).state).toBe("issued");
  expect(await is(edit("Muộn") as ReturnType<typeof send>)).toEqual(["issuedAlready"]);
  expect(await is(recount("leave") as ReturnType<typeof send>)).toEqual(["issuedAlready"]);
});

test("the database itself lets nobody change what went out", async () => {
  const change = (statement: string) =>
    actAs(tokens.base, () => withScope("letter.write", ({ db }) => db.$executeRawUnsafe(statement)));
  expect(await change("UPDATE letter SET document_number = 'x'")).toBe(0);
  await expect(
    change(`INSERT INTO letter_edit (letter_id, unit_id, edition, paragraph, words, edited_by_name)
      SELECT id, unit_id, 9, 'standing', 'x', 'x' FROM letter`),
  ).rejects.toThrow(/row-level security/);
});
