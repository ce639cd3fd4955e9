import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CallNote } from "@/components/classes/call-note";
import { TaskListView, TasksView } from "@/components/pipeline/tasks-view";
import { QuotaSummaryPanel } from "@/components/reports/quota-summary-panel";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { currentActor } from "@/lib/access/gate";
import { loadCallCount } from "@/lib/classes/queries/calls";
import { loadTaskGroup, loadTasks } from "@/lib/pipeline/queries/tasks";
import { tasksAddress } from "@/lib/pipeline/schema/tasks";
import { loadUnitQuotaSummary } from "@/lib/reports/queries/summary";

export const metadata: Metadata = { title: "Việc cần làm" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Address) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (actor.role === "accountAdmin") redirect("/accounts");
  if (actor.role === "auditor") redirect("/audit");
  if (actor.role === "viewer") redirect("/quotas");
  if (actor.role === "unionOfficer") {
    return (
      <Panel flush>
        <EmptyState title="Hôm nay không có việc cần làm.">
          Vai cán bộ Đoàn xem được cây tổ chức đảng; việc giới thiệu đoàn viên làm với chi bộ.
        </EmptyState>
      </Panel>
    );
  }
  const { group, after } = tasksAddress.parse(await searchParams);
  if (group) {
    const list = await loadTaskGroup(group, after);
    return <TaskListView list={list} back={{ href: "/", label: "Việc cần làm" }} href={`/?group=${group}`} />;
  }
  const [tasks, summary, calls] = await Promise.all([loadTasks(), loadUnitQuotaSummary(), loadCallCount()]);

  return (
    <TasksView
      tasks={tasks}
      aside={
        <>
          <CallNote calls={calls} />
          <QuotaSummaryPanel summary={summary} year={actor.today.slice(0, 4)} />
        </>
      }
    />
  );
}
