import type { Metadata } from "next";
import { AttendanceView } from "@/components/classes/attendance-view";
import { loadClass } from "@/lib/classes/queries/class";

export const metadata: Metadata = { title: "Điểm danh" };

type Props = { params: Promise<{ classId: string }>; searchParams: Promise<{ session?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadClass((await params).classId);

  return <AttendanceView page={page} session={Number((await searchParams).session) || null} />;
}
