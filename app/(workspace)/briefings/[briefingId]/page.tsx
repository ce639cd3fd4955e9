import type { Metadata } from "next";
import { BriefingView } from "@/components/briefings/briefing-view";
import { loadBriefing } from "@/lib/briefings/queries/briefings";

export const metadata: Metadata = { title: "Phiên giao ban" };

type Props = { params: Promise<{ briefingId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadBriefing((await params).briefingId);

  return <BriefingView page={page} done={(await searchParams).done} />;
}
