import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CommitmentNote } from "@/components/briefings/commitment-note";
import { CallNote } from "@/components/classes/call-note";
import { PeriodNote } from "@/components/periods/period-note";
import { TaskListView, TasksView } from "@/components/pipeline/tasks-view";
import { QuotaSummaryPanel } from "@/components/reports/quota-summary-panel";
import { UnitTaskNote } from "@/components/reports/unit-task-note";
import { UnionTasksView } from "@/components/sources/union-tasks-view";
import { WaitingPanel } from "@/components/sources/waiting-panel";
import { currentActor } from "@/lib/access/gate";
import { loadCommitmentNote } from "@/lib/briefings/queries/matters";
import { loadCallCount } from "@/lib/classes/queries/calls";
import { loadPeriodNote } from "@/lib/periods/queries/periods";
import { loadTaskGroup, loadTasks } from "@/lib/pipeline/queries/tasks";
import { tasksAddress } from "@/lib/pipeline/schema/tasks";
import { loadUnitQuotaSummary } from "@/lib/reports/queries/summary";
import { loadUnitTaskNote } from "@/lib/reports/queries/unit-tasks";
import { loadUnionTasks, loadWaitingReferrals } from "@/lib/sources/queries/referrals";

export const metadata: Metadata = { title: "Việc cần làm" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Address) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (actor.role === "accountAdmin") redirect("/accounts");
  if (actor.role === "auditor") redirect("/audit");
  if (actor.role === "viewer") redirect("/quotas");
  if (actor.role === "unionOfficer") {
    return <UnionTasksView tasks={await loadUnionTasks()} />;
  }
  const { group, after } = tasksAddress.parse(await searchParams);
  if (group) {
    const list = await loadTaskGroup(group, after);
    return <TaskListView list={list} back={{ href: "/", label: "Việc cần làm" }} href={`/?group=${group}`} />;
  }
  const [tasks, summary, waiting, calls, note, promised, period] = await Promise.all([
    loadTasks(),
    loadUnitQuotaSummary(),
    loadWaitingReferrals(),
    loadCallCount(),
    loadUnitTaskNote(),
    loadCommitmentNote(),
    loadPeriodNote(),
  ]);

  return (
    <TasksView
      tasks={tasks}
      aside={
        <>
          <WaitingPanel waiting={waiting} />
          <CallNote calls={calls} />
          <PeriodNote note={period} />
          <UnitTaskNote note={note} />
          <CommitmentNote note={promised} />
          <QuotaSummaryPanel summary={summary} year={actor.today.slice(0, 4)} />
        </>
      }
    />
  );
}
