import { taskGroupLabel } from "@/lib/pipeline/labels/tasks";
import type { TaskGroup } from "@/lib/pipeline/rules/tasks";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** What a digest counts: one's own tasks by group, and for committees the units beneath that are late. */
export type DigestCounts = {
  groups: readonly { group: TaskGroup; count: number }[];
  late: { units: number; of: number } | null;
};

/** Is there nothing that has to be told today? */
export const isQuiet = ({ groups, late }: DigestCounts): boolean =>
  groups.every(({ group, count }) => count === 0 || group === "later" || group === "watch") &&
  (late === null || late.units === 0);

/**
 * The letter of a day. It travels outside the walls of the application, so it names no person and no unit:
 * in a small cell a unit and a number would already tell who.
 */
export function writeDigest(counts: DigestCounts, day: PlainDate, address: string) {
  const lines = counts.groups
    .filter(({ count }) => count > 0)
    .map(({ group, count }) => `- ${taskGroupLabel(group)}: ${formatNumber(count)} việc`);
  const { late } = counts;
  const units =
    late && late.units > 0
      ? ["", `${formatNumber(late.units)} trong ${formatNumber(late.of)} đơn vị trực thuộc đang trễ.`]
      : [];
  return {
    subject: `Việc cần làm ngày ${formatDay(day)}`,
    text: [
      "Kính gửi đồng chí,",
      "",
      `Việc cần làm về phát triển đảng viên, tính đến ngày ${formatDay(day)}:`,
      "",
      ...lines,
      ...units,
      "",
      `Xem và làm tại: ${address}`,
      "",
      `Không muốn nhận thư này nữa, đồng chí bỏ chọn tại: ${new URL("/account", address)}`,
    ].join("\n"),
  };
}
