import { z } from "zod";
import { dayField, optionalDay } from "@/lib/shared/fields";
import { PAPER_CODES } from "../rules/paper-catalogue";
import {
  CLOSE_REASONS,
  CONSENT_CASES,
  LEAVING_REASONS,
  STEP_KINDS,
  TRANSFER_LETTERS,
  VERIFICATION_TARGETS,
} from "../rules/step";
import { candidateId, count, optionalText, text, version, yesNo } from "./fields";

const votes = {
  convened: count("Được triệu tập"),
  present: count("Có mặt"),
  agreed: count("Tán thành"),
  disagreed: count("Không tán thành"),
  other: count("Ý kiến khác"),
  ballot: z.enum(["secret", "card"]).default("secret"),
  fellShort: yesNo.transform((yes) => yes === true),
};
const common = { candidateId, version };
const onDay = (label: string) => ({ ...common, onDay: dayField(label), documentNumber: optionalText });
const resolution = {
  ...common,
  onDay: dayField("Ngày họp"),
  documentNumber: text("Số nghị quyết", "07-NQ/CB"),
  ...votes,
};
const opinionFrom = z.enum(["massOrganisation", "residenceCell", "employer"], "Ý kiến của ai: hãy chọn.");
const result = z.enum(["passed", "notPassed", "concludedAbove"], "Kết quả: hãy chọn.");
const target = z.enum(VERIFICATION_TARGETS, "Người được thẩm tra: hãy chọn.");
const supports = z.enum(["yes", "no"], "Kết luận: hãy chọn.");
const optionalCount = (label: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      if (!/^\d{1,3}$/.test(typed.trim())) context.addIssue(`${label}: hãy ghi một số nguyên.`);
      return Number(typed.trim());
    });
const several = <Code extends string>(codes: readonly Code[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((typed) => codes.filter((code) => [typed].flat().includes(code)));
const period = z
  .string()
  .default("")
  .transform((typed, context) => {
    const match = /^(\d{1,2})\/(\d{4})$/.exec(typed.trim());
    const quarter = /^quý\s*([1-4])\/(\d{4})$/i.exec(typed.trim());
    if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
    if (match && Number(match[1]) >= 1 && Number(match[1]) <= 12)
      return `${match[2]}-${match[1]?.padStart(2, "0")}`;
    context.addIssue("Kỳ nhận xét: hãy ghi tháng 09/2026 hoặc quý 3/2026.");
    return "";
  });
/** One form per kind of step; all fields as they are typed. */
export const stepSchemas = {
  parentsConsulted: z.object({ ...onDay("Ngày có ý kiến"), agreed: supports }),
  sympathiserRecognised: z.object({
    ...onDay("Ngày nghị quyết"),
    documentNumber: text("Số nghị quyết", "05-NQ/CB"),
  }),
  helperAssigned: z.object({
    ...onDay("Ngày phân công"),
    helper: text("Đảng viên giúp đỡ", "Nguyễn Văn Bình"),
    official: yesNo,
    replacement: yesNo,
  }),
  helperEnded: z.object({
    ...onDay("Ngày thôi giúp đỡ"),
    helper: text("Đảng viên giúp đỡ", "Nguyễn Văn Bình"),
    reason: text("Lý do", "chuyển sinh hoạt"),
  }),
  progressNoted: z.object({
    ...onDay("Ngày nhận xét"),
    period,
    note: text("Nhận xét", "tích cực tham gia phong trào của thôn"),
  }),
  certified: z.object({
    ...onDay("Ngày cấp"),
    documentNumber: text("Số giấy chứng nhận", "214/GCN"),
    issuer: optionalText,
  }),
  formerMembership: z.object({
    ...onDay("Ngày ghi"),
    leftOn: dayField("Ngày ra khỏi Đảng"),
    reason: z.enum(LEAVING_REASONS, "Lý do ra khỏi Đảng: hãy chọn."),
    clearedOn: optionalDay("Ngày được xóa án tích"),
    readmittedBefore: yesNo,
  }),
  consentGiven: z.object({
    ...onDay("Ngày văn bản"),
    documentNumber: text("Số văn bản", "45-CV/TU"),
    of: z.enum(CONSENT_CASES, "Trường hợp: hãy chọn."),
    by: text("Nơi đồng ý", "Ban Thường vụ Tỉnh ủy"),
  }),
  permissionGranted: z.object({
    ...onDay("Ngày văn bản"),
    documentNumber: text("Số văn bản", "12-CV/ĐU"),
  }),
  applied: z.object({ ...onDay("Ngày viết đơn"), cvDeclaredOn: optionalDay("Ngày khai lý lịch") }),
  cvDeclared: z.object({
    ...onDay("Ngày khai lý lịch"),
    formVersion: optionalText,
    targets: several(VERIFICATION_TARGETS),
  }),
  sealed: z.object(onDay("Ngày đóng dấu")),
  dossierRenewed: z.object({ ...onDay("Ngày bổ sung"), cvChanged: yesNo }),
  referred: z.object({
    ...onDay("Ngày giới thiệu"),
    combination: z.enum(
      ["twoMembers", "unionAndMember", "tradeUnionAndMember"],
      "Người giới thiệu: hãy chọn trường hợp.",
    ),
    firstReferrer: text("Đảng viên giới thiệu", "Nguyễn Văn Bình"),
    secondReferrer: optionalText,
    firstMonths: optionalCount("Số tháng cùng công tác"),
    firstTogether: z.enum(["work", "residence"]).default("work"),
    firstRelative: yesNo,
    secondMonths: optionalCount("Số tháng cùng công tác"),
    secondTogether: z.enum(["work", "residence"]).default("work"),
    secondRelative: yesNo,
  }),
  verificationSent: z.object({
    ...onDay("Ngày gửi"),
    target,
    abroad: yesNo,
    carrier: optionalText,
    carrierRelated: yesNo,
  }),
  verificationReturned: z.object({ ...onDay("Ngày có kết quả"), target, result }),
  verificationWaived: z.object({ ...onDay("Ngày đối chiếu"), target, matched: yesNo }),
  verified: z.object({ ...onDay("Ngày có kết quả"), result }),
  politicsConcluded: z.object({
    ...onDay("Ngày kết luận"),
    documentNumber: text("Số văn bản", "18-KL/TU"),
    cleared: supports,
  }),
  cellCommented: z.object(onDay("Ngày nhận xét")),
  certificationGiven: z.object({
    ...onDay("Ngày chứng nhận"),
    qualified: supports,
    politicalIssueOpen: yesNo,
  }),
  opinionCollected: z.object({ ...onDay("Ngày có ý kiến"), from: opinionFrom }),
  cellVoted: z.object(resolution),
  sectionAppraised: z.object({
    ...onDay("Ngày thẩm định"),
    documentNumber: text("Số báo cáo", "03-BC/ĐUBP"),
    supports,
  }),
  baseVoted: z.object(resolution),
  submitted: z.object(onDay("Ngày trình")),
  decisionExtended: z.object({
    ...onDay("Ngày gia hạn"),
    reason: text("Lý do", "chờ kết luận của cấp trên"),
  }),
  decisionVoted: z.object(resolution),
  decided: z.object({
    ...onDay("Ngày quyết định"),
    documentNumber: text("Số quyết định", "83-QĐ/HU"),
    receivedOn: optionalDay("Ngày chi bộ nhận"),
    lateReason: optionalText,
  }),
  admitted: z.object({ ...onDay("Ngày lễ kết nạp"), helper: optionalText, superiorConsent: yesNo }),
  newMemberCertified: z.object({
    ...onDay("Ngày cấp"),
    documentNumber: text("Số giấy chứng nhận", "31/ĐVM"),
  }),
  selfReviewed: z.object(onDay("Ngày viết kiểm điểm")),
  helperReported: z.object(onDay("Ngày nhận xét")),
  probationOpinionCollected: z.object({ ...onDay("Ngày có ý kiến"), from: opinionFrom }),
  probationExtended: z.object({
    ...onDay("Ngày nghị quyết"),
    documentNumber: text("Số nghị quyết", "19-NQ/CB"),
    months: count("Số tháng kéo dài"),
    reason: text("Lý do", "vi phạm chưa đến mức kỷ luật"),
  }),
  recognitionVoted: z.object(resolution),
  recognitionAppraised: z.object({
    ...onDay("Ngày thẩm định"),
    documentNumber: text("Số báo cáo", "05-BC/ĐUBP"),
    supports,
  }),
  recognitionBaseVoted: z.object(resolution),
  recognised: z.object({
    ...onDay("Công nhận từ ngày"),
    documentNumber: text("Số quyết định", "112-QĐ/HU"),
    decidedOn: optionalDay("Ngày quyết định"),
  }),
  removalVoted: z.object(resolution),
  decisionRevoked: z.object({
    ...onDay("Ngày hủy"),
    documentNumber: text("Số quyết định", "5-QĐ/HU"),
    reason: optionalText,
  }),
  transferred: z.object({
    ...onDay("Ngày giấy giới thiệu"),
    to: z.string().default(""),
    outside: optionalText,
    letter: z.enum(TRANSFER_LETTERS).nullable().catch(null),
    movedOn: dayField("Ngày chuyển"),
  }),
  transferReceived: z.object(onDay("Ngày nhận")),
  paperMarked: z.object({
    ...onDay("Ngày kiểm tra"),
    paper: z.enum(PAPER_CODES, "Giấy tờ: hãy chọn."),
    state: z.enum(["had", "checked", "wrong"], "Tình trạng: hãy chọn."),
    place: optionalText,
    issuer: optionalText,
    comment: optionalText,
  }),
  returned: z.object({
    ...onDay("Ngày trả lại"),
    to: z.enum(["cell", "base"], "Trả về: hãy chọn."),
    reason: text("Lý do", "thiếu giấy giới thiệu thứ hai"),
    revote: z.enum(["yes", "no"]).default("no"),
    comments: z.union([z.string(), z.array(z.string())]).default([]),
  }),
  resent: z.object(onDay("Ngày gửi lại")),
  closed: z.object({
    ...onDay("Ngày đóng"),
    reason: z.enum(CLOSE_REASONS, "Lý do: hãy chọn."),
    note: optionalText,
  }),
  reopened: z.object({ ...onDay("Ngày mở lại"), reason: text("Lý do", "đóng nhầm") }),
} as const;

export type RecordableKind = keyof typeof stepSchemas;
export const RECORDABLE = STEP_KINDS.filter((kind): kind is RecordableKind => kind in stepSchemas);

/** Which form was sent; the action picks its schema by it. */
export const recordSchema = z.looseObject({
  kind: z.enum(RECORDABLE as [RecordableKind, ...RecordableKind[]]),
  candidateId,
  version,
});

export const undoStepSchema = z.object({ candidateId, version, stepId: z.string() });
