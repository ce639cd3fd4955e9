import type { Metadata } from "next";
import { RosterView } from "@/components/classes/roster-view";
import { loadClass } from "@/lib/classes/queries/class";

export const metadata: Metadata = { title: "Danh sách lớp" };

type Props = { params: Promise<{ classId: string }>; searchParams: Promise<{ sheet?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadClass((await params).classId);

  return <RosterView page={page} attendance={(await searchParams).sheet === "attendance"} />;
}
