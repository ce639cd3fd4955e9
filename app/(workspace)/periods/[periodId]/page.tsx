import type { Metadata } from "next";
import { PeriodView } from "@/components/periods/period-view";
import { toldOnce } from "@/components/reports/address";
import { loadPeriod } from "@/lib/periods/queries/periods";
import { periodAddress } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Kỳ báo cáo" };

type Address = {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PeriodPage({ params, searchParams }: Address) {
  const { periodId } = await params;
  const told = toldOnce(await searchParams);
  const page = await loadPeriod(periodId, periodAddress.parse(told));

  return <PeriodView page={page} done={told.done} />;
}
