import { z } from "zod";
import { dayField, typedText } from "@/lib/shared/fields";
import { BALLOTS, MATTERS } from "./rules/committee";
import { FOLLOWS, OVERRIDES } from "./rules/row";

const id = z.uuid();
const version = z.coerce.number().int();

const textOrNone = (label: string, longest: number) =>
  typedText
    .pipe(z.string().max(longest, `${label}: hãy ghi ngắn hơn, nhiều nhất ${longest} chữ.`))
    .transform((typed) => typed || null);

/** A count that may still be empty. */
const count = (label: string) =>
  typedText.transform((typed, context) => {
    if (typed === "") return null;
    if (!/^\d{1,4}$/.test(typed)) context.addIssue(`${label}: hãy ghi một số nguyên.`);
    return Number(typed);
  });

const head = {
  heldOn: dayField("Ngày họp"),
  convened: count("Được triệu tập"),
  present: count("Dự họp"),
  ballot: z.enum(BALLOTS).default("secret"),
  minutesNumber: textOrNone("Số biên bản", 60),
};

/** A meeting to be opened: its agenda is whoever waits for it. */
export const conveneSchema = z.object({
  unit: typedText.pipe(z.string().min(1)),
  matter: z.enum(MATTERS, "Nội dung: hãy chọn việc phiên họp xét."),
  ...head,
});

export const headSchema = z.object({ meetingId: id, version, ...head });

/** One person's row as typed, empty cells too. */
export const rowSchema = z.object({
  meetingId: id,
  itemId: id,
  version,
  agreed: count("Tán thành"),
  disagreed: count("Không tán thành"),
  other: count("Ý kiến khác"),
  outcome: z.union([z.enum(OVERRIDES), z.literal("").transform(() => null)]).default(null),
  follow: z.enum(FOLLOWS).default("nextMeeting"),
  note: textOrNone("Lý do", 500),
  documentNumber: textOrNone("Số văn bản", 60),
});

/** Who stands on the agenda; `on` puts somebody there, else they are taken off. */
export const agendaSchema = z.object({
  meetingId: id,
  candidateId: id,
  on: typedText.transform((typed) => typed === "yes"),
});

/** The meeting as it was seen: its own version, and that of each row as "item:version". */
export const recordMeetingSchema = z.object({
  meetingId: id,
  version,
  seen: typedText.transform((typed) => new Set(typed.split(",").filter(Boolean))),
});

export const meetingIdSchema = z.object({ meetingId: id, version });
