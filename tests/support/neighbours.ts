import { createHash } from "node:crypto";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { ROLES } from "@/lib/access/policy";
import { makeToken } from "@/lib/connections/actions";
import { loadConnections } from "@/lib/connections/queries";
import { saveTemplate } from "@/lib/forms/repository/templates";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { saveNextNumber } from "@/lib/organisation/repository/register";
import { canonicalJson } from "@/lib/periods/rules/content";
import { setQuota } from "@/lib/quotas/actions";
import { NO_CHOICES } from "@/lib/reorganisation/rules/landing";
import { saveView } from "@/lib/reports/actions";
import { loadSavedViews } from "@/lib/reports/queries/saved-views";
import { initialFormState } from "@/lib/shared/form-state";
import { introducePerson } from "@/lib/sources/actions/referrals";
import { saveProgramme } from "@/lib/sources/repository/programmes";
import { ANYBODY } from "@/lib/sources/rules/programme";
import { aWordFile } from "./forms";
import { aFile, bringIn, UNITS } from "./imports";
import { aForm, givenOfficer } from "./organisation";
import { anAct } from "./reorganisation";

/** What the other side holds: nothing of it is ever a neighbour's to see or to change. */
export type OtherSide = {
  candidateId: string;
  stepId: string;
  quotaId: string;
  accountId: string;
  hatId: string;
  batchId: string;
  meetingId: string;
  meetingItemId: string;
  templateId: string;
  memberId: string;
  referralId: string;
  classId: string;
  enrolmentId: string;
  taskId: string;
  viewId: string;
  proposalId: string;
  totalId: string;
  programmeId: string;
  reorganisationId: string;
  briefingId: string;
  difficultyId: string;
  commitmentId: string;
  letterId: string;
  tokenId: string;
  periodId: string;
  requestId: string;
  snapshotId: string;
};

/** Words that stand in the other side's data only, and in no argument of ours. */
export const THEIR_WORDS = [
  "Trần Thị Riêng",
  "Phan Thị Đoàn Kín",
  "Lưu Thị Giới Thiệu",
  "Chi bộ Kín Đáo",
  "77-QĐ/KIN",
  "ho-so-kin.csv",
  "9-BB/KIN",
  "Lớp Kín",
  "Lời dặn kín",
  "Lý do kín",
  "Chương trình Kín",
  "5-NQ/KIN",
  "Hội trường Kín",
  "Khó khăn kín",
  "Việc thống nhất kín",
  "Người phụ trách Kín",
  "Đoạn thư kín",
  "Mã kín",
  "Trả lại kín",
  "Bản chốt Kín",
];

const NEXT_DOOR = [
  ["H2", "Đảng bộ huyện H2", "Cấp trên trực tiếp cơ sở", "T", "", "có"],
  ["C", "Đảng bộ xã C", "Đảng bộ cơ sở", "H2", "xã", ""],
  ["C-1", "Chi bộ thôn 1", "Chi bộ", "C", "thôn/tổ dân phố", ""],
];

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
  ["D-C", "Đoàn xã C", "Đoàn cơ sở", "D-T", "Khu dân cư", "C"],
];
const UNION_MEMBERS = [
  ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính", "Năm xếp loại", "Xếp loại"],
  ["D-A-1", "Phan Thị Đoàn Kín", "12/08/2000", "Nữ", "2024", "HTXSNV"],
];
const DOSSIERS = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];

/**
 * A district with a candidate, a quota, a headcount, an account and a checked file, and its neighbours:
 * the secretary of a cell beside the candidate's and an officer of every role in the next district.
 */
export async function givenNeighbours(): Promise<{ other: OtherSide; neighbours: Map<string, string> }> {
  const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
  await asOperator(async () => {
    const named = UNITS.map((row) =>
      row.map((cell, place) => (place === 1 && row[0] === "A-1" ? "Chi bộ Kín Đáo" : cell)),
    );
    await bringIn("don-vi", aFile(...named, ...NEXT_DOOR));
    await bringIn("to-chuc-doan", aFile(...UNION));
    await bringIn("doan-vien", aFile(...UNION_MEMBERS));
    await bringIn("ho-so", aFile(DOSSIERS, ["A-1", "Trần Thị Riêng", "12/08/1998", "Nữ", "20/02/2022"]));
  });
  const neighbours = new Map<string, string>();
  let kept = "";
  const upper = await asOperator(() =>
    withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      neighbours.set(
        "the cell beside",
        await givenOfficer(scope, "beside", "cellSecretary", await unit("A-2")),
      );
      for (const role of ROLES)
        neighbours.set(
          `${role} next door`,
          await givenOfficer(scope, `next-${role}`, role, await unit("H2")),
        );
      const nextUnion = await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: "D-C" } });
      neighbours.set(
        "an officer of the Union next door",
        await givenOfficer(scope, "next-union", "unionOfficer", await unit("C"), nextUnion.id),
      );
      kept = await givenOfficer(scope, "kept", "cellSecretary", await unit("A-1"));
      await scope.db.$executeRaw`
        INSERT INTO headcount (unit_id, on_day, total) VALUES (${await unit("A")}, '2024-01-01', 1777)`;
      await saveTemplate(scope, {
        unitId: await unit("A-1"),
        form: "6-knd",
        from: "2024-01-01",
        fileName: "mau-kin.docx",
        bytes: await aWordFile(["{ho_ten}"]),
      });
      await saveNextNumber(scope, {
        unitId: await unit("A"),
        register: "NQ",
        sign: "ĐU",
        year: 2024,
        onDay: "2024-01-05",
        subject: "other",
        candidateId: null,
      });
      await saveProgramme(scope, await unit("A-1"), {
        name: "Chương trình Kín",
        rule: { ...ANYBODY, ageFrom: 18 },
        from: "2022-01-01",
        to: null,
      });
      return givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    }),
  );
  await actAs(upper, async () => {
    await introducePerson(
      initialFormState,
      aForm({
        by: "WOMEN",
        name: "Lưu Thị Giới Thiệu",
        birth: "12/08/1991",
        sex: "female",
        cell: "A-1",
        onDay: "20/02/2024",
      }),
    );
    await loadCheckedFile("ho-so", {
      name: "ho-so-kin.csv",
      bytes: aFile(DOSSIERS, ["A-1", "Lê Văn Chờ", "12/08/1990", "Nam", "20/02/2022"]),
    });
    await setQuota(
      initialFormState,
      aForm({ ...A_QUOTA, unit: "A", documentNumber: "77-QĐ/KIN", documentDay: "05/01/2024" }),
    );
  });
  const [view] = await actAs(kept, async () => {
    await saveView(initialFormState, aForm({ name: "Cách xem kín", address: "/quotas?unit=A-1" }));
    return loadSavedViews();
  });
  const [token] = await actAs(kept, async () => {
    await makeToken(initialFormState, aForm({ name: "Mã kín", days: "30", permissions: "report.read" }));
    return (await loadConnections()).tokens;
  });
  const other = await asOperator(() =>
    withScope("account.manage", async ({ db }) => {
      const candidate = await db.candidate.findFirstOrThrow({
        where: { person: { name: "Trần Thị Riêng" } },
      });
      const [meeting] = await db.$queryRaw<{ id: string; itemId: string }[]>`
        WITH m AS (
          INSERT INTO meeting (unit_id, matter, held_on, minutes_number, opened_by_name, saved_by_name)
          VALUES (${candidate.unitId}, 'cellVoted', '2022-03-12', '9-BB/KIN', 'kept', 'kept') RETURNING id
        )
        INSERT INTO meeting_item (meeting_id, candidate_id, place) SELECT id, ${candidate.id}::uuid, 1 FROM m
        RETURNING meeting_id AS id, id AS "itemId"`;
      const held = await db.trainingClass.create({
        data: {
          unitId: candidate.unitId,
          code: "NT-KIN",
          codeKey: "NT-KIN",
          kind: "AWARENESS",
          name: "Lớp Kín",
          fromDay: new Date("2022-03-01"),
          toDay: new Date("2022-03-05"),
          savedByName: "kept",
        },
      });
      const enrolled = await db.enrolment.create({
        data: { classId: held.id, candidateId: candidate.id, savedByName: "kept" },
      });
      const task = await db.unitTask.create({
        data: {
          unitId: candidate.unitId,
          list: "none",
          months: 12,
          years: 0,
          people: 1,
          note: "Lời dặn kín",
          givenOn: new Date("2024-01-05"),
          dueOn: new Date("2024-02-05"),
          givenByName: "upper",
          giverName: "H",
        },
      });
      const { id: base } = await db.unit.findUniqueOrThrow({ where: { codeKey: "A" } });
      const proposal = await db.quotaProposal.create({
        data: {
          unitId: base,
          year: 2090,
          source: "ASSIGNED",
          value: 3,
          reason: "Lý do kín",
          proposedOn: new Date("2024-01-05"),
          proposedByName: "kept",
        },
      });
      const total = await db.pastTotal.create({
        data: {
          unitId: base,
          from: new Date("2015-01-01"),
          to: new Date("2015-12-31"),
          indicator: "ADMISSION",
          group: "WOMEN",
          words: "gần 47",
          source: "Báo cáo kín",
          recordedByName: "kept",
        },
      });
      const reorganisation = await db.reorganisation.create({
        data: {
          unitId: task.unitId,
          decisionNumber: "5-NQ/KIN",
          documentDay: new Date("2024-01-05"),
          day: new Date("2024-02-01"),
          acts: [{ ...anAct({ is: "close", unit: "A-2" }) }],
          choices: { ...NO_CHOICES },
          savedByName: "upper",
        },
      });
      const [agreed] = await db.$queryRaw<{ briefing: string; difficulty: string; commitment: string }[]>`
        WITH b AS (
          INSERT INTO briefing (unit_id, held_on, place, led_by, saved_by_name)
          VALUES (${base}, '2024-01-05', 'Hội trường Kín', 'kept', 'kept') RETURNING id
        ), d AS (
          INSERT INTO difficulty (briefing_id, unit_id, committee_id, committee_name, topic, words, raised_on, saved_by_name)
          SELECT id, ${candidate.unitId}, ${base}, 'A', 'other', 'Khó khăn kín', '2024-01-05', 'kept' FROM b RETURNING id
        ), c AS (
          INSERT INTO commitment (briefing_id, unit_id, committee_id, committee_name, doer, words, agreed_on, due_on, saved_by_name)
          SELECT id, ${candidate.unitId}, ${base}, 'A', 'unit', 'Việc thống nhất kín', '2024-01-05', '2024-02-05', 'kept' FROM b RETURNING id
        ), k AS (
          INSERT INTO caretaker (unit_id, name, from_day, set_by_name) VALUES (${candidate.unitId}, 'Người phụ trách Kín', '2024-01-05', 'kept')
        )
        SELECT b.id AS briefing, d.id AS difficulty, c.id AS commitment FROM b, d, c`;
      const letter = await db.letter.create({
        data: {
          unitId: base,
          month: new Date("2024-01-01"),
          asOf: new Date("2024-01-31"),
          paragraphs: [{ key: "standing", sentences: [["Đoạn thư kín"]] }],
          writtenByName: "kept",
        },
      });
      await db.letterEdit.create({
        data: {
          letterId: letter.id,
          unitId: base,
          edition: 1,
          paragraph: "standing",
          words: "Đoạn thư kín nữa",
          editedByName: "kept",
        },
      });
      const period = await db.reportingPeriod.create({
        data: {
          unitId: base,
          kind: "month",
          from: new Date("2022-03-01"),
          to: new Date("2022-03-31"),
          cutOff: new Date("2022-03-31"),
          dueOn: new Date("2022-04-05"),
          setByName: "kept",
          confirmations: {
            create: {
              unitId: candidate.unitId,
              state: "returned",
              confirmedOn: new Date("2022-04-01"),
              confirmedByName: "kept",
              confirmedAtName: "A-1",
              reason: "Trả lại kín",
            },
          },
        },
      });
      const snapshotId = await givenSnapshot(db, base);
      const account = await db.account.findFirstOrThrow({ where: { login: "kept" } });
      return {
        candidateId: candidate.id,
        stepId: (await db.step.findFirstOrThrow({ where: { candidateId: candidate.id } })).id,
        quotaId: (await db.quota.findFirstOrThrow()).id,
        accountId: account.id,
        hatId: (await db.assignment.findFirstOrThrow({ where: { accountId: account.id } })).id,
        templateId: (await db.formTemplate.findFirstOrThrow()).id,
        memberId: (await db.unionMember.findFirstOrThrow({ where: { name: "Phan Thị Đoàn Kín" } })).id,
        referralId: (await db.referral.findFirstOrThrow({ where: { name: "Lưu Thị Giới Thiệu" } })).id,
        batchId: (await db.importBatch.findFirstOrThrow({ where: { fileName: "ho-so-kin.csv" } })).id,
        meetingId: meeting?.id ?? "",
        meetingItemId: meeting?.itemId ?? "",
        classId: held.id,
        enrolmentId: enrolled.id,
        taskId: task.id,
        viewId: view?.id ?? "",
        proposalId: proposal.id,
        totalId: total.id,
        programmeId: (await db.programme.findFirstOrThrow()).id,
        reorganisationId: reorganisation.id,
        briefingId: agreed?.briefing ?? "",
        difficultyId: agreed?.difficulty ?? "",
        commitmentId: agreed?.commitment ?? "",
        letterId: letter.id,
        tokenId: token?.id ?? "",
        periodId: period.id,
        requestId: task.requestId,
        snapshotId,
      };
    }),
  );
  return { other, neighbours };
}

/** A frozen report of a unit, with nothing in it. */
async function givenSnapshot(db: UnitScope["db"], unitId: number): Promise<string> {
  const bytes = Buffer.from(canonicalJson({ format: 1, title: "Bản chốt Kín", sheets: [], figures: [] }));
  const { id } = await db.reportSnapshot.create({
    data: {
      unitId,
      report: "funnel",
      title: "Bản chốt Kín",
      unitName: "A",
      from: new Date("2022-03-01"),
      to: new Date("2022-03-31"),
      asOf: new Date("2022-03-31"),
      madeByName: "kept",
      hash: createHash("sha256").update(bytes).digest("hex"),
      bytes,
    },
  });
  return id;
}

/** A quota's fields as typed. */
export const A_QUOTA = {
  source: "ASSIGNED",
  indicator: "ADMISSION",
  group: "ALL",
  kind: "NUMBER",
  value: "18",
  from: "01/01/2024",
  to: "31/12/2024",
};
