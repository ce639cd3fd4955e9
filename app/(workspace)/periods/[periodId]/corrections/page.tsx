import type { Metadata } from "next";
import { CorrectionsView } from "@/components/periods/corrections-view";
import { loadCorrections } from "@/lib/periods/queries/corrections";

export const metadata: Metadata = { title: "Điều chỉnh của kỳ trước" };

export default async function CorrectionsPage({ params }: { params: Promise<{ periodId: string }> }) {
  const { periodId } = await params;

  return <CorrectionsView page={await loadCorrections(periodId)} />;
}
