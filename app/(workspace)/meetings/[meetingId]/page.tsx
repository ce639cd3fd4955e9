import type { Metadata } from "next";
import { MeetingView } from "@/components/meetings/meeting-view";
import { loadMeeting } from "@/lib/meetings/queries/meeting";

export const metadata: Metadata = { title: "Phiên họp" };

type Props = { params: Promise<{ meetingId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadMeeting((await params).meetingId);
  const { done = null } = await searchParams;

  return <MeetingView page={page} done={done} />;
}
