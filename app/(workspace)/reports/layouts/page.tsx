import type { Metadata } from "next";
import { LayoutsView } from "@/components/reports/layouts-view";
import { loadLayouts } from "@/lib/reports/queries/layouts";

export const metadata: Metadata = { title: "Mẫu biểu và cách tính" };

type Address = { searchParams: Promise<{ done?: string | string[] }> };

export default async function LayoutsPage({ searchParams }: Address) {
  const page = await loadLayouts();
  const { done } = await searchParams;

  return <LayoutsView page={page} done={typeof done === "string" ? done : null} />;
}
