import { z } from "zod";
import { SOURCES } from "@/lib/pipeline/labels/words";
import { dayField, typedText } from "@/lib/shared/fields";
import { isUuid } from "@/lib/shared/uuid";
import { GRADES } from "./rules/enrolment";
import { type NeedFilter, parseNeedKey } from "./rules/filter";
import { WAITING_DAYS } from "./rules/need";
import { AUDIENCES, CLASS_FORMS, CLASS_KINDS, MOST_SESSIONS } from "./rules/training-class";

const id = z.uuid();
const version = z.coerce.number().int();
/** A field that stands once, several times or not at all. */
const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [...new Set([given].flat().filter((one) => isUuid(one)))]);

const words = (label: string, longest: number) =>
  typedText.pipe(z.string().max(longest, `${label}: hãy ghi ngắn hơn, nhiều nhất ${longest} chữ.`));

const plan = {
  name: words("Tên lớp", 200).pipe(
    z.string().min(1, "Tên lớp: hãy ghi tên lớp, ví dụ Lớp nhận thức về Đảng khóa 2."),
  ),
  from: dayField("Từ ngày"),
  to: dayField("Đến ngày"),
  form: z.enum(CLASS_FORMS, "Hình thức: hãy chọn một hình thức."),
  audience: z.enum(AUDIENCES).default("ALL"),
  place: words("Địa điểm", 200).transform((typed) => typed || null),
  sessions: typedText.transform((typed, context) => {
    const count = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
    if (count < 1 || count > MOST_SESSIONS)
      context.addIssue(`Số buổi: hãy ghi một số từ 1 đến ${MOST_SESSIONS}.`);
    return count;
  }),
  size: typedText.transform((typed, context) => {
    if (typed === "") return null;
    if (!/^[1-9]\d{0,3}$/.test(typed)) context.addIssue("Sĩ số tối đa: hãy ghi một số, hoặc để trống.");
    return Number(typed);
  }),
};

const inOrder = <Plan extends { from: string; to: string }>(schema: z.ZodType<Plan>) =>
  schema.refine(({ from, to }) => from === "" || to === "" || from <= to, {
    path: ["to"],
    message: "Đến ngày: hãy ghi ngày không trước Từ ngày.",
  });

/** A class to be held, with the people who are called to it. */
export const planClassSchema = inOrder(
  z.object({ unit: typedText, kind: z.enum(CLASS_KINDS), candidate: ids, ...plan }),
);

export const editClassSchema = inOrder(z.object({ classId: id, version, ...plan }));

export const callPeopleSchema = z.object({ classId: id, candidate: ids });

/** What a cell answers; a reason is asked of who declines, somebody else may be proposed. */
export const answerCallSchema = z
  .object({
    enrolmentId: id,
    version,
    answer: z.enum(["confirm", "decline"], "Trả lời: hãy chọn đi học hoặc không đi được."),
    reason: words("Lý do", 300),
    substitute: typedText.transform((typed) => (isUuid(typed) ? typed : null)),
  })
  .refine(({ answer, reason }) => answer === "confirm" || reason !== "", {
    path: ["reason"],
    message: "Lý do: hãy ghi vì sao không đi được, ví dụ bận thi.",
  });

export const takeSubstituteSchema = z.object({ classId: id, enrolmentId: id, version });

/** One tap: somebody came to a session, or did not. */
export const markAttendanceSchema = z.object({
  classId: id,
  enrolmentId: id,
  session: z.coerce.number().int().min(1).max(MOST_SESSIONS),
  came: typedText.transform((typed) => typed === "yes"),
});

/** The whole grid: the learners and their results, in one order. */
export const saveResultsSchema = z
  .object({
    classId: id,
    version,
    learner: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((given) => [given].flat()),
    grade: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((given) => [given].flat()),
  })
  .transform(({ learner, grade, ...rest }) => ({
    ...rest,
    grades: new Map(
      learner.map((one, place) => [one, GRADES.find((known) => known === grade[place]) ?? null]),
    ),
  }));

const reason = (why: string) => words("Lý do", 300).pipe(z.string().min(1, `Lý do: hãy ghi ${why}.`));

export const dropClassSchema = z.object({
  classId: id,
  version,
  reason: reason("vì sao bỏ lớp, ví dụ không mời được giảng viên"),
});

/** A learner as the page showed them: "id:version". */
export const withdrawCertificateSchema = z.object({
  classId: id,
  learner: typedText.transform((typed, context) => {
    const [enrolmentId, seen] = typed.split(":");
    if (!isUuid(enrolmentId)) context.addIssue("Học viên: hãy chọn một người.");
    return { id: enrolmentId ?? "", version: Number(seen) };
  }),
  reason: reason("vì sao thu hồi, ví dụ ghi nhầm kết quả"),
});

export const certifySchema = z.object({ classId: id, version, onDay: dayField("Ngày cấp") });

/** What the address of the list may hold; what makes no sense there counts as not told. */
export const needsAddress = z.object({
  unit: z.string().min(1).max(80).nullable().catch(null),
  kind: z.enum(CLASS_KINDS).catch("AWARENESS"),
  audience: z.enum(AUDIENCES).catch("ALL"),
  waited: z.coerce
    .number()
    .refine((days) => (WAITING_DAYS as readonly number[]).includes(days))
    .nullable()
    .catch(null),
  source: z.enum(SOURCES).nullable().catch(null),
  after: z
    .string()
    .transform((typed) => parseNeedKey(typed))
    .nullable()
    .catch(null),
  person: ids.catch([]),
  /** The whole list is meant, not only those ticked. */
  all: z
    .string()
    .transform((typed) => typed === "yes")
    .catch(false),
  /** The suggested place that was chosen. */
  cluster: z.string().max(120).nullable().catch(null),
  done: z.string().nullable().catch(null),
});

export type NeedsAddress = z.output<typeof needsAddress>;

export const needFilterOf = ({ kind, audience, waited, source, after }: NeedsAddress): NeedFilter => ({
  kind,
  audience,
  waited,
  source,
  after,
});
