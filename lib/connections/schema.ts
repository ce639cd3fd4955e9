import { z } from "zod";
import { TOKEN_PERMISSIONS } from "@/lib/access/policy";
import { REPORTS } from "@/lib/reports/schema";
import { typedText } from "@/lib/shared/fields";

/** How long a token may live, in days. */
export const LIFETIMES = [30, 90, 180, 365] as const;

/** One ticked box comes as text, several as a list. */
const ticked = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat())
    .pipe(z.array(z.enum(values)));

export const makeTokenSchema = z.object({
  name: typedText.pipe(
    z
      .string()
      .min(1, "Tên: hãy ghi máy hay chương trình nào dùng, ví dụ Bảng tổng hợp của Tỉnh ủy.")
      .max(80, "Tên: hãy ghi ngắn hơn, nhiều nhất 80 chữ."),
  ),
  days: z.coerce
    .number()
    .refine((days) => LIFETIMES.some((known) => known === days), "Thời hạn: hãy chọn, nhiều nhất một năm."),
  permissions: ticked(TOKEN_PERMISSIONS).refine(
    (chosen) => chosen.length > 0,
    "Được đọc: hãy chọn ít nhất một mục.",
  ),
  reports: ticked(REPORTS),
  unit: z
    .string()
    .max(80)
    .default("")
    .transform((typed) => typed.trim() || null),
});

export const revokeTokenSchema = z.object({ tokenId: z.uuid() });

/** What the address of the list of live tokens may hold. */
export const liveTokensAddress = z.object({ after: z.uuid().nullable().catch(null) });

export type LiveTokensAddress = z.output<typeof liveTokensAddress>;
