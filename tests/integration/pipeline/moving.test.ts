import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { enterAgain } from "@/lib/pipeline/actions/entry";
import { undoStep } from "@/lib/pipeline/actions/person";
import {
  closeCandidate,
  recordCellStep,
  returnCandidate,
  transferCandidate,
} from "@/lib/pipeline/actions/record";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { PAPER_CODES } from "@/lib/pipeline/rules/paper-catalogue";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const VOTES = { convened: "10", present: "10", agreed: "10", disagreed: "0", other: "0" };

let cell = "";
let sister = "";
let base = "";
const ids: Record<string, string> = {};

beforeAll(async () => {
  const row = (name: string, cellCode: string) => [
    cellCode,
    name,
    "12/08/1998",
    "Nam",
    "20/02/2022",
    "12/03/2022",
    "28/10/2022",
    "10/09/2023",
    "03/05/2024",
  ];
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn(
      "ho-so",
      aFile(
        [
          "Mã chi bộ",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Ngày giới thiệu",
          "Ngày vào diện cảm tình",
          "Ngày cấp GCN nhận thức",
          "Ngày viết đơn",
          "Ngày nghị quyết chi bộ",
        ],
        row("Trần Văn Đi", "A-1"),
        row("Trần Văn Về", "A-1"),
        row("Trần Văn Lại", "A-1"),
      ),
    );
    await withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      cell = await givenOfficer(scope, "cell", "cellSecretary", await unit("A-1"));
      sister = await givenOfficer(scope, "sister", "cellSecretary", await unit("A-2"));
      base = await givenOfficer(scope, "base", "baseOfficer", await unit("A"));
      for (const { id, person } of await scope.db.candidate.findMany({ include: { person: true } }))
        ids[person.name] = id;
    });
  });
});

const load = (token: string, name: string) => actAs(token, () => loadCandidate(ids[name] ?? ""));
const versionOf = async (token: string, name: string) => String((await load(token, name)).candidate.version);

test("a move clears what §3.18 says, is undone by nobody, and leaves the old cell blind", async () => {
  const before = await load(cell, "Trần Văn Đi");
  expect(before.standing.cellResolvedOn).toBe("2024-05-03");
  const send = async (to: string) =>
    actAs(cell, () =>
      transferCandidate(
        initialFormState,
        aForm({
          kind: "transferred",
          candidateId: ids["Trần Văn Đi"] ?? "",
          version: String(before.candidate.version),
          to,
          letter: "92",
          documentNumber: "14-CV/ĐU",
          onDay: "01/06/2024",
          movedOn: "20/05/2024",
        }),
      ),
    );
  expect(await send("A-1"), "to itself").toMatchObject({ fieldErrors: { to: [expect.any(String)] } });
  expect(await send("A"), "to a committee").toMatchObject({ fieldErrors: { to: [expect.any(String)] } });
  expect((await send("A-2")).done).not.toBeNull();
  await expect(load(cell, "Trần Văn Đi")).rejects.toThrow(NOT_FOUND);

  const after = await load(sister, "Trần Văn Đi");
  expect(after.standing).toMatchObject({ cellResolvedOn: null, helpers: [], certifiedOn: "2022-10-28" });
  expect(after.next?.kind).toBe("transferReceived");
  const moved = after.candidate.steps.at(-1);
  const undone = await actAs(sister, () =>
    undoStep(
      initialFormState,
      aForm({
        candidateId: ids["Trần Văn Đi"] ?? "",
        version: String(after.candidate.version),
        stepId: moved?.id ?? "",
      }),
    ),
  );
  expect(undone.fieldErrors[""]).toEqual(["Bước này không hoàn tác được."]);
});

test("the second wall: nobody moves a candidate whom they do not reach", async () => {
  const moved = await actAs(sister, () =>
    withScope("candidate.transfer", async (scope) => {
      const [row] = await scope.db.$queryRaw<{ moved: boolean }[]>`
        SELECT sec.move_candidate(${ids["Trần Văn Về"]}::uuid, ${scope.actor.unit.id}::int) AS moved`;
      return row?.moved;
    }),
  );
  expect(moved).toBe(false);
  expect((await load(cell, "Trần Văn Về")).candidate.cell.code).toBe("A-1");
});

test("R-27: a resolution's number is one person's", async () => {
  const vote = async (name: string, number: string, version: string) =>
    actAs(cell, () =>
      recordCellStep(
        initialFormState,
        aForm({
          kind: "removalVoted",
          candidateId: ids[name] ?? "",
          version,
          onDay: "03/05/2024",
          documentNumber: number,
          ...VOTES,
        }),
      ),
    );
  const refused = await vote("Trần Văn Về", "1-NQ/CB", await versionOf(cell, "Trần Văn Về"));
  expect(refused.findings.map(({ is }) => is)).toContain("notAdmitted");
  const cellVote = async (name: string) =>
    actAs(cell, () =>
      recordCellStep(
        initialFormState,
        aForm({
          kind: "cellVoted",
          fellShort: "yes",
          candidateId: ids[name] ?? "",
          version: "1",
          onDay: "03/05/2024",
          documentNumber: "9-NQ/CB",
          ...VOTES,
          agreed: "2",
          disagreed: "8",
        }),
      ),
    );
  expect((await cellVote("Trần Văn Về")).done).not.toBeNull();
  const second = await cellVote("Trần Văn Lại");
  expect(second.findings.map(({ is }) => is)).toContain("resolutionNumberUsed");
});

test("a return names single papers; the sender sees them and sends the dossier again without a new vote", async () => {
  const name = "Trần Văn Lại";
  const comments = PAPER_CODES.map((code) => (code === "referral" ? "thiếu chữ ký" : ""));
  const form = aForm({
    kind: "returned",
    candidateId: ids[name] ?? "",
    version: await versionOf(base, name),
    onDay: "10/05/2024",
    to: "cell",
    revote: "no",
    reason: "thiếu chữ ký người giới thiệu",
  });
  for (const comment of comments) form.append("comments", comment);
  expect((await actAs(base, () => returnCandidate(initialFormState, form))).done).not.toBeNull();

  const view = await load(cell, name);
  expect(view.next?.kind).toBe("resent");
  expect(view.standing).toMatchObject({ cellResolvedOn: "2024-05-03", returnedTo: "cell" });
  expect(view.papers.find(({ code }) => code === "referral")).toMatchObject({
    state: "wrong",
    comment: "thiếu chữ ký",
  });
});

test("after a dossier ended there is a new one, with the certificate while it is valid", async () => {
  const name = "Trần Văn Về";
  const again = () =>
    actAs(cell, () =>
      enterAgain(
        initialFormState,
        aForm({ candidateId: ids[name] ?? "", cell: "A-1", source: "CELL", introducedOn: "01/08/2024" }),
      ),
    );
  expect((await again()).fieldErrors[""]?.[0]).toContain("còn mở");
  const closed = await actAs(cell, async () =>
    closeCandidate(
      initialFormState,
      aForm({
        kind: "closed",
        candidateId: ids[name] ?? "",
        version: await versionOf(cell, name),
        onDay: "01/07/2024",
        reason: "withdrew",
      }),
    ),
  );
  expect(closed.done).not.toBeNull();
  expect((await again()).done).not.toBeNull();
  const [fresh] = await asOperator(() =>
    withScope("candidate.read", (scope) =>
      scope.db.candidate.findMany({ where: { person: { name }, closedOn: null } }),
    ),
  );
  expect(fresh).toMatchObject({ stage: "certified", introducedOn: new Date("2024-08-01") });
});
