import type { Metadata } from "next";
import { MeetingsView } from "@/components/meetings/meetings-view";
import { loadMeetings } from "@/lib/meetings/queries/meetings";

export const metadata: Metadata = { title: "Phiên họp" };

type Props = { searchParams: Promise<{ unit?: string; done?: string }> };

export default async function Page({ searchParams }: Props) {
  const { unit = null, done = null } = await searchParams;
  const page = await loadMeetings(unit);

  return <MeetingsView page={page} done={done} />;
}
