import { z } from "zod";
import { GROUPS, INDICATORS } from "@/lib/quotas/rules/quota";
import { dayField, typedText } from "@/lib/shared/fields";
import { isFigure } from "./rules";

/** A total of the past, as typed. */
export const pastTotalSchema = z
  .object({
    unit: typedText.pipe(z.string().min(1, "Hãy chọn đơn vị.")),
    from: dayField("Từ ngày", "01/01/2020"),
    to: dayField("Đến ngày", "01/01/2020"),
    indicator: z.enum(INDICATORS, "Việc: hãy chọn việc được đếm."),
    group: z.enum(GROUPS, "Nhóm: hãy chọn nhóm người."),
    words: typedText.pipe(
      z
        .string()
        .max(60, "Số liệu: nhiều nhất 60 chữ.")
        .refine(isFigure, 'Số liệu: hãy ghi số như trong báo cáo, ví dụ "57" hoặc "gần 400".'),
    ),
    source: typedText.pipe(
      z
        .string()
        .min(1, "Theo báo cáo: hãy ghi tên hoặc số của báo cáo.")
        .max(200, "Theo báo cáo: nhiều nhất 200 chữ."),
    ),
  })
  .refine(({ from, to }) => from === "" || to === "" || from <= to, {
    path: ["to"],
    message: "Đến ngày: phải sau ngày bắt đầu của kỳ.",
  });

/** A total as it was seen, to be taken out. */
export const seenTotalSchema = z.object({ total: z.string(), version: z.coerce.number().int() });

/** Which totals are listed: of a unit, or of all beneath one's own; those after a mark. */
export const totalsAddress = z.object({
  unit: z.string().min(1).max(40).nullable().catch(null).default(null),
  after: z.string().max(80).nullable().catch(null).default(null),
});

export type TotalsAddress = z.output<typeof totalsAddress>;
