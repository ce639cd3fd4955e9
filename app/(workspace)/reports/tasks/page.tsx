import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { UnitTasksView } from "@/components/reports/unit-tasks-view";
import { loadUnitTasks } from "@/lib/reports/queries/unit-tasks";
import { unitTasksAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Việc giao cho các chi bộ" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnitTasksPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadUnitTasks(unitTasksAddress.parse(told));

  return <UnitTasksView page={page} done={told.done} />;
}
