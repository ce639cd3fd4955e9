import type { Metadata } from "next";
import { MemberView } from "@/components/sources/member-view";
import { loadMember } from "@/lib/sources/queries/register";

export const metadata: Metadata = { title: "Đoàn viên" };

type Address = {
  params: Promise<{ memberId: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function MemberPage({ params, searchParams }: Address) {
  const page = await loadMember((await params).memberId);
  const { done } = await searchParams;

  return <MemberView page={page} moved={done === "moved"} />;
}
