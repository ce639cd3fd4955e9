"use server";

import { defineAction } from "@/lib/access/action";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { formatDay } from "@/lib/shared/days";
import type { AnyFinding } from "@/lib/shared/form-state";
import { readLayoutLines } from "../import/layout";
import { saveLayout } from "../repository/layouts";
import { putLayoutSchema } from "../schema/layouts";

/** Lays an official table out for the actor's province, from a day on; the figures behind it stay what they are. */
export const putLayout = defineAction<typeof putLayoutSchema, undefined, AnyFinding>({
  name: "putLayout",
  permission: "rules.set",
  schema: putLayoutSchema,
  secret: ["file"],
  revalidates: ["/reports"],
  async run({ scope, actor, input: { report, formNumber, title, from, document, fileName, file } }) {
    const { lines, faults } = await readLines(report, file, fileName);
    if (faults.length > 0) return { refused: [], fieldErrors: { file: faults.slice(0, 20) } };
    await saveLayout(scope, actor.unit.id, { report, formNumber, title, from, document, lines });
    return {
      done: {
        message: `Đã ghi ${formNumber}, dùng cho kỳ báo cáo kết thúc từ ngày ${formatDay(from)}.`,
        redirectTo: `/reports/layouts?done=${report}`,
      },
    };
  },
});

async function readLines(
  report: Parameters<typeof readLayoutLines>[0],
  file: Uint8Array,
  fileName: string,
): Promise<ReturnType<typeof readLayoutLines>> {
  try {
    return readLayoutLines(report, await readTable(file, fileName));
  } catch (error) {
    if (error instanceof UnreadableFile) return { lines: [], faults: [error.message] };
    throw error;
  }
}
