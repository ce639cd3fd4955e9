import type { Metadata } from "next";
import { OverdueView } from "@/components/pipeline/overdue-view";
import { TaskListView } from "@/components/pipeline/tasks-view";
import { loadOverdue, loadOverdueGroup } from "@/lib/pipeline/queries/tasks";
import { tasksAddress } from "@/lib/pipeline/schema/tasks";

export const metadata: Metadata = { title: "Đơn vị nào đang trễ" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverduePage({ searchParams }: Address) {
  const address = tasksAddress.parse(await searchParams);
  const { unit, group, kind, after } = address;
  if (group === null) {
    const overdue = await loadOverdue(unit);
    return <OverdueView overdue={overdue} address={address} />;
  }
  const list = await loadOverdueGroup(unit, { group, kind, after });

  return (
    <TaskListView
      list={list}
      back={{ href: "/overdue", label: "Đơn vị nào đang trễ" }}
      href={`/overdue?unit=${list.unit.code}&group=${group}${kind ? `&kind=${kind}` : ""}`}
    />
  );
}
