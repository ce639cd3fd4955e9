import type { Metadata } from "next";
import { ClassView } from "@/components/classes/class-view";
import { loadClass } from "@/lib/classes/queries/class";

export const metadata: Metadata = { title: "Lớp bồi dưỡng" };

type Props = { params: Promise<{ classId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadClass((await params).classId);

  return <ClassView page={page} done={(await searchParams).done ?? null} />;
}
