import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { type DroppedClass, findDroppedFor } from "../repository/classes";
import { type Call, findOpenCalls } from "../repository/enrolments";
import { findNeeds } from "../repository/needs";
import { everybody, MOST_CALLED } from "../rules/filter";
import { CLASS_KINDS, type ClassKind } from "../rules/training-class";

/** Calls of a cell's people that wait for its answer, whom it could propose instead, and classes that were dropped. */
export type CallsPage = {
  calls: Call[];
  substitutes: Record<ClassKind, { candidateId: string; name: string; cell: string }[]>;
  dropped: DroppedClass[];
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
    return { calls, substitutes, dropped: await findDroppedFor(scope), today: scope.today };
  });
}

/** How many calls wait for a cell's answer, with the first class's day, and how many classes its people need not go to. */
export type CallCount = { people: number; from: PlainDate | null; dropped: number };

/** What the home page of a cell tells of classes; null where there is nothing to tell. */
export function loadCallCount(): Promise<CallCount | null> {
  return withScope("self", async (scope) => {
    if (scope.actor.role !== "cellSecretary" || !can(scope.actor, "class.confirm")) return null;
    const calls = await findOpenCalls(scope);
    const dropped = (await findDroppedFor(scope)).length;
    if (calls.length === 0 && dropped === 0) return null;
    return { people: calls.length, from: calls[0]?.from ?? null, dropped };
  });
}
