import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { UnitRequestView } from "@/components/reports/unit-requests-view";
import { loadUnitRequest } from "@/lib/reports/queries/unit-tasks";

export const metadata: Metadata = { title: "Việc đã giao" };

type Address = {
  params: Promise<{ requestId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UnitRequestPage({ params, searchParams }: Address) {
  const { requestId } = await params;
  const { done } = toldOnce(await searchParams);

  return <UnitRequestView page={await loadUnitRequest(requestId)} done={done} />;
}
