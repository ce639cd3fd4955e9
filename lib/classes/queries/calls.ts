import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { type Call, findOpenCalls } from "../repository/enrolments";
import { findNeeds } from "../repository/needs";
import { everybody, MOST_CALLED } from "../rules/filter";
import { CLASS_KINDS, type ClassKind } from "../rules/training-class";

/** Calls of a cell's people that wait for its answer, and whom it could propose instead. */
export type CallsPage = {
  calls: Call[];
  substitutes: Record<ClassKind, { candidateId: string; name: string; cell: string }[]>;
  today: PlainDate;
};

/** What a cell, or the officer above it, has to answer. */
export function loadCalls(): Promise<CallsPage> {
  return withScope("class.confirm", async (scope) => {
    const calls = await findOpenCalls(scope);
    const substitutes: CallsPage["substitutes"] = { AWARENESS: [], NEW_MEMBER: [] };
    for (const kind of CLASS_KINDS)
      if (calls.some((call) => call.kind === kind))
        substitutes[kind] = await findNeeds(scope, scope, everybody(kind), MOST_CALLED);
    return { calls, substitutes, today: scope.today };
  });
}

/** How many calls wait for the hat's own answer, and the first class's day; null where there is nothing to answer. */
export function loadCallCount(): Promise<{ people: number; from: PlainDate } | null> {
  return withScope("self", async (scope) => {
    if (scope.actor.role !== "cellSecretary" || !can(scope.actor, "class.confirm")) return null;
    const calls = await findOpenCalls(scope);
    const [first] = calls;
    return first ? { people: calls.length, from: first.from } : null;
  });
}
