import type { Metadata } from "next";
import { MinutesView } from "@/components/meetings/minutes-view";
import { loadMeeting } from "@/lib/meetings/queries/meeting";

export const metadata: Metadata = { title: "Biên bản phiên họp" };

type Props = { params: Promise<{ meetingId: string }> };

export default async function Page({ params }: Props) {
  const page = await loadMeeting((await params).meetingId);

  return <MinutesView page={page} />;
}
