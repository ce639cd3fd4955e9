import { z } from "zod";
import { isDay } from "@/lib/shared/days";
import { TASK_GROUPS, TASK_KINDS, type TaskGroup, type TaskKind } from "../rules/tasks";

/** How the units of "Đơn vị nào đang trễ" may be sorted. */
export const OVERDUE_SORTS = [
  "overdue",
  "returned",
  "soon",
  "missingHelpers",
  "missingNotes",
  "oldest",
  "name",
] as const;
export type OverdueSort = (typeof OVERDUE_SORTS)[number];

const word = z.string().max(200).optional().catch(undefined);

/** Where a page of tasks ended: "2026-11-03~id"; "-" stands for no day. */
export const taskKeyText = ({ day, id, kind }: TaskPlace): string => `${day ?? "-"}~${id}~${kind}`;
type TaskPlace = { day: string | null; id: string; kind: TaskKind };

function parseTaskKey(text: string | undefined): TaskPlace | null {
  const [day, id, named] = text?.split("~") ?? [];
  const kind = TASK_KINDS.find((known) => known === named);
  if (!day || !id || !kind || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return day === "-" || isDay(day) ? { day: day === "-" ? null : day, id, kind } : null;
}

/** What of the tasks an address asks for; what makes no sense is left out. */
export const tasksAddress = z
  .object({
    unit: word,
    group: z.enum(TASK_GROUPS).optional().catch(undefined),
    kind: z.enum(TASK_KINDS).optional().catch(undefined),
    after: word,
    sort: z.enum(OVERDUE_SORTS).catch("overdue"),
    order: z.enum(["up", "down"]).optional().catch(undefined),
  })
  .transform(({ unit, group, kind, after, sort, order }) => ({
    unit: unit || null,
    group: (group ?? null) as TaskGroup | null,
    kind: kind ?? null,
    after: parseTaskKey(after),
    sort,
    descending: order ? order === "down" : sort !== "name" && sort !== "oldest",
  }));
export type TasksAddress = z.output<typeof tasksAddress>;
