import type { Metadata } from "next";
import { PaperView } from "@/components/briefings/paper-view";
import { minutesPaper } from "@/lib/briefings/export/minutes";
import { loadBriefing } from "@/lib/briefings/queries/briefings";

export const metadata: Metadata = { title: "Biên bản giao ban" };

type Props = { params: Promise<{ briefingId: string }> };

export default async function Page({ params }: Props) {
  const { briefingId } = await params;
  const page = await loadBriefing(briefingId);

  return (
    <PaperView
      paper={minutesPaper(page)}
      title="Biên bản giao ban"
      back={{ href: `/briefings/${briefingId}`, label: "Phiên giao ban" }}
    />
  );
}
