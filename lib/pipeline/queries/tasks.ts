import "server-only";
import { withScope } from "@/lib/access/gate";
import { addDays } from "@/lib/shared/days";
import { countStages, findTasks, type TaskRow } from "../repository/tasks";

export type TaskGroup = "overdue" | "returned" | "soon" | "later";

export type Tasks = {
  groups: Record<TaskGroup, TaskRow[]>;
  overdueInAll: number;
  stages: { stage: string; count: number }[];
  today: string;
  name: string;
  unit: string;
};

const SOON_DAYS = 14;

/** What waits for the hat: overdue, returned, due within 14 days, and what comes after. */
export function loadTasks(): Promise<Tasks> {
  return withScope("candidate.read", async (scope) => {
    const { today, actor } = scope;
    const rows = await findTasks(scope, levelsOf(actor.role), addDays(today, 150));
    const soon = addDays(today, SOON_DAYS);
    const overdue = rows.filter(
      ({ dueOn, returnedTo }) => dueOn !== null && dueOn < today && returnedTo === null,
    );
    const returned = rows.filter(({ returnedTo }) => returnedTo !== null);
    const rest = rows.filter((row) => !overdue.includes(row) && !returned.includes(row));
    return {
      groups: {
        overdue,
        returned,
        soon: rest.filter(({ dueOn }) => dueOn !== null && dueOn <= soon),
        later: rest.filter(({ dueOn }) => dueOn !== null && dueOn > soon),
      },
      overdueInAll: overdue.length,
      stages: await countStages(scope),
      today,
      name: actor.name,
      unit: actor.unit.name,
    };
  });
}

/** The steps that are a role's own to do. */
function levelsOf(role: string): string[] {
  const cell = [
    "sympathiserRecognised",
    "certified",
    "applied",
    "verified",
    "opinionCollected",
    "cellVoted",
    "admitted",
    "recognitionVoted",
  ];
  switch (role) {
    case "cellSecretary":
      return cell;
    case "baseOfficer":
      return ["baseVoted", "submitted"];
    case "upperOfficer":
      return ["decided", "recognised", "submitted"];
    default:
      return [];
  }
}
