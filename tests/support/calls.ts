import { auditAddress } from "@/lib/access/schema";
import { needsAddress } from "@/lib/classes/schema";
import { registerAddress } from "@/lib/forms/schema";
import { listAddress } from "@/lib/pipeline/schema/address";
import { whatIfAddress } from "@/lib/pipeline/schema/what-if";
import { boardAddress, unitTasksAddress } from "@/lib/reports/schema";
import type { AnyFinding, FormState } from "@/lib/shared/form-state";
import { registerAddress as memberAddress, referralAddress } from "@/lib/sources/schema";
import { aFile } from "./imports";
import { A_QUOTA, type OtherSide } from "./neighbours";

/** How a query is called with what belongs to somebody else; "inside a scope": only from behind the gate. */
export type QueryCall = ((other: OtherSide) => unknown[]) | "inside a scope";
/** The form that an action is sent about what belongs to somebody else. */
export type ActionForm = (other: OtherSide) => Record<string, string>;
export type AnyAction = (state: FormState<AnyFinding>, form: FormData) => Promise<FormState<AnyFinding>>;

const PARAMETERS = {
  unit: "A",
  from: "2022-01-01",
  to: "2022-12-31",
  asOf: "2022-12-31",
  countBy: null,
  tree: "as-was",
} as const;
const FIGURE = "funnel:total.introduced";
const board = () => boardAddress.parse({ unit: "A", from: "01/01/2022", to: "31/12/2022" });

/** Every query, by "file:export". */
export const QUERY_CALLS: Record<string, QueryCall> = {
  "access/queries/accounts:loadAccounts": () => ["kept"],
  "access/queries/accounts:loadAccount": ({ accountId }) => [accountId],
  "access/queries/audit:loadAudit": () => [auditAddress({ table: "candidate" }), false],
  "access/queries/self:loadSelf": () => [],
  "classes/queries/calls:loadCalls": () => [],
  "classes/queries/calls:loadCallCount": () => [],
  "classes/queries/class:loadClass": ({ classId }) => [classId],
  "classes/queries/class:loadCertified": ({ classId }) => [classId],
  "classes/queries/needs:loadNeeds": () => [needsAddress.parse({ unit: "A" })],
  "classes/queries/needs:loadPlan": ({ candidateId }) => ["AWARENESS", [candidateId]],
  "forms/queries/catalogue:loadForms": () => [],
  "forms/queries/catalogue:loadForm": () => ["6-knd"],
  "forms/queries/catalogue:loadTemplate": ({ templateId }) => ["6-knd", templateId],
  "forms/queries/catalogue:loadBlankForm": () => ["6-knd"],
  "forms/queries/dossier:loadCandidateForms": ({ candidateId }) => [candidateId],
  "forms/queries/dossier:loadFilledForm": ({ candidateId }) => [candidateId, "6-knd"],
  "forms/queries/dossier:loadFilledForms": ({ candidateId }) => [[candidateId], "cn-ntvd"],
  "forms/queries/dossier:loadDecisionsOf": () => ["2024-06-12"],
  "forms/queries/register:loadRegister": () => [registerAddress.parse({ register: "NQ", year: "2024" })],
  "intake/queries/imports:loadImports": () => [],
  "intake/queries/imports:loadImport": ({ batchId }) => [batchId],
  "intake/queries/imports:loadRejects": ({ batchId }) => [batchId],
  "intake/queries/imports:loadCheckedFile": () => [
    "ho-so",
    {
      name: "theirs.csv",
      bytes: aFile(
        ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"],
        ["A-1", "Người Lạ", "12/08/1998", "Nữ", "20/02/2022"],
      ),
    },
  ],
  "meetings/queries/meeting:loadMeeting": ({ meetingId }) => [meetingId],
  "meetings/queries/meetings:loadMeetings": () => ["A-1"],
  "organisation/queries/shell:loadShell": () => [],
  "organisation/queries/today:loadTodayTree": () => ["2000-01-01"],
  "organisation/queries/tree:loadUnitTree": () => ["A"],
  "organisation/queries/tree:loadChildRows": () => ["A"],
  "organisation/queries/tree:loadSiblings": () => ["A"],
  "organisation/queries/tree:loadFoundUnits": () => ["A-1"],
  "organisation/queries/unit:loadUnit": () => ["A"],
  "organisation/queries/unit:loadUnitForChange": () => ["A"],
  "organisation/queries/unit:loadHeadcountForm": () => ["A", "2024-01-01"],
  "people/queries/search:loadFoundPeople": () => ["tran thi rieng"],
  "pipeline/queries/candidate:loadCandidate": ({ candidateId }) => [candidateId],
  "pipeline/queries/candidate:loadRecording": ({ candidateId }) => [candidateId, "certified"],
  "pipeline/queries/candidate:loadPersonEdit": ({ candidateId }) => [candidateId],
  "pipeline/queries/entry:loadEntryCells": () => [],
  "pipeline/queries/recheck:loadRecheck": ({ candidateId }) => [candidateId, "2026-08-01"],
  "pipeline/queries/rules:loadRules": () => [],
  "pipeline/queries/rules:loadProvinceOptions": () => [2026],
  "pipeline/queries/list:loadCandidates": () => [listAddress({ unit: "A-1" }).filter],
  "pipeline/queries/tasks:loadTasks": () => [],
  "pipeline/queries/tasks:loadTaskGroup": () => ["watch", null],
  "pipeline/queries/tasks:loadOverdue": () => ["A"],
  "pipeline/queries/tasks:loadOverdueGroup": () => ["A", { group: "watch", kind: null, after: null }],
  "pipeline/queries/what-if:loadWhatIf": () => [whatIfAddress({ unit: "A" })],
  "quotas/queries/entry:loadQuotaEntry": () => ["A"],
  "reorganisation/queries/file:loadActsOfFile": () => [
    { name: "theirs.csv", bytes: aFile(["Việc", "Mã đơn vị"], ["Giải thể", "A-1"]) },
  ],
  "reorganisation/queries/reorganisations:loadReorganisations": () => [],
  "reorganisation/queries/reorganisations:loadReorganisationEntry": ({ reorganisationId }) => [
    reorganisationId,
  ],
  "reorganisation/queries/reorganisations:loadReorganisation": ({ reorganisationId }) => [reorganisationId],
  "reports/queries/allocation:loadAllocation": () => [{ unit: "A", year: 2024, source: "ASSIGNED" }],
  "reports/queries/any:loadReport": () => ["funnel", PARAMETERS],
  "reports/queries/attainment:loadAttainment": () => [PARAMETERS],
  "reports/queries/attainment:loadAttainmentWithin": "inside a scope",
  "reports/queries/attainment:loadCountedWithin": "inside a scope",
  "reports/queries/board:loadBoard": () => [board()],
  "reports/queries/classes:loadClassesReport": () => [PARAMETERS],
  "reports/queries/classes:loadClassesReportWithin": "inside a scope",
  "reports/queries/context:loadReportContext": "inside a scope",
  "reports/queries/coverage:loadCoverage": () => [PARAMETERS],
  "reports/queries/coverage:loadCoverageWithin": "inside a scope",
  "reports/queries/coverage:loadCoveragePage": () => [board()],
  "reports/queries/drawer:loadDrawer": "inside a scope",
  "reports/queries/funnel:loadFunnel": () => [PARAMETERS],
  "reports/queries/funnel:loadFunnelWithin": "inside a scope",
  "reports/queries/page:loadReportPage": () => ["funnel", board()],
  "reports/queries/people:loadPeople": () => [PARAMETERS, FIGURE],
  "reports/queries/people:loadFigure": "inside a scope",
  "reports/queries/people:loadFigurePeople": "inside a scope",
  "reports/queries/sources:loadSources": () => [PARAMETERS],
  "reports/queries/sources:loadSourcesPage": () => [board()],
  "reports/queries/sources:loadSourcesWithin": "inside a scope",
  "reports/queries/summary:loadUnitQuotaSummary": () => [],
  "reports/queries/unit-tasks:loadUnitTasks": () => [unitTasksAddress.parse({})],
  "reports/queries/unit-tasks:loadUnitTaskNote": () => [],
  "sources/queries/rating:loadChapterYear": () => ["D-A-1", 2024],
  "sources/queries/rating:loadChapters": () => [2024, false, null],
  "sources/queries/referrals:loadIntroduction": () => ["D-A"],
  "sources/queries/referrals:loadReferral": ({ referralId }) => [referralId],
  "sources/queries/referrals:loadReferralEntry": () => [],
  "sources/queries/referrals:loadReferrals": () => [referralAddress({})],
  "sources/queries/referrals:loadUnionTasks": () => [],
  "sources/queries/referrals:loadWaitingReferrals": () => [],
  "sources/queries/register:loadMember": ({ memberId }) => [memberId],
  "sources/queries/register:loadRegister": () => [memberAddress({ q: "phan thi doan" }, "2024-05-04")],
};

const VOTES = { convened: "9", present: "8", agreed: "8", disagreed: "0", other: "0", ballot: "secret" };
const ON_DAY = { onDay: "12/03/2022", documentNumber: "05-NQ/CB" };
const A_PERSON = { name: "Người Lạ", birth: "12/08/1998", sex: "female" };
const A_HAT = { role: "cellSecretary", unit: "A-1" };
const A_KIND = { name: "Tên mới", kind: "BASE_COMMITTEE", type: "", from: "01/01/2024" };

const A_CLASS = {
  name: "Khóa mới",
  from: "01/01/2024",
  to: "05/01/2024",
  form: "DAY",
  sessions: "5",
  size: "",
};

const aStep =
  (kind: string, fields: Record<string, string> = {}): ActionForm =>
  ({ candidateId }) => ({ kind, candidateId, version: "1", ...ON_DAY, ...fields });

/** Every action, by "file:export": a form that its schema accepts. */
export const ACTION_FORMS: Record<string, ActionForm> = {
  "access/actions:openAccount": () => ({ login: "moi", name: "Người Mới", ...A_HAT }),
  "access/actions:lockAccount": ({ accountId }) => ({ accountId, locked: "yes" }),
  "access/actions:resetPassword": ({ accountId }) => ({ accountId }),
  "access/actions:giveHat": ({ accountId }) => ({ accountId, ...A_HAT }),
  "access/actions:endHat": ({ hatId }) => ({ hatId }),
  "access/actions:changePassword": () => ({ current: "x", password: "Mat-khau-9", again: "Mat-khau-9" }),
  "classes/actions:planClass": ({ candidateId }) => ({
    ...A_CLASS,
    unit: "A",
    kind: "AWARENESS",
    candidate: candidateId,
  }),
  "classes/actions:editClass": ({ classId }) => ({ ...A_CLASS, classId, version: "1" }),
  "classes/actions:callPeople": ({ classId, candidateId }) => ({ classId, candidate: candidateId }),
  "classes/actions:answerCall": ({ enrolmentId }) => ({ enrolmentId, version: "1", answer: "confirm" }),
  "classes/actions:takeSubstitute": ({ classId, enrolmentId }) => ({ classId, enrolmentId, version: "1" }),
  "classes/actions:markAttendance": ({ classId, enrolmentId }) => ({
    classId,
    enrolmentId,
    session: "1",
    came: "yes",
  }),
  "classes/actions:saveResults": ({ classId, enrolmentId }) => ({
    classId,
    version: "1",
    learner: enrolmentId,
    grade: "good",
  }),
  "classes/actions:certifyLearners": ({ classId }) => ({ classId, version: "1", onDay: "05/01/2024" }),
  "forms/actions:replaceTemplate": () => ({
    form: "6-knd",
    fromDay: "01/01/2024",
    fileName: "mau.docx",
    file: Buffer.from("not a Word file").toString("base64"),
  }),
  "forms/actions:withdrawTemplate": ({ templateId }) => ({ templateId, version: "1" }),
  "forms/actions:takeNumber": () => ({ register: "NQ", onDay: "01/01/2999", subject: "họp" }),
  "access/actions:setDigest": () => ({ wanted: "yes", email: "a@b.vn" }),
  "intake/actions:commitImport": ({ batchId }) => ({ batchId }),
  "intake/actions:undoImportBatch": ({ batchId }) => ({ batchId }),
  "meetings/actions:conveneMeeting": () => ({ unit: "A-1", matter: "cellVoted", heldOn: "12/03/2022" }),
  "meetings/actions:saveMeetingHead": ({ meetingId }) => ({ meetingId, version: "1", heldOn: "12/03/2022" }),
  "meetings/actions:saveMeetingRow": ({ meetingId, meetingItemId }) => ({
    meetingId,
    itemId: meetingItemId,
    version: "1",
    agreed: "9",
  }),
  "meetings/actions:changeAgenda": ({ meetingId, candidateId }) => ({ meetingId, candidateId, on: "no" }),
  "meetings/actions:recordMeeting": ({ meetingId, meetingItemId }) => ({
    meetingId,
    version: "1",
    seen: `${meetingItemId}:1`,
  }),
  "meetings/actions:reopenMeeting": ({ meetingId }) => ({ meetingId, version: "1" }),
  "meetings/actions:dropMeeting": ({ meetingId }) => ({ meetingId, version: "1" }),
  "organisation/actions:addUnit": () => ({ ...A_KIND, parent: "A", code: "A-9", kind: "CELL" }),
  "organisation/actions:renameUnit": () => ({ ...A_KIND, unit: "A", version: "1" }),
  "organisation/actions:moveUnit": () => ({ unit: "A", version: "1", parent: "H2", from: "01/01/2024" }),
  "organisation/actions:closeUnit": () => ({
    unit: "A",
    version: "1",
    lastDay: "01/01/2024",
    successors: "C",
  }),
  "organisation/actions:undoUnitChange": () => ({ unit: "A", version: "1" }),
  "organisation/actions:removeUnit": () => ({ unit: "A-2", version: "1" }),
  "organisation/actions:recordHeadcount": () => ({ unit: "A", onDay: "01/02/2024", total: "3" }),
  "organisation/actions:removeHeadcount": () => ({ unit: "A", onDay: "01/01/2024", version: "1" }),
  "pipeline/actions/entry:enterCandidate": () => ({
    ...A_PERSON,
    cell: "A-1",
    source: "CELL",
    introducedOn: "20/02/2022",
  }),
  "pipeline/actions/entry:enterArrival": () => ({
    ...A_PERSON,
    cell: "A-1",
    source: "CELL",
    introducedOn: "20/02/2022",
    from: "Đảng bộ phường 3",
    letter: "53",
    letterNumber: "14-CV/ĐU",
    letterOn: "01/03/2024",
    movedOn: "01/02/2024",
  }),
  "pipeline/actions/entry:enterAgain": ({ candidateId }) => ({
    candidateId,
    cell: "A-1",
    source: "CELL",
    introducedOn: "20/02/2024",
  }),
  "pipeline/actions/person:editPerson": ({ candidateId }) => ({ ...A_PERSON, candidateId, version: "1" }),
  "pipeline/actions/person:undoStep": ({ candidateId, stepId }) => ({ candidateId, stepId, version: "1" }),
  "pipeline/actions/person:openCitizenNumber": ({ candidateId }) => ({ candidateId }),
  "pipeline/actions/options:setProcedureOptions": () => ({
    from: "01/01/2026",
    document: "02-HD/BTCTU",
    notesEvery: "quarter",
  }),
  "pipeline/actions/record:recordCellStep": aStep("cellVoted", VOTES),
  "pipeline/actions/record:recordBaseStep": aStep("baseVoted", VOTES),
  "pipeline/actions/record:recordDecision": aStep("decided"),
  "pipeline/actions/record:recordConsent": aStep("consentGiven", { of: "readmission", by: "Tỉnh ủy" }),
  "pipeline/actions/record:markPaper": aStep("paperMarked", { paper: "cv", state: "checked" }),
  "pipeline/actions/record:transferCandidate": aStep("transferred", {
    to: "A-1",
    letter: "53",
    movedOn: "01/03/2024",
  }),
  "pipeline/actions/record:recordCeremony": aStep("admitted"),
  "pipeline/actions/record:recordRecognition": aStep("recognised"),
  "pipeline/actions/record:returnCandidate": aStep("returned", { to: "cell", reason: "thiếu giấy" }),
  "pipeline/actions/record:closeCandidate": aStep("closed", { reason: "withdrew" }),
  "sources/actions/members:transferMember": ({ memberId }) => ({
    memberId,
    version: "1",
    to: "D-C",
    onDay: "01/03/2024",
  }),
  "sources/actions/rating:rateChapter": ({ memberId }) => ({
    unit: "D-A-1",
    year: "2024",
    member: memberId,
    rating: "GOOD",
    training: "70",
    version: "1",
  }),
  "sources/actions/rating:chooseOutstanding": ({ memberId }) => ({
    unit: "D-A-1",
    year: "2024",
    votedOn: "20/11/2024",
    present: "9",
    ballot: "secret",
    member: memberId,
    agreed: "9",
  }),
  "sources/actions/referrals:introduceMembers": ({ memberId }) => ({
    unit: "D-A",
    member: memberId,
    cell: "A-1",
    onDay: "20/02/2025",
    resolution: "12-NQ/ĐTN",
  }),
  "sources/actions/referrals:introducePerson": () => ({
    ...A_PERSON,
    by: "FARMERS",
    cell: "A-1",
    onDay: "20/02/2024",
  }),
  "sources/actions/referrals:takeUpReferral": ({ referralId }) => ({ referralId, onDay: "20/02/2024" }),
  "sources/actions/referrals:returnReferral": ({ referralId }) => ({
    referralId,
    version: "1",
    onDay: "20/02/2024",
    reason: "chưa đủ",
  }),
  "reorganisation/actions:draftReorganisation": () => ({
    decisionNumber: "1656-NQ/TW",
    documentDay: "16/06/2025",
    day: "01/07/2025",
    "act.0.is": "close",
    "act.0.unit": "A-1",
    "act.0.to": "A-2",
  }),
  "reorganisation/actions:carryOutReorganisation": ({ reorganisationId }) => ({
    id: reorganisationId,
    version: "1",
  }),
  "reorganisation/actions:dropReorganisation": ({ reorganisationId }) => ({
    id: reorganisationId,
    version: "1",
  }),
  "reorganisation/actions:undoReorganisation": ({ reorganisationId }) => ({
    id: reorganisationId,
    version: "1",
  }),
  "reports/actions:giveTasks": () => ({
    unit: "A",
    from: "2024-01-01",
    to: "2024-12-31",
    list: "none",
    months: "12",
    years: "0",
    whom: "all",
    dueOn: "01/01/2090",
  }),
  "reports/actions:answerTask": ({ taskId }) => ({ taskId, version: "1", answer: "Đã làm" }),
  "reports/actions:closeTask": ({ taskId }) => ({ taskId, version: "1" }),
  "quotas/actions:setQuota": () => ({ ...A_QUOTA, unit: "A" }),
  "quotas/actions:withdrawQuota": ({ quotaId }) => ({ unit: "A", quota: quotaId, version: "1" }),
  "quotas/actions:restoreQuota": ({ quotaId }) => ({ unit: "A", quota: quotaId, version: "1" }),
  "quotas/actions:allocateQuotas": () => ({
    unit: "A",
    year: "2024",
    source: "ASSIGNED",
    child: "A-1",
    asked: "4",
    documentNumber: "402-QĐ/HU",
    documentDay: "05/01/2024",
  }),
};
