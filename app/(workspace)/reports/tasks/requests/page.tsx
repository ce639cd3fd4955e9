import type { Metadata } from "next";
import { UnitRequestsView } from "@/components/reports/unit-requests-view";
import { loadUnitRequests } from "@/lib/reports/queries/unit-tasks";

export const metadata: Metadata = { title: "Việc giao cho nhiều đơn vị" };

export default async function UnitRequestsPage() {
  return <UnitRequestsView page={await loadUnitRequests()} />;
}
