import { z } from "zod";
import { ETHNICITIES } from "@/lib/people/labels";
import { EDUCATIONS, OCCUPATIONS, PROFESSIONS, RELIGIONS, THEORIES } from "@/lib/people/rules";
import { parseDay } from "@/lib/shared/days";
import { normalise } from "@/lib/shared/vietnamese";
import { SOURCES } from "../labels/words";
import { CLOSE_REASONS, STEP_KINDS } from "../rules/step";

/** A day typed as dd/mm/yyyy; the sentence names what was typed. */
export const dayField = (label: string) =>
  z.string({ error: `${label}: hãy ghi ngày, ví dụ 04/05/2024.` }).transform((text, context) => {
    if (text.trim() === "") context.addIssue(`${label}: hãy ghi ngày, ví dụ 04/05/2024.`);
    const day = parseDay(text);
    if (day === null && text.trim() !== "") context.addIssue(`${label}: không có ngày ${text.trim()}.`);
    return day ?? "";
  });

const optionalDay = (label: string) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      if (text.trim() === "") return null;
      const day = parseDay(text);
      if (day === null) context.addIssue(`${label}: không có ngày ${text.trim()}.`);
      return day;
    });

const text = (label: string, example: string) =>
  z
    .string()
    .default("")
    .transform(normalise)
    .pipe(z.string().min(1, `${label}: hãy ghi, ví dụ ${example}.`).max(200, `${label}: quá dài.`));
const optionalText = z
  .string()
  .default("")
  .transform((typed) => normalise(typed) || null);
const count = (label: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!/^\d{1,4}$/.test(typed.trim())) context.addIssue(`${label}: hãy ghi một số nguyên.`);
      return Number(typed.trim());
    });
const choice = <Code extends string>(codes: readonly Code[]) =>
  z
    .string()
    .default("")
    .transform((typed): Code | null => codes.find((code) => code === typed) ?? null);
const yesNo = z
  .string()
  .default("")
  .transform((typed): boolean | null => (typed === "yes" ? true : typed === "no" ? false : null));

/** What is typed of a person. A bare birth year is allowed. */
export const personFields = {
  name: z
    .string()
    .default("")
    .transform(normalise)
    .pipe(
      z.string().regex(/^[\p{L}\p{M}'’ʼ.\- ]{2,120}$/u, "Họ và tên: hãy ghi đủ họ và tên, chỉ dùng chữ."),
    ),
  birth: z
    .string()
    .default("")
    .transform((typed, context) => {
      const bare = /^\s*(\d{4})\s*$/.exec(typed)?.[1];
      const day = bare ? null : parseDay(typed);
      if (!bare && day === null)
        context.addIssue(
          typed.trim() === ""
            ? "Ngày sinh: hãy ghi ngày, ví dụ 12/08/1998, hoặc riêng năm."
            : `Ngày sinh: không có ngày ${typed.trim()}.`,
        );
      const birthYear = Number(bare ?? day?.slice(0, 4) ?? 0);
      if (birthYear !== 0 && birthYear < 1900) context.addIssue(`Ngày sinh: năm ${birthYear} không đúng.`);
      return { birthDate: day, birthYear };
    }),
  sex: z.enum(["male", "female"], "Giới tính: hãy chọn Nam hoặc Nữ."),
  ethnicity: choice(Object.keys(ETHNICITIES)),
  religion: choice(RELIGIONS),
  citizenNumber: z
    .string()
    .default("")
    .transform((typed) => typed.replace(/[\s.]/g, ""))
    .pipe(z.string().regex(/^(\d{12})?$/, "Số định danh: cần đủ 12 chữ số, hoặc để trống."))
    .transform((typed) => typed || null),
  occupation: choice(OCCUPATIONS),
  education: choice(EDUCATIONS),
  profession: choice(PROFESSIONS),
  politicalTheory: choice(THEORIES),
  unionMember: yesNo,
  privateOwner: yesNo,
  foreignSpouse: yesNo,
};

const personObject = z.object(personFields);
export type PersonFields = z.output<typeof personObject>;
export type PersonInput = Omit<PersonFields, "birth"> & PersonFields["birth"];

export const personInput = ({ birth, ...rest }: PersonFields): PersonInput => ({ ...rest, ...birth });

export const newCandidateSchema = z.object({
  ...personFields,
  cell: z.string().min(1, "Chi bộ: hãy chọn chi bộ."),
  source: z.enum(SOURCES, "Nguồn giới thiệu: hãy chọn."),
  introducedOn: dayField("Ngày giới thiệu"),
  documentNumber: optionalText,
  readmission: yesNo.transform((yes) => yes === true),
  otherPerson: yesNo.transform((yes) => yes === true),
});

const version = z.coerce.number().int();
const candidateId = z.string();

export const editPersonSchema = z.object({ ...personFields, candidateId, version });

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

/** One form per kind of step; all fields as they are typed. */
export const stepSchemas = {
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
  certified: z.object({
    ...onDay("Ngày cấp"),
    documentNumber: text("Số giấy chứng nhận", "214/GCN"),
    issuer: optionalText,
  }),
  applied: z.object({ ...onDay("Ngày viết đơn"), cvDeclaredOn: optionalDay("Ngày khai lý lịch") }),
  cvDeclared: z.object(onDay("Ngày khai lý lịch")),
  referred: z.object({
    ...onDay("Ngày giới thiệu"),
    combination: z.enum(
      ["twoMembers", "unionAndMember", "tradeUnionAndMember"],
      "Người giới thiệu: hãy chọn trường hợp.",
    ),
    firstReferrer: text("Đảng viên giới thiệu", "Nguyễn Văn Bình"),
    secondReferrer: optionalText,
  }),
  verified: z.object({
    ...onDay("Ngày có kết quả"),
    result: z.enum(["passed", "notPassed", "concludedAbove"], "Kết quả: hãy chọn."),
  }),
  certificationGiven: z.object({
    ...onDay("Ngày chứng nhận"),
    qualified: z.enum(["yes", "no"], "Kết luận: hãy chọn."),
    politicalIssueOpen: yesNo,
  }),
  opinionCollected: z.object({
    ...onDay("Ngày có ý kiến"),
    from: z.enum(["massOrganisation", "residenceCell", "employer"], "Ý kiến của ai: hãy chọn."),
  }),
  cellVoted: z.object(resolution),
  baseVoted: z.object(resolution),
  submitted: z.object(onDay("Ngày trình")),
  decisionVoted: z.object(resolution),
  decided: z.object({
    ...onDay("Ngày quyết định"),
    documentNumber: text("Số quyết định", "83-QĐ/HU"),
    receivedOn: optionalDay("Ngày chi bộ nhận"),
  }),
  admitted: z.object({ ...onDay("Ngày lễ kết nạp"), helper: optionalText, superiorConsent: yesNo }),
  newMemberCertified: z.object({
    ...onDay("Ngày cấp"),
    documentNumber: text("Số giấy chứng nhận", "31/ĐVM"),
  }),
  recognitionVoted: z.object(resolution),
  recognised: z.object({ ...onDay("Công nhận từ ngày"), documentNumber: text("Số quyết định", "112-QĐ/HU") }),
  decisionRevoked: z.object({
    ...onDay("Ngày hủy"),
    documentNumber: text("Số quyết định", "5-QĐ/HU"),
    reason: optionalText,
  }),
  returned: z.object({
    ...onDay("Ngày trả lại"),
    to: z.enum(["cell", "base"], "Trả về: hãy chọn."),
    reason: text("Lý do", "thiếu giấy giới thiệu thứ hai"),
  }),
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
export const candidateIdSchema = z.object({ candidateId });
