import type { Metadata } from "next";
import { PeriodsView } from "@/components/periods/periods-view";
import { loadPeriods } from "@/lib/periods/queries/periods";

export const metadata: Metadata = { title: "Kỳ báo cáo" };

export default async function PeriodsPage() {
  return <PeriodsView page={await loadPeriods()} />;
}
