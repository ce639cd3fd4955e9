import type { Metadata } from "next";
import { PlanView } from "@/components/classes/plan-view";
import { loadPlan } from "@/lib/classes/queries/plan";
import { needsAddress } from "@/lib/classes/schema";

export const metadata: Metadata = { title: "Lập lớp" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewClassPage({ searchParams }: Address) {
  const address = needsAddress.parse(await searchParams);
  const page = await loadPlan(address);

  return <PlanView page={page} address={address} />;
}
