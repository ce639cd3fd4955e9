import { z } from "zod";
import { isDay, parseDay } from "@/lib/shared/days";
import { optionalDay, typedText } from "@/lib/shared/fields";
import { normalise } from "@/lib/shared/vietnamese";
import { ROLES } from "./policy";

const text = (label: string, example: string) =>
  typedText.pipe(z.string().min(1, `${label}: hãy ghi, ví dụ ${example}.`).max(120, `${label}: quá dài.`));

const hat = {
  role: z.enum(ROLES, "Vai: hãy chọn."),
  unit: text("Mã đơn vị", "EAP-09"),
  from: optionalDay("Từ ngày"),
  until: optionalDay("Đến ngày"),
};

export const newAccountSchema = z.object({
  login: z
    .string()
    .default("")
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .regex(/^[a-zA-Z0-9._-]{3,40}$/, "Tên đăng nhập: 3 đến 40 chữ không dấu, số, dấu chấm, gạch."),
    ),
  name: text("Họ và tên", "Lê Văn Thành"),
  phone: z
    .string()
    .default("")
    .transform((typed) => normalise(typed) || null),
  ...hat,
});

export const newHatSchema = z.object({
  accountId: z.string(),
  ...hat,
  delegated: z
    .string()
    .default("")
    .transform((typed) => typed === "yes"),
});
export const accountSchema = z.object({ accountId: z.string() });
export const lockSchema = z.object({ accountId: z.string(), locked: z.enum(["yes", "no"]) });
export const hatSchema = z.object({ hatId: z.string() });
export const passwordSchema = z
  .object({
    current: z.string().min(1, "Mật khẩu đang dùng: hãy nhập."),
    password: z.string(),
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, {
    path: ["again"],
    message: "Hai lần nhập mật khẩu mới chưa giống nhau.",
  });

export const digestSchema = z.object({
  wanted: z
    .string()
    .default("")
    .transform((typed) => typed === "yes"),
  email: z
    .string()
    .default("")
    .transform((typed) => typed.trim() || null)
    .pipe(z.email("Thư điện tử: hãy ghi như ten@tinhuy.vn.").max(200, "Thư điện tử: quá dài.").nullable()),
});

/** What the audit log is narrowed to; all of it stands in the address. */
export type AuditFilter = {
  day: string | null;
  actor: string;
  action: string;
  table: string;
  before: bigint | null;
};

export function auditAddress(given: Record<string, string | string[] | undefined>): AuditFilter {
  const word = (name: string) => (typeof given[name] === "string" ? given[name].slice(0, 80) : "");
  const typedDay = parseDay(word("day"));
  return {
    day: typedDay && isDay(typedDay) ? typedDay : null,
    actor: word("actor"),
    action: word("action"),
    table: word("table"),
    before: /^\d{1,18}$/.test(word("before")) ? BigInt(word("before")) : null,
  };
}
