import type { Metadata } from "next";
import { CallsView } from "@/components/classes/calls-view";
import { loadCalls } from "@/lib/classes/queries/calls";

export const metadata: Metadata = { title: "Trả lời gọi học" };

type Address = { searchParams: Promise<{ done?: string }> };

export default async function CallsPage({ searchParams }: Address) {
  const page = await loadCalls();

  return <CallsView page={page} answered={(await searchParams).done === "answered"} />;
}
